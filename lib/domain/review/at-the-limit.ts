import { may } from "../access/policy";
import { currentAttempt, isFallbackOpen, moved, type Person, type ReviewCard, retriesLeft, withCurrent } from "./card";
import type { Refusal } from "./refusal";
import { isOpen } from "./status";

export interface CardPart {
  readonly title: string;
  readonly goal: string;
}

export function whyNotWaiveRetry(card: ReviewCard, by: Person): Refusal | null {
  if (card.status !== "exhausted" && card.status !== "approved") return "not_exhausted";
  if (retriesLeft(card) > 0) return "retry_left";
  return may(by.role, "card.waive") ? null : "lead_needed";
}

/** A lead grants one more retry, with a reason. An exhausted card goes back to work; an approved one stays approved until something new is submitted. */
export function waiveRetry(card: ReviewCard, by: Person, reason: string): ReviewCard | Refusal {
  const refusal = whyNotWaiveRetry(card, by);
  if (refusal) return refusal;
  if (reason.trim() === "") return "reason_needed";
  const granted = { ...card, waivedRetries: card.waivedRetries + 1 };
  return card.status === "exhausted" ? moved(granted, "changes_requested") : granted;
}

export function whyNotTakeFallback(card: ReviewCard): Refusal | null {
  if (card.status !== "exhausted") return "not_exhausted";
  if (card.fallbackTakenAt) return "fallback_taken";
  return card.fallbackPath ? null : "incomplete";
}

/**
 * Takes the path agreed before the first attempt, once. It allows one more attempt, which is not a retry; only `stop` ends
 * the card. (For a library picture the verb submits that picture in the same step.)
 */
export function takeFallback(card: ReviewCard, by: Person, now: Date): ReviewCard | Refusal {
  const refusal = whyNotTakeFallback(card);
  if (refusal) return refusal;
  const taken = { ...card, fallbackTakenAt: now, makerId: makerOf(card, by) };
  return moved(taken, card.fallbackPath?.kind === "stop" ? "stopped" : "changes_requested");
}

/** By hand: whom the path names, else whoever takes it, if they may submit what they make. */
function makerOf({ fallbackPath }: ReviewCard, by: Person): string | null {
  if (fallbackPath?.kind !== "manual") return null;
  return fallbackPath.memberId ?? (may(by.role, "card.write") ? by.memberId : null);
}

/** Whether the path was taken and what it led to still stands: its attempt is awaited or in review, or the card has ended by it. */
export function isFallbackUnderWay(card: ReviewCard): boolean {
  if (card.fallbackTakenAt === null) return false;
  return isFallbackOpen(card) || card.status === "stopped" || (card.status === "in_review" && currentAttempt(card)?.viaFallback === true);
}

export function whyNotSplit(card: ReviewCard): Refusal | null {
  return card.status === "exhausted" ? null : "not_exhausted";
}

/** What the parts of a split take over, as whoever splits reads it. A limit of none is kept like any other, until a draft says otherwise. */
export function partsInWords({ retryLimit }: Pick<ReviewCard, "retryLimit">): string {
  const limit = retryLimit ?? 0;
  const kept = "This card ends here. The new ones keep its owner, limit and fallback path";
  if (limit === 0)
    return `${kept}: no retry, so the first return exhausts them too. Edit a draft to give it more before its first attempt.`;
  return `${kept}, and begin with all ${limit === 1 ? "of its one retry" : `${limit} retries`}.`;
}

/** Too much for one card: it ends, with a reason, and narrower drafts on the same terms begin. */
export function splitCard(
  card: ReviewCard,
  parts: readonly CardPart[],
  by: Person,
  reason: string,
): { readonly card: ReviewCard; readonly parts: readonly ReviewCard[] } | Refusal {
  const refusal = whyNotSplit(card);
  if (refusal) return refusal;
  if (parts.length < 2) return "too_few_parts";
  if (reason.trim() === "") return "reason_needed";
  return {
    card: moved(card, "split"),
    parts: parts.map(({ title, goal }) => ({
      ...card,
      title,
      goal: goal.trim() === "" ? card.goal : goal,
      status: "draft" as const,
      createdById: by.memberId,
      retriesUsed: 0,
      waivedRetries: 0,
      fallbackTakenAt: null,
      makerId: null,
      attempts: [],
    })),
  };
}

export function whyNotStop(card: ReviewCard, by: Person): Refusal | null {
  if (!isOpen(card.status)) return "card_closed";
  const involved = card.createdById === by.memberId || card.ownerId === by.memberId || may(by.role, "card.waive");
  return involved ? null : "author_owner_or_lead";
}

/** Gives the deliverable up, with a reason. An attempt that still waits is withdrawn. */
export function stopCard(card: ReviewCard, by: Person, reason: string): ReviewCard | Refusal {
  const refusal = whyNotStop(card, by);
  if (refusal) return refusal;
  if (reason.trim() === "") return "reason_needed";
  const stopped = moved(card, "stopped");
  return withCurrent(stopped, (attempt) => (attempt.status === "submitted" ? { ...attempt, status: "withdrawn" } : attempt));
}
