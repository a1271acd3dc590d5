import { currentAttempt, type Person, type ReviewCard, withCurrent } from "./card";
import { type Defect, openDefects } from "./defect";
import { whyNotMark } from "./mark-defects";
import type { Refusal } from "./refusal";

export const RECHECK_VERDICTS = ["fixed", "still-there"] as const;
export type RecheckVerdict = (typeof RECHECK_VERDICTS)[number];

/** A defect of an earlier attempt that the current one was to mend. */
export interface Rechecked {
  readonly defect: Defect;
  /** Number of the attempt it was found on. */
  readonly attempt: number;
  /** What was said of it on the current attempt; null: nothing yet. */
  readonly verdict: RecheckVerdict | null;
}

/**
 * What is to be looked at again on the current attempt, oldest first: defects outside the acceptable list that nobody
 * waived and that no attempt between was said to have mended. One that was still there stands for the one it came from.
 */
export function toRecheck(card: Pick<ReviewCard, "attempts" | "acceptableDefects">): readonly Rechecked[] {
  const current = currentAttempt(card);
  if (!current) return [];
  const earlier = card.attempts.slice(0, -1);
  const carriedBefore = new Set(earlier.flatMap(({ defects }) => defects.map(({ carriedFromId }) => carriedFromId)));
  const carriedNow = new Set(current.defects.map(({ carriedFromId }) => carriedFromId));
  return earlier.flatMap(({ number, defects }) =>
    openDefects(defects, card.acceptableDefects).flatMap((defect): Rechecked[] => {
      if (carriedBefore.has(defect.id)) return [];
      if (defect.fixed) return defect.fixed.attemptId === current.id ? [{ defect, attempt: number, verdict: "fixed" }] : [];
      return [{ defect, attempt: number, verdict: carriedNow.has(defect.id) ? "still-there" : null }];
    }),
  );
}

/** Whether this is already said of this defect, by whomever. */
export function isRechecked(card: ReviewCard, attemptId: string, defectId: string, verdict: RecheckVerdict | null): boolean {
  if (currentAttempt(card)?.id !== attemptId) return false;
  return toRecheck(card).some((rechecked) => rechecked.defect.id === defectId && rechecked.verdict === verdict);
}

/**
 * Says whether the attempt under review mended a defect of an earlier one, or takes that back (null). What is still there
 * becomes a defect of this attempt, at the same place. Not for the submitter, for whom that would be deciding.
 */
export function recheckDefect(
  card: ReviewCard,
  attemptId: string,
  defectId: string,
  verdict: RecheckVerdict | null,
  said: { readonly id: string; readonly by: Person },
): ReviewCard | Refusal {
  const current = currentAttempt(card);
  if (current && current.id !== attemptId) return "not_current_attempt";
  const refusal = whyNotMark(card);
  if (refusal) return refusal;
  const rechecked = toRecheck(card).find(({ defect }) => defect.id === defectId);
  if (!rechecked) return "nothing_to_recheck";
  if (current?.submittedById === said.by.memberId) return "own_attempt_defect";
  if (rechecked.verdict === verdict) return "said_already";
  const { defect } = rechecked;
  const fixed = verdict === "fixed" ? { attemptId, byId: said.by.memberId } : null;
  const carried: Defect = { ...defect, id: said.id, foundById: said.by.memberId, waiver: null, carriedFromId: defect.id, fixed: null };
  const marked: ReviewCard = {
    ...card,
    attempts: card.attempts.map((attempt) =>
      attempt.defects.includes(defect)
        ? { ...attempt, defects: attempt.defects.map((other) => (other === defect ? { ...defect, fixed } : other)) }
        : attempt,
    ),
  };
  return withCurrent(marked, (attempt) => {
    const others = attempt.defects.filter(({ carriedFromId }) => carriedFromId !== defectId);
    return { ...attempt, defects: verdict === "still-there" ? [...others, carried] : others };
  });
}
