import { v7 as newId } from "uuid";
import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { MAX_COMMENTS_A_CARD } from "@/lib/domain/review/comment";
import { noSuchCard } from "../review/load-card";
import type { WriteContext, Written } from "../write";
import { noSuchThread } from "./thread-rows";

/** Who says it: a member, or a guest under the name they gave. */
export type Speaker =
  | { readonly kind: "member"; readonly id: string }
  | { readonly kind: "guest"; readonly id: string; readonly name: string };

/** What is said and where: about an attempt, about a defect of it, or in answer to a thread. */
export interface Said {
  readonly cardId: string;
  readonly attemptId: string;
  readonly defectId?: string | undefined;
  readonly threadId?: string | undefined;
  readonly body: string;
  readonly mentions: readonly string[];
}

export interface NewComment {
  readonly commentId: string;
  readonly threadId: string;
}

/**
 * Adds a comment in the name of its speaker; the one way a comment comes to be. A defect has one thread: what is said of
 * it joins the thread that is there, however many begin at once, because the attempt's row is locked meanwhile.
 */
export async function say({ tx, actor, now }: WriteContext, speaker: Speaker, said: Said): Promise<Written<NewComment>> {
  const { workspaceId } = actor;
  const { cardId, attemptId, body } = said;
  const card = await tx.reviewCard.findFirst({ where: { id: cardId, workspaceId }, select: { projectId: true } });
  if (!card) throw noSuchCard();
  await lockAttempt(tx, cardId, attemptId);
  if ((await tx.comment.count({ where: { cardId } })) >= MAX_COMMENTS_A_CARD)
    throw new AppError("REFUSED", `A card takes ${MAX_COMMENTS_A_CARD} comments, and this one has them.`);
  const thread = await threadFor(tx, said);
  const mentions = await living(tx, workspaceId, said.mentions);
  const commentId = newId();
  await tx.comment.create({
    data: {
      id: commentId,
      workspaceId,
      cardId,
      attemptId,
      defectId: thread ? thread.defectId : (said.defectId ?? null),
      threadId: thread?.id ?? null,
      body,
      ...(speaker.kind === "member" ? { authorId: speaker.id } : { guestId: speaker.id, guestName: speaker.name }),
      mentions: { create: mentions.map((memberId) => ({ memberId })) },
      createdAt: now,
    },
  });
  const threadId = thread?.id ?? commentId;
  return {
    result: { commentId, threadId },
    audit: [{ subjectKind: "comment", subjectId: commentId, details: { cardId, attemptId, threadId, body, by: speaker.kind } }],
    events: [{ kind: "comment", id: commentId, version: 0, projectId: card.projectId, act: "added" }],
  };
}

/** Holds the attempt for this transaction: threads about it begin one after the other. */
async function lockAttempt(tx: Transaction, cardId: string, attemptId: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Attempt" WHERE "id" = ${attemptId}::uuid AND "cardId" = ${cardId}::uuid FOR NO KEY UPDATE`;
  if (found.length === 0) throw new AppError("NOT_FOUND", "This card has no such attempt.");
}

/** The thread it belongs to; null when it begins one. */
async function threadFor(tx: Transaction, { attemptId, defectId, threadId }: Said) {
  const select = { id: true, defectId: true } as const;
  if (threadId !== undefined) {
    const thread = await tx.comment.findFirst({ where: { id: threadId, attemptId, threadId: null }, select });
    if (!thread) throw noSuchThread();
    return thread;
  }
  if (defectId === undefined) return null;
  const about = await tx.comment.findFirst({ where: { attemptId, defectId, threadId: null }, orderBy: { id: "asc" }, select });
  if (about) return about;
  if ((await tx.defect.count({ where: { id: defectId, attemptId, removedAt: null } })) === 0)
    throw new AppError("NOT_FOUND", "This attempt has no such defect.");
  return null;
}

/** Those of the named members who are still here. @throws AppError `BAD_INPUT` when one never was */
export async function living(tx: Transaction, workspaceId: string, memberIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(memberIds)];
  const members = await tx.member.findMany({ where: { workspaceId, id: { in: ids } }, select: { id: true, removedAt: true } });
  if (members.length < ids.length) throw new AppError("BAD_INPUT", "mentions: one of these people is not in this workspace.");
  return members.filter(({ removedAt }) => removedAt === null).map(({ id }) => id);
}
