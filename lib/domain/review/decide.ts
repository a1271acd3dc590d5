import {
  type Attempt,
  currentAttempt,
  isUnpicked,
  moved,
  type Person,
  type ReviewCard,
  requiredChecks,
  retriesLeft,
  withCurrent,
} from "./card";
import { openDefects } from "./defect";
import type { Refusal } from "./refusal";
import { openChecks } from "./required-check";
import { haveAllPassed, openSeats, stagesOf } from "./stage";
import type { Vote } from "./stage-plan";

/** A decision on one named attempt: the one the person looked at. */
export interface Deciding {
  readonly attemptId: string;
  readonly by: Person;
  readonly note: string;
  readonly now: Date;
}

/**
 * Why this person cannot say anything of the current attempt; null when they can. Those decide who are awaited in a stage
 * – without stages the owner – and nobody on their own attempt.
 */
export function whyNotDecide(card: ReviewCard, by: Person, now: Date): Refusal | null {
  const attempt = currentAttempt(card);
  if (card.status !== "in_review" || attempt?.status !== "submitted") return "not_in_review";
  if (attempt.submittedById === by.memberId) return "own_attempt";
  if (openSeats(card, by.memberId, now).length > 0) return null;
  if (card.stages.length === 0) return "not_owner";
  if (attempt.votes.some(({ byId }) => byId === by.memberId)) return "voted_already";
  const seats = stagesOf(card).flatMap(({ reviewerIds }, stage) => (reviewerIds.includes(by.memberId) ? [stage] : []));
  if (seats.length === 0) return "not_reviewer";
  return seats.some((stage) => attempt.votes.some((vote) => vote.stage === stage)) ? "stage_decided" : "not_your_turn";
}

/** As {@link whyNotDecide}, but for the owner, who may end what they answer for at any stage. */
export function whyNotSendBack(card: ReviewCard, by: Person, now: Date): Refusal | null {
  const refusal = whyNotDecide(card, by, now);
  const isOwner = card.ownerId === by.memberId && refusal !== "not_in_review" && refusal !== "own_attempt";
  return isOwner ? null : refusal;
}

/** As {@link whyNotDecide}; approving also needs every defect outside the acceptable list waived, and the last word the required checks. */
export function whyNotApprove(card: ReviewCard, by: Person, now: Date): Refusal | null {
  const refusal = whyNotDecide(card, by, now);
  if (refusal) return refusal;
  const attempt = currentAttempt(card);
  if (attempt && isUnpicked(attempt)) return "option_needed";
  const { defects = [], ticks = [] } = attempt ?? {};
  if (openDefects(defects, card.acceptableDefects).length > 0) return "defects_open";
  const isLastWord = haveAllPassed(withVotes(card, "approved", { attemptId: "", by, note: "", now }));
  return isLastWord && openChecks(requiredChecks(card), ticks, "approval").length > 0 ? "checks_open" : null;
}

function otherAttempt(card: ReviewCard, attemptId: string): Refusal | null {
  return currentAttempt(card)?.id === attemptId ? null : "not_current_attempt";
}

/** Sending a card back needs a note, and one word of it is enough; a card with no retry left becomes exhausted, never stuck. */
export function requestChanges(card: ReviewCard, deciding: Deciding): ReviewCard | Refusal {
  const refusal = otherAttempt(card, deciding.attemptId) ?? whyNotSendBack(card, deciding.by, deciding.now);
  if (refusal) return refusal;
  if (deciding.note.trim() === "") return "note_needed";
  const sentBack = decided(card, "changes_requested", deciding);
  return moved(sentBack, retriesLeft(card) > 0 ? "changes_requested" : "exhausted");
}

/** Approves exactly the bytes of this attempt. While a stage still lacks somebody's word the card stays in review. */
export function approve(card: ReviewCard, deciding: Deciding): ReviewCard | Refusal {
  const refusal = otherAttempt(card, deciding.attemptId) ?? whyNotApprove(card, deciding.by, deciding.now);
  if (refusal) return refusal;
  const said = withVotes(card, "approved", deciding);
  return haveAllPassed(said) ? moved(decided(card, "approved", deciding), "approved") : said;
}

/** Ends the deliverable: nothing like this is wanted. The reason stays with the card. */
export function reject(card: ReviewCard, deciding: Deciding): ReviewCard | Refusal {
  const refusal = otherAttempt(card, deciding.attemptId) ?? whyNotSendBack(card, deciding.by, deciding.now);
  if (refusal) return refusal;
  if (deciding.note.trim() === "") return "reason_needed";
  return moved(decided(card, "rejected", deciding), "rejected");
}

/** Whether this very decision, or word in a stage, is already this person's: the same attempt, outcome and words. */
export function isOwnDecision(card: ReviewCard, status: Attempt["status"], { attemptId, by, note }: Omit<Deciding, "now">): boolean {
  const attempt = currentAttempt(card);
  if (attempt?.id !== attemptId || attempt.staleAt) return false;
  if (attempt.status === "submitted")
    return attempt.votes.some((vote) => vote.byId === by.memberId && vote.verdict === status && vote.note === note);
  return attempt.status === status && attempt.decision?.byId === by.memberId && attempt.decision.note === note;
}

/** The card with this person's word in every stage that waits for it. */
function withVotes(card: ReviewCard, verdict: Vote["verdict"], { by, note, now }: Deciding): ReviewCard {
  const said = openSeats(card, by.memberId, now).map((stage): Vote => ({ stage, byId: by.memberId, verdict, note, at: now.toISOString() }));
  return withCurrent(card, (attempt) => ({ ...attempt, votes: [...attempt.votes, ...said] }));
}

function decided(card: ReviewCard, status: Vote["verdict"], deciding: Deciding): ReviewCard {
  const { by, note, now } = deciding;
  const decision = { byId: by.memberId, at: now, note };
  return withCurrent(withVotes(card, status, deciding), (attempt) => ({ ...attempt, status, decision }));
}
