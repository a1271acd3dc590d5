import { z } from "zod";
import { CommentBody, Mentions } from "@/lib/domain/review/comment";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { say } from "./say";

/** Says something about an attempt or a defect of it, or answers a thread. */
export const addComment = write({
  verb: "comment.add",
  permission: "comment.write",
  input: z.strictObject({
    cardId: Id,
    /** The attempt it is about; for an answer, the attempt of its thread. */
    attemptId: Id,
    defectId: Id.optional(),
    threadId: Id.optional(),
    body: CommentBody,
    mentions: Mentions,
  }),
  output: z.strictObject({ commentId: Id, threadId: Id }),
  run: (context, said) => say(context, { kind: "member", id: personOf(context.actor).memberId }, said),
});
