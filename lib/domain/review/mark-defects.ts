import { may } from "../access/policy";
import { type Attempt, currentAttempt, type Person, type ReviewCard, withCurrent } from "./card";
import { type Defect, type DefectMark, isAcceptable } from "./defect";
import type { Refusal } from "./refusal";

/** Why no defect can be marked now; null when one can. Defects belong to the attempt under review. */
export function whyNotMark(card: ReviewCard): Refusal | null {
  return card.status === "in_review" && currentAttempt(card)?.status === "submitted" ? null : "not_in_review";
}

/** Why a mark cannot say when something is seen; null when it can, or does not. `durationMs`: null for a still picture. */
export function whyNotDuring({ during }: Pick<DefectMark, "during">, durationMs: number | null): Refusal | null {
  if (during === null) return null;
  if (durationMs === null) return "no_moments";
  return during.fromMs > durationMs ? "after_the_end" : null;
}

/** Marks a defect on the attempt the reviewer looked at. */
export function recordDefect(
  card: ReviewCard,
  attemptId: string,
  mark: DefectMark,
  found: {
    readonly id: string;
    readonly by: Person /** How long what is looked at plays; null for a still picture. */;
    readonly durationMs: number | null;
  },
): ReviewCard | Refusal {
  const attempt = currentAttempt(card);
  if (attempt && attempt.id !== attemptId) return "not_current_attempt";
  const refusal = whyNotMark(card) ?? whyNotDuring(mark, found.durationMs);
  if (refusal) return refusal;
  const defect: Defect = { ...mark, id: found.id, foundById: found.by.memberId, waiver: null, carriedFromId: null, fixed: null };
  return withCurrent(card, (current) => ({ ...current, defects: [...current.defects, defect] }));
}

/** Whoever marked a defect or owns the card takes it back; never the submitter, for whom that would be deciding. */
export function removeDefect(card: ReviewCard, defectId: string, by: Person): ReviewCard | Refusal {
  const refusal = whyNotMark(card);
  if (refusal) return refusal;
  const { attempt, defect } = find(card, defectId);
  if (!attempt || !defect) return "defect_gone";
  if (attempt.submittedById === by.memberId && defect.foundById !== by.memberId) return "own_attempt_defect";
  if (defect.foundById !== by.memberId && card.ownerId !== by.memberId) return "not_your_defect";
  return withCurrent(card, (current) => ({ ...current, defects: current.defects.filter(({ id }) => id !== defectId) }));
}

/** Why this person cannot waive any defect now; null when they can. */
export function whyNotWaiveDefect(card: ReviewCard, by: Person): Refusal | null {
  const refusal = whyNotMark(card);
  if (refusal) return refusal;
  if (!may(by.role, "card.waive")) return "lead_needed";
  return currentAttempt(card)?.submittedById === by.memberId ? "own_attempt_defect" : null;
}

/** A lead lets a defect outside the acceptable list pass, and says why. Not on their own attempt. */
export function waiveDefect(card: ReviewCard, defectId: string, by: Person, reason: string): ReviewCard | Refusal {
  const refusal = whyNotWaiveDefect(card, by);
  if (refusal) return refusal;
  const { defect } = find(card, defectId);
  if (!defect) return "defect_gone";
  if (defect.waiver) return "already_waived";
  if (isAcceptable(defect, card.acceptableDefects)) return "defect_acceptable";
  if (reason.trim() === "") return "reason_needed";
  const waiver = { waivedById: by.memberId, reason: reason.trim() };
  return withCurrent(card, (current) => ({
    ...current,
    defects: current.defects.map((other) => (other.id === defectId ? { ...other, waiver } : other)),
  }));
}

/** Whether this very waiver is already this person's: the same defect and words. */
export function isOwnWaiver(card: ReviewCard, defectId: string, by: Person, reason: string): boolean {
  const waiver = find(card, defectId).defect?.waiver;
  return waiver?.waivedById === by.memberId && waiver.reason === reason.trim();
}

function find(card: ReviewCard, defectId: string): { attempt: Attempt | null; defect: Defect | undefined } {
  const attempt = currentAttempt(card);
  return { attempt, defect: attempt?.defects.find(({ id }) => id === defectId) };
}
