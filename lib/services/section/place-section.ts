import { z } from "zod";
import { MAX_PLACED, Placement } from "@/lib/domain/board/section";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { placePrompts } from "./place";

/** Puts prompts of a board, with everything branched from them, into sections, or out of any. */
export const placeSection = write({
  verb: "section.place",
  permission: "prompt.write",
  input: z.strictObject({
    boardId: Id,
    placements: z
      .array(Placement)
      .min(1, "Select what goes into the section first.")
      .max(MAX_PLACED)
      .refine((all) => new Set(all.map(({ promptId }) => promptId)).size === all.length, "A prompt stands in one section only."),
  }),
  /** `before`: where those that moved stood, to put them back. */
  output: z.strictObject({ before: z.array(Placement) }),
  async run({ tx, actor }, { boardId, placements }) {
    const board = await tx.board.findFirst({
      where: { id: boardId, workspaceId: actor.workspaceId },
      select: { id: true, projectId: true },
    });
    if (!board) throw new AppError("NOT_FOUND", "This board does not exist.");
    const { before, events } = await placePrompts({ tx, actor }, board, placements);
    if (before.length === 0) return { result: { before }, unchanged: true as const };
    return { result: { before }, audit: [{ subjectKind: "board", subjectId: boardId, details: { placed: before.length } }], events };
  },
});
