import { whyNotTowardsPublish } from "../publication/publish";
import { type CardAct, whyNot } from "./acts";
import type { Person, ReviewCard } from "./card";
import type { CardStatus } from "./status";
import type { NameOf } from "./what-happened";

/** What moving a card to another column asks for; each is done by its own act, with its own rules and words. */
export const COLUMN_MOVES = ["approve", "request-changes", "reject", "stop", "take-fallback", "publish"] as const;
export type ColumnMove = (typeof COLUMN_MOVES)[number];

const MOVES: Readonly<Partial<Record<CardStatus, Readonly<Partial<Record<CardStatus, ColumnMove>>>>>> = {
  draft: { stopped: "stop" },
  in_review: { approved: "approve", changes_requested: "request-changes", rejected: "reject" },
  changes_requested: { stopped: "stop" },
  exhausted: { changes_requested: "take-fallback", stopped: "stop" },
  approved: { published: "publish" },
};

/** The act that brings a card into a column of these statuses; null where no single act does. */
export function columnMove(from: CardStatus, column: readonly CardStatus[]): ColumnMove | null {
  if (column.includes(from)) return null;
  const moves = MOVES[from];
  const to = moves && column.find((status) => moves[status] !== undefined);
  return (to && moves[to]) ?? null;
}

const ACT_OF = {
  approve: "approve",
  "request-changes": "requestChanges",
  reject: "reject",
  stop: "stop",
  "take-fallback": "takeFallback",
} as const satisfies Record<Exclude<ColumnMove, "publish">, CardAct>;

/** Somebody at the columns. */
export interface Mover {
  readonly by: Person;
  readonly laneKind: "exploration" | "production";
  readonly nameOf: NameOf;
  readonly now: Date;
}

/** The moves a card's status leaves open, each with the sentence why this person cannot make it; null when they can. */
export function movesOf(card: ReviewCard, { by, laneKind, nameOf, now }: Mover): ReadonlyMap<ColumnMove, string | null> {
  const moves = Object.values(MOVES[card.status] ?? {});
  return new Map(
    moves.map((move) => [
      move,
      move === "publish" ? whyNotTowardsPublish(card, { laneKind }, by.role, now) : whyNot(ACT_OF[move], card, by, nameOf, now),
    ]),
  );
}
