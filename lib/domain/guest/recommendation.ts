import { z } from "zod";
import type { Attempt, ReviewCard } from "../review/card";

/** What is asked of a card here: where it stands, and which attempt is its newest. */
type Standing = Pick<ReviewCard, "status"> & { readonly attempts: readonly Pick<Attempt, "id" | "status">[] };

/** What a guest would decide. It is shown beside the decision, and never is one. */
export const VERDICTS = ["approve", "changes"] as const;
export const GuestVerdict = z.enum(VERDICTS);
export type GuestVerdict = z.infer<typeof GuestVerdict>;

/** Why a guest can say nothing about this attempt now; null when they can. */
export function whyNotSpeakOf(card: Standing, attemptId: string): string | null {
  const current = card.attempts.at(-1);
  if (!current) return "Nothing was submitted on this card yet.";
  if (current.id !== attemptId) return "A newer attempt was submitted in the meantime; look at that one.";
  return card.status === "in_review" && current.status === "submitted" ? null : "This attempt is decided already.";
}

/** Why this recommendation cannot be given; null when it can. */
export function whyNotRecommend(card: Standing, attemptId: string, verdict: GuestVerdict, note: string) {
  const closed = whyNotSpeakOf(card, attemptId);
  if (closed !== null) return closed;
  return verdict === "changes" && note.trim() === "" ? "Say what should change: a note is needed." : null;
}

/** Where a card stands, for somebody outside the house: without who and why. */
export function standingForGuest(card: Pick<ReviewCard, "status">): string {
  switch (card.status) {
    case "draft":
      return "Nothing was submitted yet.";
    case "in_review":
      return "Waits for a decision.";
    case "changes_requested":
    case "exhausted":
      return "Changes were requested; a new attempt is being made.";
    case "approved":
      return "Approved.";
    case "published":
      return "Approved and published.";
    case "rejected":
      return "Rejected.";
    case "stopped":
    case "split":
      return "This card is closed.";
    default:
      return card.status satisfies never;
  }
}
