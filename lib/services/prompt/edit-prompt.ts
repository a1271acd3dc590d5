import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import { Recipe } from "@/lib/domain/prompt/recipe";
import { PromptView } from "@/lib/domain/prompt/view";
import { Id, Version } from "@/lib/domain/wire";
import { modelNameOf } from "@/lib/engines/catalogue";
import { write } from "../write";
import { checkReferences } from "./check-references";
import { patternLink } from "./pattern-link";
import { loadPrompt, promptView, recipeColumns, recipeOf, referenceRows } from "./prompt-view";

/** Changes a prompt that has not run yet. A run prompt is frozen: branch from it instead. */
export const editPrompt = write({
  verb: "prompt.edit",
  permission: "prompt.write",
  input: z.strictObject({ promptId: Id, recipe: Recipe, version: Version }),
  output: PromptView,
  async run({ tx, actor }, { promptId, recipe, version }) {
    const { workspaceId } = actor;
    const prompt = await loadPrompt(tx, workspaceId, promptId);
    const parent = prompt.parentId === null ? null : await loadPrompt(tx, workspaceId, prompt.parentId);
    await checkReferences(tx, workspaceId, recipe);
    const { count } = await tx.prompt.updateMany({
      where: { id: promptId, workspaceId, frozenAt: null, version },
      data: {
        ...recipeColumns(recipe),
        ...(await patternLink(tx, prompt, recipe)),
        difference: parent ? [...differenceBetween(recipeOf(parent), recipe, modelNameOf)] : [],
        version: { increment: 1 },
      },
    });
    if (count === 0)
      throw new AppError(
        "CONFLICT",
        prompt.frozenAt
          ? "This prompt has run, so its recipe is frozen. Branch from it to change it."
          : "Somebody changed this prompt first. Reload it.",
      );
    await tx.promptReference.deleteMany({ where: { promptId } });
    await tx.promptReference.createMany({ data: referenceRows(recipe).map((row) => ({ promptId, ...row })) });
    const changed = await loadPrompt(tx, workspaceId, promptId);
    return {
      result: promptView(changed),
      audit: [{ subjectKind: "prompt", subjectId: promptId }],
      events: [
        {
          kind: "prompt",
          id: promptId,
          version: changed.version,
          boardId: changed.boardId,
          projectId: changed.board.projectId,
          act: "edited",
        },
      ],
    };
  },
});
