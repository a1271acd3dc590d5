import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { addComment } from "@/lib/services/comment/add-comment";
import { editComment } from "@/lib/services/comment/edit-comment";
import { listComments } from "@/lib/services/comment/list-comments";
import { removeComment } from "@/lib/services/comment/remove-comment";
import { reopenThread, resolveThread } from "@/lib/services/comment/resolve-thread";
import { restoreComment } from "@/lib/services/comment/restore-comment";
import { say } from "@/lib/services/comment/say";
import { seeComments } from "@/lib/services/comment/see-comments";
import { recordDefect } from "@/lib/services/review/record-defect";
import { requestChanges } from "@/lib/services/review/request-changes";
import { freshDatabase } from "../../support/database";
import { aStudio } from "../../support/factory";
import { aCard, submitNew } from "./cards";
import { race } from "./race";

beforeAll(async () => {
  await freshDatabase();
});

async function talking() {
  const studio = await aStudio();
  const cardId = await aCard(studio);
  const attemptId = await submitNew(studio, cardId);
  const threads = async (by: PersonActor) => (await listComments(by, { cardId })).threads;
  return { ...studio.people, studio, cardId, attemptId, threads };
}

test("a thread is answered, resolved and reopened; what others said is unread until it is seen", async () => {
  const { cardId, attemptId, operator, reviewer, threads } = await talking();
  const body = "Is the grip right, @Operator?";
  const { threadId } = await addComment(reviewer, { cardId, attemptId, body, mentions: [operator.memberId, operator.memberId] });
  const answer = await addComment(operator, { cardId, attemptId, threadId, body: "I think so." });
  expect(answer.threadId).toBe(threadId);
  const [thread] = await threads(operator);
  expect(thread).toMatchObject({ id: threadId, attempt: 1, defectId: null, resolved: null });
  expect(thread?.comments).toMatchObject([
    { body, isUnread: true, mayEdit: false, mentions: [{ id: operator.memberId }], author: { kind: "member", id: reviewer.memberId } },
    { body: "I think so.", isUnread: false, mayEdit: true },
  ]);
  expect(await seeComments(operator, { cardId, commentIds: [threadId, answer.commentId] })).toEqual({ seen: 2 });
  expect(await seeComments(operator, { cardId, commentIds: [threadId] })).toEqual({ seen: 0 });
  expect((await threads(operator))[0]?.comments.map(({ isUnread }) => isUnread)).toEqual([false, false]);

  // Two who resolve it at once both have what they wanted; it is resolved once.
  const { won } = await race([operator, reviewer].map((by) => () => resolveThread(by, { threadId })));
  expect(won).toHaveLength(2);
  expect(await db().auditEvent.count({ where: { verb: "comment.resolve", subjectId: threadId } })).toBe(1);
  expect((await threads(reviewer))[0]?.resolved).not.toBeNull();
  await reopenThread(reviewer, { threadId });
  expect((await threads(reviewer))[0]?.resolved).toBeNull();
  await expect(resolveThread(reviewer, { threadId: answer.commentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("people change and remove their own words only, and the trail keeps what they were", async () => {
  const { cardId, attemptId, operator, lead, threads } = await talking();
  const { commentId } = await addComment(operator, { cardId, attemptId, body: "Frist." });
  await expect(editComment(lead, { commentId, body: "First." })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(removeComment(lead, { commentId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await editComment(operator, { commentId, body: "First, @Lead.", mentions: [lead.memberId] });
  await editComment(operator, { commentId, body: "First." });
  expect((await threads(lead))[0]?.comments).toMatchObject([{ body: "First.", mentions: [], editedAt: expect.any(String) }]);
  await removeComment(operator, { commentId });
  expect(await threads(lead)).toEqual([]);
  await expect(editComment(operator, { commentId, body: "Again." })).rejects.toMatchObject({ code: "CONFLICT" });
  await restoreComment(operator, { commentId });
  expect(await threads(lead)).toHaveLength(1);
  const trail = await db().auditEvent.findMany({ where: { subjectId: commentId }, orderBy: { id: "asc" } });
  expect(trail.map(({ verb, details }) => [verb, details])).toEqual([
    ["comment.add", expect.objectContaining({ body: "Frist." })],
    ["comment.edit", expect.objectContaining({ before: "Frist.", after: "First, @Lead." })],
    ["comment.edit", expect.objectContaining({ before: "First, @Lead.", after: "First." })],
    ["comment.remove", expect.objectContaining({ before: "First." })],
    ["comment.restore", { cardId }],
  ]);
  // Answers keep the place of what they answer.
  await addComment(lead, { cardId, attemptId, threadId: commentId, body: "Seen." });
  await removeComment(operator, { commentId });
  expect((await threads(lead))[0]?.comments).toMatchObject([{ isRemoved: true, body: "" }, { body: "Seen." }]);
});

test("a defect has one thread however many begin it at once, and it is readable when the attempt is an earlier one", async () => {
  const { cardId, attemptId, operator, reviewer, lead, studio, threads } = await talking();
  const mark = { kind: "hands", severity: "major", x: 0.5, y: 0.5 } as const;
  const { defectId } = await recordDefect(reviewer, { cardId, attemptId, defect: mark });
  const { won } = await race(
    [operator, reviewer, lead].map((by) => () => addComment(by, { cardId, attemptId, defectId, body: "This one." })),
  );
  expect(new Set(won.map(({ threadId }) => threadId)).size).toBe(1);
  expect(won).toHaveLength(3);
  await requestChanges(reviewer, { cardId, attemptId, note: "Mend it." });
  const second = await submitNew(studio, cardId);
  expect(await threads(operator)).toMatchObject([{ attempt: 1, defectId, comments: [{}, {}, {}] }]);
  await addComment(operator, { cardId, attemptId, defectId, body: "Mended in the second." });
  expect((await threads(operator))[0]?.comments).toHaveLength(4);
  const refused = { code: "NOT_FOUND" };
  await expect(addComment(operator, { cardId, attemptId: second, defectId, body: "Elsewhere." })).rejects.toMatchObject(refused);
  const threadId = won[0]?.threadId ?? "";
  await expect(addComment(operator, { cardId, attemptId: second, threadId, body: "Elsewhere." })).rejects.toMatchObject(refused);
  const stranger = (await aStudio()).people.lead;
  await expect(listComments(stranger, { cardId })).rejects.toMatchObject(refused);
  await expect(addComment(stranger, { cardId, attemptId, body: "Hello." })).rejects.toMatchObject(refused);
  const foreign = { cardId, attemptId, body: "Hello.", mentions: [stranger.memberId] };
  await expect(addComment(operator, foreign)).rejects.toMatchObject({ code: "BAD_INPUT" });
});

test("a guest speaks under the name they gave; whoever answers for guests may remove it, and nobody changes it", async () => {
  const { cardId, attemptId, operator, lead, threads } = await talking();
  const id = "0198c0de-0000-7000-8000-000000000001";
  const context = { tx: db(), actor: { kind: "system", workspaceId: operator.workspaceId } as const, now: new Date() };
  const { result } = await say(context, { kind: "guest", id, name: "Grace" }, { cardId, attemptId, body: "Lovely.", mentions: [] });
  const { commentId } = result;
  const comment = { author: { kind: "guest", id, name: "Grace" }, isUnread: true, mayEdit: false };
  expect((await threads(operator))[0]?.comments).toMatchObject([{ ...comment, mayRemove: false }]);
  expect((await threads(lead))[0]?.comments).toMatchObject([{ ...comment, mayRemove: true }]);
  await expect(removeComment(operator, { commentId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await removeComment(lead, { commentId });
  expect(await threads(lead)).toEqual([]);
  const both = db().$executeRaw`UPDATE "Comment" SET "authorId" = ${lead.memberId}::uuid WHERE "id" = ${commentId}::uuid`;
  await expect(both).rejects.toThrow(/Comment_one_author/);
});
