import type { ReviewCard } from "@/lib/domain/review/card";
import { canOwn } from "@/lib/domain/review/edit-card";
import { fillGoal, type GoalValues, openVariables } from "@/lib/domain/review/goal";
import type { Refusal } from "@/lib/domain/review/refusal";
import { assignOwner, type Candidate, rotationOf } from "@/lib/domain/review/rotation";
import { OPEN_STATUSES } from "@/lib/domain/review/status";
import type { AuditEntry, WriteContext } from "../write";
import { type ChangedCard, personAt } from "./change-card";

/** What is settled at the moment a card is submitted: the variables of its goal, and the owner a rotation finds. */
export async function readyToSubmit(context: WriteContext, card: ReviewCard, values: GoalValues): Promise<ReviewCard | Refusal> {
  const filled = { ...card, goal: fillGoal(card.goal, openVariables(card), values) };
  const among = rotationOf(filled);
  if (among === null) return filled;
  return assignOwner(filled, await candidatesOf(context, among), personAt(context.actor).memberId);
}

/**
 * Whom the rotation may turn to, with the open cards each owns. Submissions that ask at the same moment are answered one
 * after the other, so that each sees what the one before was given.
 */
async function candidatesOf({ tx, actor }: WriteContext, among: readonly string[]): Promise<readonly Candidate[]> {
  const { workspaceId } = actor;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rotation ${workspaceId}`}, 0))`;
  const members = await tx.member.findMany({
    where: { workspaceId, removedAt: null, ...(among.length === 0 ? { role: "reviewer" } : { id: { in: [...among] } }) },
    select: { id: true, role: true },
  });
  const memberIds = members.filter(({ role }) => canOwn(role)).map(({ id }) => id);
  const owned = await tx.reviewCard.groupBy({
    by: ["ownerId"],
    where: { workspaceId, ownerId: { in: memberIds }, status: { in: [...OPEN_STATUSES] } },
    _count: true,
  });
  const openCards = new Map(owned.map(({ ownerId, _count }) => [ownerId, _count]));
  return memberIds.map((memberId) => ({ memberId, openCards: openCards.get(memberId) ?? 0 }));
}

/** For the trail: whom the rotation found, and what the goal became. */
export function settledNow({ before: { card }, after }: ChangedCard): NonNullable<AuditEntry["details"]> {
  return {
    ...(card.ownerId === null && after.ownerId !== null ? { ownerAfter: after.ownerId } : {}),
    ...(card.goal === after.goal ? {} : { goalAfter: after.goal }),
  };
}
