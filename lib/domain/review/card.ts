import { z } from "zod";
import type { Role } from "../access/policy";
import { Id, Instant } from "../wire";
import type { CardAcceptableDefect, Defect } from "./defect";
import type { FallbackPath } from "./fallback";
import type { RequiredCheck, Tick } from "./required-check";
import type { Stage, Vote } from "./stage-plan";
import { type AttemptStatus, type CardStatus, canMove } from "./status";
import type { CardTemplate } from "./template";

/** Somebody at the card. */
export interface Person {
  readonly memberId: string;
  readonly role: Role;
}

/** One submission, bound to the content hash it was made with. */
export interface Attempt {
  readonly id: string;
  /** From 1, in order of submission. */
  readonly number: number;
  readonly assetId: string;
  readonly variantId: string | null;
  /** SHA-256 of the bytes that were submitted; the approval is of exactly these. */
  readonly contentHash: string;
  readonly status: AttemptStatus;
  readonly note: string;
  /** The one attempt the fallback path allowed. */
  readonly viaFallback: boolean;
  readonly submittedById: string;
  readonly decision: Decision | null;
  /** Since when an approval no longer counts, because a newer attempt was submitted. */
  readonly staleAt: Date | null;
  /** The recipe that took the place of the approved one; null while the recipe is what was approved. */
  readonly recipeEdit: RecipeEdit | null;
  /** The approved attempt whose review is asked for again, with the very same bytes; null for a picture of its own. */
  readonly renewsId: string | null;
  readonly defects: readonly Defect[];
  readonly submittedAt: Date;
  /** The pictures offered with it, of which whoever decides chooses one; empty for a single one. */
  readonly options: readonly AttemptOption[];
  readonly pickedById: string | null;
  /** What was said of it in the stages, oldest first. */
  readonly votes: readonly Vote[];
  /** Required checks a person said hold for these bytes. */
  readonly ticks: readonly Tick[];
}

/** Somebody wrote another recipe for an approved attempt: what would be made now is not what was approved. */
export const RecipeEdit = z.strictObject({ promptId: Id, byId: Id, at: Instant });
export type RecipeEdit = z.infer<typeof RecipeEdit>;

/** One of several pictures an attempt offers. */
export const AttemptOption = z.strictObject({ assetId: Id, variantId: Id.nullable(), contentHash: z.string() });
export type AttemptOption = z.infer<typeof AttemptOption>;

export interface Decision {
  readonly byId: string;
  readonly at: Date;
  readonly note: string;
}

/** One deliverable and everything its rules need. */
export interface ReviewCard {
  readonly status: CardStatus;
  readonly title: string;
  readonly goal: string;
  readonly acceptableDefects: readonly CardAcceptableDefect[];
  readonly ownerId: string | null;
  readonly createdById: string;
  readonly retryLimit: number | null;
  readonly retriesUsed: number;
  /** Further retries leads granted at the limit. */
  readonly waivedRetries: number;
  readonly fallbackPath: FallbackPath | null;
  readonly fallbackTakenAt: Date | null;
  /** Who makes the last attempt by hand, once that path is taken; null: whoever takes it up, or nobody has to. */
  readonly makerId: string | null;
  readonly dueAt: Date | null;
  /** The due date is the template's rule at work, not somebody's word. */
  readonly dueByRule: boolean;
  /** The lane's template as it was when the card began; null for cards from before there were templates to choose from. */
  readonly startedFrom: CardTemplate | null;
  /** Who decides besides the owner, in which order; none: the owner alone. */
  readonly stages: readonly Stage[];
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
}

/**
 * Why an approval no longer counts: a newer attempt was submitted, the stored file is another than the one that was
 * approved, or its recipe was edited.
 */
export const STALE_REASONS = ["newer-attempt", "other-file", "recipe-edited"] as const;
export type StaleReason = (typeof STALE_REASONS)[number];

/** Null while the approval counts, and for what was never approved. `storedHash`: SHA-256 of the file as it is stored now. */
export function whyStale(
  attempt: Pick<Attempt, "status" | "staleAt" | "contentHash" | "recipeEdit">,
  storedHash: string,
): StaleReason | null {
  if (attempt.status !== "approved") return null;
  if (attempt.staleAt !== null) return "newer-attempt";
  if (storedHash !== attempt.contentHash) return "other-file";
  return attempt.recipeEdit === null ? null : "recipe-edited";
}

export function currentAttempt(card: Pick<ReviewCard, "attempts">): Attempt | null {
  return card.attempts.at(-1) ?? null;
}

/** Whether somebody still has to choose which of several pictures is decided on. */
export function isUnpicked({ options, pickedById }: Pick<Attempt, "options" | "pickedById">): boolean {
  return options.length > 1 && pickedById === null;
}

/** What a person has to tick, by the template the card started from. */
export function requiredChecks(card: Pick<ReviewCard, "startedFrom">): readonly RequiredCheck[] {
  return card.startedFrom?.requiredChecks ?? [];
}

/** Retries that may still be used: the limit and what was waived, less what is used. Never negative. */
export function retriesLeft(card: Pick<ReviewCard, "retryLimit" | "retriesUsed" | "waivedRetries">): number {
  return Math.max(0, (card.retryLimit ?? 0) + card.waivedRetries - card.retriesUsed);
}

/** The fallback path says that somebody makes the last attempt by hand, and their file is awaited. */
export function isManualWorkOpen(card: Pick<ReviewCard, "status" | "fallbackTakenAt" | "fallbackPath" | "attempts">): boolean {
  return card.status === "changes_requested" && card.fallbackPath?.kind === "manual" && isFallbackOpen(card);
}

/** The fallback path was taken and its attempt has not been submitted yet: the next attempt is that one, not a retry. */
export function isFallbackOpen(card: Pick<ReviewCard, "fallbackTakenAt" | "attempts">): boolean {
  return card.fallbackTakenAt !== null && !card.attempts.some(({ viaFallback }) => viaFallback);
}

/** May another attempt be submitted as far as the limit goes? The first always may; later ones need a retry or the fallback's own. */
export function hasAttemptLeft(card: ReviewCard): boolean {
  return card.attempts.length === 0 || isFallbackOpen(card) || retriesLeft(card) > 0;
}

/** The card in its next status. A step outside the table is a bug in a move, never somebody's mistake. */
export function moved(card: ReviewCard, to: CardStatus): ReviewCard {
  if (card.status !== to && !canMove(card.status, to)) throw new RangeError(`a card never goes from ${card.status} to ${to}`);
  return { ...card, status: to };
}

/** The card with its current attempt changed. */
export function withCurrent(card: ReviewCard, change: (attempt: Attempt) => Attempt): ReviewCard {
  const last = card.attempts.length - 1;
  return { ...card, attempts: card.attempts.map((attempt, index) => (index === last ? change(attempt) : attempt)) };
}
