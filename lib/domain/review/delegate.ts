import { may } from "../access/policy";
import { currentAttempt, type Person, type ReviewCard } from "./card";
import { canOwn } from "./edit-card";
import type { Refusal } from "./refusal";
import { hasPassed } from "./stage";
import { isOpen } from "./status";

/** Why this person can give no seat to anybody; null when they can. */
export function whyNotDelegate(card: ReviewCard, by: Person): Refusal | null {
  if (!isOpen(card.status)) return "card_closed";
  if (card.stages.length === 0) return "no_stages";
  const isSeated = card.stages.some(({ reviewerIds }) => reviewerIds.includes(by.memberId));
  return isSeated || card.ownerId === by.memberId || may(by.role, "card.waive") ? null : "seat_owner_or_lead";
}

/**
 * Gives somebody's seats to somebody else who can decide: those in stages that have not decided on the
 * current attempt and in which they said nothing of it. What was said stays said.
 */
export function delegateSeat(card: ReviewCard, fromId: string, to: Person, by: Person): ReviewCard | Refusal {
  const refusal = whyNotDelegate(card, by);
  if (refusal) return refusal;
  if (by.memberId !== fromId && card.ownerId !== by.memberId && !may(by.role, "card.waive")) return "seat_owner_or_lead";
  if (!canOwn(to.role)) return "owner_cannot_decide";
  const attempt = card.status === "in_review" ? currentAttempt(card) : null;
  if (attempt?.submittedById === to.memberId) return "own_attempt_seat";
  const votes = attempt?.votes ?? [];
  const isFree = (stage: number) =>
    !votes.some((vote) => vote.stage === stage && vote.byId === fromId) && !(attempt && hasPassed(card, stage));
  const given = card.stages.flatMap(({ reviewerIds }, stage) => (reviewerIds.includes(fromId) && isFree(stage) ? [stage] : []));
  if (given.length === 0) return "no_seat";
  if (given.some((stage) => card.stages[stage]?.reviewerIds.includes(to.memberId))) return "already_seated";
  return {
    ...card,
    stages: card.stages.map((stage, at) =>
      given.includes(at) ? { ...stage, reviewerIds: stage.reviewerIds.map((id) => (id === fromId ? to.memberId : id)) } : stage,
    ),
  };
}
