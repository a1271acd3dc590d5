import { currentAttempt, type Person, type ReviewCard, requiredChecks, withCurrent } from "./card";
import type { Refusal } from "./refusal";

/** Why this person can tick nothing now; null when they can. Four eyes: never on their own attempt. */
export function whyNotTick(card: ReviewCard, by: Person): Refusal | null {
  const attempt = currentAttempt(card);
  if (requiredChecks(card).length === 0) return "no_such_check";
  if (!attempt || (card.status !== "in_review" && card.status !== "approved")) return "not_in_review";
  return attempt.submittedById === by.memberId ? "own_attempt_check" : null;
}

/** Says that a required check holds for the attempt somebody looked at, or takes that back. What an approval rested on stays said. */
export function tickCheck(
  card: ReviewCard,
  { attemptId, checkId, isTicked }: { readonly attemptId: string; readonly checkId: string; readonly isTicked: boolean },
  by: Person,
  now: Date,
): ReviewCard | Refusal {
  const attempt = currentAttempt(card);
  if (attempt && attempt.id !== attemptId) return "not_current_attempt";
  const refusal = whyNotTick(card, by);
  if (refusal) return refusal;
  const check = requiredChecks(card).find(({ id }) => id === checkId);
  if (!check) return "no_such_check";
  if (card.status === "approved" && check.before === "approval") return "not_in_review";
  if (isCheckTicked(card, attemptId, checkId) === isTicked) return "ticked_already";
  return withCurrent(card, (current) => ({
    ...current,
    ticks: isTicked
      ? [...current.ticks, { checkId, byId: by.memberId, at: now.toISOString() }]
      : current.ticks.filter((tick) => tick.checkId !== checkId),
  }));
}

/** Whether the card asks for this check at all. */
export function hasCheck(card: ReviewCard, checkId: string): boolean {
  return requiredChecks(card).some(({ id }) => id === checkId);
}

/** Whether this is said of the current attempt, by whomever. */
export function isCheckTicked(card: ReviewCard, attemptId: string, checkId: string): boolean {
  const attempt = currentAttempt(card);
  return attempt?.id === attemptId && attempt.ticks.some((tick) => tick.checkId === checkId);
}
