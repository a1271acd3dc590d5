import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { type WriteContext, write } from "../write";
import { loadComment } from "./change-comment";
import { noSuchThread } from "./thread-rows";

const input = z.strictObject({ threadId: Id });
const output = z.strictObject({ threadId: Id });

/** What is asked of a thread that is so already is done: two people who resolve it at once both have what they wanted. */
async function settle(context: WriteContext, threadId: string, isResolved: boolean) {
  const thread = await loadComment(context, threadId);
  if (thread.threadId !== null) throw noSuchThread();
  const result = { threadId };
  if ((thread.resolvedAt !== null) === isResolved) return { result, unchanged: true } as const;
  const settled = isResolved
    ? { resolvedAt: context.now, resolvedById: personOf(context.actor).memberId }
    : { resolvedAt: null, resolvedById: null };
  const [changed] = await context.tx.comment.updateManyAndReturn({
    where: { id: threadId, resolvedAt: isResolved ? null : { not: null } },
    data: { ...settled, version: { increment: 1 } },
    select: { version: true },
  });
  if (!changed) return { result, unchanged: true } as const;
  const { projectId } = thread.card;
  const act = isResolved ? "resolved" : "reopened";
  return {
    result,
    audit: [{ subjectKind: "comment", subjectId: threadId, details: { cardId: thread.cardId } }] as const,
    events: [{ kind: "comment" as const, id: threadId, version: changed.version, projectId, act }],
  };
}

/** Says that what a thread asked for is settled. */
export const resolveThread = write({
  verb: "comment.resolve",
  permission: "comment.write",
  input,
  output,
  run: (context, { threadId }) => settle(context, threadId, true),
});

/** Opens a resolved thread again. */
export const reopenThread = write({
  verb: "comment.reopen",
  permission: "comment.write",
  input,
  output,
  run: (context, { threadId }) => settle(context, threadId, false),
});
