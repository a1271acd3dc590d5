import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { mark } from "../mark";

/** Notes that the person asking has seen these comments. */
export const seeComments = mark({
  verb: "comment.see",
  permission: "comment.write",
  input: z.strictObject({ cardId: Id, commentIds: z.array(Id).min(1).max(500) }),
  output: z.strictObject({ seen: z.int().meta({ description: "How many of them were new to you." }) }),
  async run({ tx, actor, now }, { cardId, commentIds }) {
    const { workspaceId, memberId } = actor;
    const comments = await tx.comment.findMany({ where: { id: { in: commentIds }, cardId, workspaceId }, select: { id: true } });
    const rows = comments.map(({ id }) => ({ commentId: id, memberId, seenAt: now }));
    const { count } = await tx.commentSighting.createMany({ data: rows, skipDuplicates: true });
    return { result: { seen: count } };
  },
});
