import { z } from "zod";
import { whyNotRemove } from "@/lib/domain/review/comment";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { changeComment, loadComment } from "./change-comment";
import { refuse } from "./thread-rows";

/** Takes one's own words back. The trail keeps them; answers stay where they are. */
export const removeComment = write({
  verb: "comment.remove",
  permission: "comment.write",
  input: z.strictObject({ commentId: Id }),
  output: z.strictObject({ commentId: Id }),
  async run(context, { commentId }) {
    const comment = await loadComment(context, commentId);
    refuse(whyNotRemove({ authorId: comment.authorId, isRemoved: comment.removedAt !== null }, personOf(context.actor)));
    const event = await changeComment(context, comment, { removedAt: context.now }, "removed");
    const details = { cardId: comment.cardId, before: comment.body };
    return { result: { commentId }, audit: [{ subjectKind: "comment", subjectId: commentId, details }], events: [event] };
  },
});
