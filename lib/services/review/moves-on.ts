import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/domain/review/card";
import { movesOf } from "@/lib/domain/review/column-move";
import type { CardSummary } from "@/lib/domain/review/view";
import { cardInclude, cardOf } from "./load-card";
import { loadNames, peopleOf } from "./names";

/** What this person may do to each card by moving it to another column, and why not where they may not. */
export async function movesOn(
  db: Database,
  { workspaceId, by, now }: { readonly workspaceId: string; readonly by: Person; readonly now: Date },
  cardIds: readonly string[],
): Promise<ReadonlyMap<string, CardSummary["moves"]>> {
  const rows = await db.reviewCard.findMany({ where: { id: { in: [...cardIds] } }, include: cardInclude });
  const cards = rows.map((row) => ({ id: row.id, laneKind: row.lane.kind, card: cardOf(row) }));
  const { nameOf } = await loadNames(
    db,
    workspaceId,
    cards.flatMap(({ card }) => peopleOf(card)),
  );
  return new Map(
    cards.map(({ id, laneKind, card }) => {
      const moves = [...movesOf(card, { by, laneKind, nameOf, now })];
      return [id, Object.fromEntries(moves.map(([move, reason]) => [move, { allowed: reason === null, reason }]))];
    }),
  );
}
