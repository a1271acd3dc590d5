import { z } from "zod";
import { ChoiceProgress } from "@/lib/domain/asset/choice";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { advance, choiceProgress } from "./choice-batch";

/** Takes a choice back, all of it, also while it is still under way. What somebody has changed since stays theirs. */
export const undoChoice = write({
  verb: "asset.undo-choice",
  permission: "variant.choose",
  input: z.strictObject({ choiceId: Id }),
  output: ChoiceProgress,
  async run({ tx, actor }, { choiceId }) {
    const { workspaceId, memberId } = personOf(actor);
    await tx.$queryRaw`SELECT 1 FROM "AssetChoice" WHERE "id" = ${choiceId}::uuid FOR UPDATE`;
    const found = await tx.assetChoice.findFirst({ where: { id: choiceId, workspaceId, memberId } });
    if (!found) throw new AppError("NOT_FOUND", "This choice does not exist, or can no longer be taken back.");
    if (found.status === "undoing" || found.status === "undone") return { result: choiceProgress(found), unchanged: true };
    const begun = await tx.assetChoice.update({
      where: { id: choiceId },
      data: { status: "undoing", cursorId: null, version: { increment: 1 } },
    });
    const row = await advance(tx, begun);
    return {
      result: choiceProgress(row),
      audit: [{ subjectKind: "asset-choice", subjectId: choiceId, details: { files: found.done } }],
      events: [{ kind: "asset", id: choiceId, version: row.version, act: "unchosen" }],
      jobs: row.status === "undoing" ? [{ name: "asset.choose", payload: { workspaceId, choiceId } }] : [],
    };
  },
});
