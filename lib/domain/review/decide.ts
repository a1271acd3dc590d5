import { type Attempt, currentAttempt, moved, type Person, type ReviewCard, requiredChecks, retriesLeft, withCurrent } from "./card";
import { openDefects } from "./defect";
import type { Refusal } from "./refusal";
import { openChecks } from "./required-check";

/** A decision on one named attempt: the one the person looked at. */
export interface Deciding {
  readonly attemptId: string;
  readonly by: Person;
  readonly note: string;
  readonly now: Date;
}

/** Why this person cannot decide on the current attempt; null when they can. The owner decides, and never on their own attempt. */
export function whyNotDecide(card: ReviewCard, by: Person): Refusal | null {
  const attempt = currentAttempt(card);
  if (card.status !== "in_review" || attempt?.status !== "submitted") return "not_in_review";
  if (attempt.submittedById === by.memberId) return "own_attempt";
  return card.ownerId === by.memberId ? null : "not_owner";
}

/** As {@link whyNotDecide}; approving also needs every defect outside the acceptable list waived, and the required checks ticked. */
export function whyNotApprove(card: ReviewCard, by: Person): Refusal | null {
  const refusal = whyNotDecide(card, by);
  if (refusal) return refusal;
  const { defects = [], ticks = [] } = currentAttempt(card) ?? {};
  if (openDefects(defects, card.acceptableDefects).length > 0) return "defects_open";
  return openChecks(requiredChecks(card), ticks, "approval").length > 0 ? "checks_open" : null;
}

function otherAttempt(card: ReviewCard, attemptId: string): Refusal | null {
  return currentAttempt(card)?.id === attemptId ? null : "not_current_attempt";
}

/** Sending a card back needs a note; a card with no retry left becomes exhausted, never stuck. */
export function requestChanges(card: ReviewCard, deciding: Deciding): ReviewCard | Refusal {
  const refusal = otherAttempt(card, deciding.attemptId) ?? whyNotDecide(card, deciding.by);
  if (refusal) return refusal;
  if (deciding.note.trim() === "") return "note_needed";
  const sentBack = decided(card, "changes_requested", deciding);
  return moved(sentBack, retriesLeft(card) > 0 ? "changes_requested" : "exhausted");
}

/** Approves exactly the bytes of this attempt. */
export function approve(card: ReviewCard, deciding: Deciding): ReviewCard | Refusal {
  const refusal = otherAttempt(card, deciding.attemptId) ?? whyNotApprove(card, deciding.by);
  return refusal ?? moved(decided(card, "approved", deciding), "approved");
}

/** Ends the deliverable: nothing like this is wanted. The reason stays with the card. */
export function reject(card: ReviewCard, deciding: Deciding): ReviewCard | Refusal {
  const refusal = otherAttempt(card, deciding.attemptId) ?? whyNotDecide(card, deciding.by);
  if (refusal) return refusal;
  if (deciding.note.trim() === "") return "reason_needed";
  return moved(decided(card, "rejected", deciding), "rejected");
}

/** Whether this very decision is already this person's: the same attempt, outcome and words. */
export function isOwnDecision(card: ReviewCard, status: Attempt["status"], { attemptId, by, note }: Omit<Deciding, "now">): boolean {
  const attempt = currentAttempt(card);
  if (attempt?.id !== attemptId || attempt.status !== status || attempt.staleAt) return false;
  return attempt.decision?.byId === by.memberId && attempt.decision.note === note;
}

function decided(card: ReviewCard, status: Attempt["status"], { by, note, now }: Deciding): ReviewCard {
  return withCurrent(card, (attempt) => ({ ...attempt, status, decision: { byId: by.memberId, at: now, note } }));
}
