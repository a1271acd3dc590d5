import type { Role } from "../access/policy";
import { type Attempt, type AttemptOption, currentAttempt, isFallbackOpen, moved, type Person, type ReviewCard } from "./card";
import { dueAfter } from "./due";
import { missingParts } from "./missing-parts";
import type { Refusal } from "./refusal";
import { isAllowedEngine, isDraftedEnough, isFinalEnough, type LaneRules, type Making, mayRunForCard } from "./run-for-card";

/** What is submitted, with the facts the lane asks about. */
export interface Submission {
  readonly id: string;
  readonly assetId: string;
  readonly variantId: string | null;
  /** SHA-256 of the asset's bytes. */
  readonly contentHash: string;
  readonly note: string;
  readonly submittedById: string;
  /** Null: the studio submits in their name what a run made. */
  readonly role: Role | null;
  /** How it was run and where; null for a file that no engine of ours made. */
  readonly run: Making | null;
  /** Every picture that is offered, itself among them. */
  readonly options: readonly AttemptOption[];
  /** How the others were run. */
  readonly otherRuns?: readonly Making[];
}

/** Why this person can submit nothing to this card now, whatever the file; null when they can. */
export function whyNotSubmit(card: ReviewCard, by: Person | null): Refusal | null {
  return mayRunForCard(card, by) ?? (missingParts(card).length > 0 ? "incomplete" : null);
}

function refusalOfAny(lane: LaneRules, { run, otherRuns = [] }: Submission): Refusal | null {
  return [run, ...otherRuns].map((each) => laneRefusal(lane, each)).find((refusal) => refusal !== null) ?? null;
}

/** What the lane refuses whatever the card says: production takes final quality from allowed engines; a file made elsewhere is judged as it is. */
export function laneRefusal(lane: LaneRules, run: Submission["run"]): Refusal | null {
  if (!run) return null;
  if (!isAllowedEngine(lane, run)) return "engine_not_allowed";
  if (!isFinalEnough(lane, run)) return "draft_quality";
  return isDraftedEnough(lane, run) ? null : "not_from_draft";
}

/**
 * Submits a file. The first attempt is free; every later one is a retry and uses one, except the one the fallback path
 * allows. A new attempt takes the place of one that still waits (withdrawn) and makes an approval stale.
 *
 * `seenAttempt` is the number of the newest attempt the submitter has looked at, 0 for none: of many people who press at
 * once only the first submits, and nobody burns a retry they did not mean to.
 */
export function submitAttempt(
  card: ReviewCard,
  submission: Submission,
  lane: LaneRules,
  seenAttempt: number,
  now: Date,
): ReviewCard | Refusal {
  const current = currentAttempt(card);
  const number = current?.number ?? 0;
  if (number !== seenAttempt) return "newer_attempt";
  const by = submission.role && { memberId: submission.submittedById, role: submission.role };
  const refusal = whyNotSubmit(card, by) ?? refusalOfAny(lane, submission);
  if (refusal) return refusal;
  if (current?.contentHash === submission.contentHash) return "same_file";
  const viaFallback = isFallbackOpen(card);
  const isRetry = current !== null && !viaFallback;
  return {
    ...moved(card, "in_review"),
    ...dueFrom(card, now),
    makerId: null,
    retriesUsed: card.retriesUsed + (isRetry ? 1 : 0),
    attempts: [
      ...card.attempts.map((attempt) => (attempt === current ? superseded(attempt, now) : attempt)),
      {
        id: submission.id,
        number: number + 1,
        assetId: submission.assetId,
        variantId: submission.variantId,
        contentHash: submission.contentHash,
        status: "submitted",
        note: submission.note,
        viaFallback,
        submittedById: submission.submittedById,
        decision: null,
        staleAt: null,
        recipeEdit: null,
        renewsId: null,
        defects: [],
        submittedAt: now,
        options: submission.options.length > 1 ? submission.options : [],
        pickedById: null,
        votes: [],
        ticks: [],
      },
    ],
  };
}

/** The template's rule, unless somebody said a date; each attempt gives whoever decides their time anew. */
export function dueFrom({ startedFrom, dueAt, dueByRule }: ReviewCard, now: Date): Pick<ReviewCard, "dueAt" | "dueByRule"> {
  const rule = startedFrom?.due;
  return rule && (dueAt === null || dueByRule) ? { dueAt: dueAfter(rule, now), dueByRule: true } : { dueAt, dueByRule };
}

/**
 * Whether the current attempt is this very submission: the same bytes and words, by the same person, on top of what they
 * had looked at. Its picture may have been given a decision meanwhile.
 */
export function isOwnSubmission(
  card: ReviewCard,
  { contentHash, submittedById, note }: Pick<Submission, "contentHash" | "submittedById" | "note">,
  seenAttempt: number,
): boolean {
  const current = currentAttempt(card);
  if (current?.number !== seenAttempt + 1 || current.contentHash !== contentHash) return false;
  return current.submittedById === submittedById && current.note === note;
}

/** What becomes of an attempt when a newer one takes its place. */
export function superseded(attempt: Attempt, now: Date): Attempt {
  if (attempt.status === "submitted") return { ...attempt, status: "withdrawn" };
  return attempt.status === "approved" ? { ...attempt, staleAt: now } : attempt;
}
