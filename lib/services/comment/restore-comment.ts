import { z } from "zod";
import { whyNotRemove } from "@/lib/domain/review/comment";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { changeComment, loadComment } from "./change-comment";
import { refuse } from "./thread-rows";

/** Puts a removed comment back: whoever may remove it may. */
export const restoreComment = write({
  verb: "comment.restore",
  permission: "comment.write",
  input: z.strictObject({ commentId: Id }),
  output: z.strictObject({ commentId: Id }),
  async run(context, { commentId }) {
    const comment = await loadComment(context, commentId);
    refuse(whyNotRemove({ authorId: comment.authorId, isRemoved: false }, personOf(context.actor)));
    if (comment.removedAt === null) return { result: { commentId }, unchanged: true };
    const event = await changeComment(context, comment, { removedAt: null }, "restored");
    const audit = [{ subjectKind: "comment", subjectId: commentId, details: { cardId: comment.cardId } }] as const;
    return { result: { commentId }, audit, events: [event] };
  },
});
