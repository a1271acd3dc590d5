import type { CardStatus } from "./status";

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
