import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Recipe } from "@/lib/domain/prompt/recipe";
import { PromptView } from "@/lib/domain/prompt/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { checkReferences } from "./check-references";
import { loadPrompt, promptView, recipeColumns, referenceRows } from "./prompt-view";

/** A new root of the lineage. */
export const writePrompt = write({
  verb: "prompt.write",
  permission: "prompt.write",
  input: z.strictObject({ boardId: Id, recipe: Recipe }),
  output: PromptView,
  async run({ tx, actor }, { boardId, recipe }) {
    const { workspaceId, memberId } = personOf(actor);
    const board = await tx.board.findFirst({ where: { id: boardId, workspaceId, archivedAt: null }, select: { projectId: true } });
    if (!board) throw new AppError("NOT_FOUND", "This board does not exist.");
    await checkReferences(tx, workspaceId, recipe);
    const { id } = await tx.prompt.create({
      data: {
        ...recipeColumns(recipe),
        workspaceId,
        boardId,
        createdById: memberId,
        references: { createMany: { data: referenceRows(recipe) } },
      },
      select: { id: true },
    });
    return {
      result: promptView(await loadPrompt(tx, workspaceId, id)),
      audit: [{ subjectKind: "prompt", subjectId: id, details: { boardId } }],
      events: [{ kind: "prompt", id, version: 0, boardId, projectId: board.projectId, act: "written" }],
    };
  },
});
