import { hasAttemptLeft, type ReviewCard } from "./card";
import type { Refusal } from "./refusal";
import { canMove } from "./status";

/**
 * May a run be started for this card? Asked before money is spent: a picture that could not be submitted is not paid for.
 * Running costs no retry; submitting the result does. Null = yes.
 */
export function mayRunForCard(card: ReviewCard): Refusal | null {
  if (card.status === "exhausted") return "no_retry_left";
  if (card.status !== "in_review" && !canMove(card.status, "in_review")) return "card_closed";
  if (hasAttemptLeft(card)) return null;
  return card.status === "in_review" ? "last_attempt_waits" : "no_retry_left";
}
