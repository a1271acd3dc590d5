import { z } from "zod";

export const CARD_STATUSES = [
  "draft",
  "in_review",
  "changes_requested",
  "exhausted",
  "approved",
  "rejected",
  "stopped",
  "split",
  "published",
] as const;
export const CardStatus = z.enum(CARD_STATUSES);
export type CardStatus = z.infer<typeof CardStatus>;

/**
 * Where a card may go next. `exhausted` is not a dead end: a waiver or the fallback path leads back to work, a library
 * picture straight into review, and split and stop are honest ends. Withdrawing a publication gives the card back.
 */
const NEXT = {
  draft: ["in_review", "stopped"],
  in_review: ["changes_requested", "exhausted", "approved", "rejected", "stopped"],
  changes_requested: ["in_review", "stopped"],
  exhausted: ["changes_requested", "in_review", "split", "stopped"],
  approved: ["in_review", "published"],
  published: ["approved"],
  rejected: [],
  stopped: [],
  split: [],
} as const satisfies Record<CardStatus, readonly CardStatus[]>;

export function canMove(from: CardStatus, to: CardStatus): boolean {
  return (NEXT[from] as readonly CardStatus[]).includes(to);
}

/** Open: somebody still has something to do before there is a decision. */
export function isOpen(status: CardStatus): boolean {
  return canMove(status, "stopped");
}

export const OPEN_STATUSES: readonly CardStatus[] = CARD_STATUSES.filter(isOpen);

export const ATTEMPT_STATUSES = ["submitted", "changes_requested", "approved", "rejected", "withdrawn"] as const;
export const AttemptStatus = z.enum(ATTEMPT_STATUSES);
export type AttemptStatus = z.infer<typeof AttemptStatus>;
