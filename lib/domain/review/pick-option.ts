import { currentAttempt, type Person, type ReviewCard, withCurrent } from "./card";
import { whyNotSendBack } from "./decide";
import type { Refusal } from "./refusal";

/** Why this person cannot choose among the options now; null when they can: who decides, before anything else was said of the attempt. */
export function whyNotPick(card: ReviewCard, by: Person, now: Date): Refusal | null {
  const attempt = currentAttempt(card);
  if (!attempt || attempt.options.length < 2) return "no_options";
  const refusal = whyNotSendBack(card, by, now);
  if (refusal) return refusal;
  return attempt.votes.length > 0 || attempt.defects.length > 0 || attempt.ticks.length > 0 ? "option_settled" : null;
}

/** Chooses one of the pictures an attempt offers: from then on the attempt, and any approval, is of exactly its bytes. */
export function pickOption(card: ReviewCard, attemptId: string, assetId: string, by: Person, now: Date): ReviewCard | Refusal {
  const attempt = currentAttempt(card);
  if (attempt?.id !== attemptId) return "not_current_attempt";
  const refusal = whyNotPick(card, by, now);
  if (refusal) return refusal;
  const option = attempt.options.find((each) => each.assetId === assetId);
  if (!option) return "no_options";
  if (isPicked(card, attemptId, assetId)) return "picked_already";
  return withCurrent(card, (current) => ({ ...current, ...option, pickedById: by.memberId }));
}

/** Whether this is the picture chosen on the current attempt, by whomever. */
export function isPicked(card: ReviewCard, attemptId: string, assetId: string): boolean {
  const attempt = currentAttempt(card);
  return attempt?.id === attemptId && attempt.pickedById !== null && attempt.assetId === assetId;
}
