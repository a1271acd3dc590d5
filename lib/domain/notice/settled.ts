import { z } from "zod";
import { type CardStatus, isOpen } from "../review/status";
import { Id } from "../wire";
import type { NoticeKind } from "./notice";

/** What ended the matter of a notice: the step that was asked for, or one that made it idle. */
export const SETTLED_HOW = [
  "approved",
  "rejected",
  "changes-requested",
  "exhausted",
  "submitted",
  "way-on",
  "split",
  "stopped",
  "published",
  "handed-on",
  "decided",
  "due-moved",
] as const;
export type SettledHow = (typeof SETTLED_HOW)[number];

/** Kept with the notice. `by` is the name they had then. */
export const Settled = z.strictObject({ how: z.enum(SETTLED_HOW), byId: Id.nullable(), by: z.string().nullable() });
export type Settled = z.infer<typeof Settled>;

/** An act on a card, as far as it can settle anything. */
export interface CardStep {
  readonly from: CardStatus;
  readonly to: CardStatus;
  /** Who gave the card, its work or a seat away by it. */
  readonly fromId: string | null;
  readonly isDueMoved: boolean;
  /** Whose decision is awaited after it. */
  readonly awaited: ReadonlySet<string>;
}

/** Notices that ask for a step on a card; all others tell news, which nothing settles. */
export const ASKING = ["assigned", "submitted", "changes-requested", "exhausted", "due-soon", "overdue", "escalated"] as const;
type Asking = (typeof ASKING)[number];

const SETTLES: Readonly<Record<Asking, (step: CardStep, memberId: string) => boolean>> = {
  assigned: ({ to }) => !isOpen(to),
  submitted: ({ to, awaited }, memberId) => to !== "in_review" || !awaited.has(memberId),
  "changes-requested": ({ from, to }) => from === "changes_requested" && to !== from,
  exhausted: ({ from, to }) => from === "exhausted" && to !== from,
  "due-soon": ({ from, to, isDueMoved }) => from !== to || isDueMoved,
  overdue: ({ from, to, isDueMoved }) => from !== to || isDueMoved,
  escalated: ({ to, isDueMoved }) => !isOpen(to) || isDueMoved,
};

/** How an act on its card settles what somebody was told; null while the step is still theirs to take, and for news. */
export function settledHow(kind: NoticeKind, memberId: string, step: CardStep): SettledHow | null {
  if (!isAsking(kind)) return null;
  const isGiven = step.fromId === memberId && kind !== "changes-requested" && kind !== "exhausted";
  return isGiven || SETTLES[kind](step, memberId) ? howOf(step) : null;
}

const isAsking = (kind: NoticeKind): kind is Asking => (ASKING as readonly NoticeKind[]).includes(kind);

function howOf({ from, to, fromId, isDueMoved }: CardStep): SettledHow {
  if (from === to) return fromId !== null ? "handed-on" : isDueMoved ? "due-moved" : "decided";
  switch (to) {
    case "changes_requested":
      return from === "exhausted" ? "way-on" : "changes-requested";
    case "in_review":
      return "submitted";
    // A card never goes back to being one; it is the table's word for where all begin.
    case "draft":
      return "decided";
    default:
      return to;
  }
}

const DID = {
  approved: "approved it",
  rejected: "rejected it",
  "changes-requested": "requested changes",
  exhausted: "requested changes, and no retry is left",
  submitted: "submitted an attempt",
  "way-on": "found a way on",
  split: "split the card",
  stopped: "stopped the card",
  published: "published it",
  "handed-on": "handed it on",
  decided: "decided",
  "due-moved": "moved the due date",
} as const satisfies Record<SettledHow, string>;

/** "Rina approved it.": what ended it, for whoever was told. */
export function settledSentence({ how, by, byId }: Settled, readerId: string): string {
  return `${byId === readerId ? "You" : (by ?? "The studio")} ${DID[how]}.`;
}
