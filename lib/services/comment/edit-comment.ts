import { z } from "zod";
import { CommentBody, Mentions, whyNotEdit } from "@/lib/domain/review/comment";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { changeComment, loadComment } from "./change-comment";
import { living } from "./say";
import { refuse } from "./thread-rows";

/** Changes one's own words. The trail keeps what they were. */
export const editComment = write({
  verb: "comment.edit",
  permission: "comment.write",
  input: z.strictObject({ commentId: Id, body: CommentBody, mentions: Mentions }),
  output: z.strictObject({ commentId: Id }),
  async run(context, { commentId, body, mentions }) {
    const { tx, actor, now } = context;
    const comment = await loadComment(context, commentId);
    refuse(whyNotEdit({ authorId: comment.authorId, isRemoved: comment.removedAt !== null }, personOf(actor)));
    const event = await changeComment(context, comment, { body, editedAt: now }, "edited");
    const named = await living(tx, actor.workspaceId, mentions);
    await tx.commentMention.deleteMany({ where: { commentId, memberId: { notIn: named } } });
    await tx.commentMention.createMany({ data: named.map((memberId) => ({ commentId, memberId })), skipDuplicates: true });
    const details = { cardId: comment.cardId, before: comment.body, after: body };
    return { result: { commentId }, audit: [{ subjectKind: "comment", subjectId: commentId, details }], events: [event] };
  },
});
