import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { handedOn } from "@/lib/domain/review/handed-on";
import { HistoryEntry } from "@/lib/domain/review/view";
import { loadNames } from "./names";

/** A row of the audit trail, as far as a card's history shows it. */
export interface TrailRow {
  readonly id: string;
  readonly verb: string;
  /** The card. */
  readonly subjectId: string;
  readonly memberId: string | null;
  readonly guestId: string | null;
  readonly details: unknown;
  readonly createdAt: Date;
}

/** A guest's act carries the name they had. */
const GuestDetails = z.object({ guest: z.string().catch("A guest") });

/** How each of these rows of the trail stands in a history: with the names of whoever acted, and of whoever gave and got something. */
export async function historyOf(db: Database, workspaceId: string, rows: readonly TrailRow[]): Promise<(row: TrailRow) => HistoryEntry> {
  const named = rows.flatMap((row) => {
    const handed = handedOn(detailsOf(row));
    return [row.memberId, handed?.fromId ?? null, handed?.toId ?? null];
  });
  const { person } = await loadNames(
    db,
    workspaceId,
    named.filter((id) => id !== null),
  );
  const cardsOf = await cardsOfSplits(db, workspaceId, rows);
  const personOrNobody = (id: string | null) => (id === null ? null : person(id));
  return (row) => {
    const details = detailsOf(row);
    const handed = handedOn(details);
    return {
      id: row.id,
      verb: row.verb,
      by: personOrNobody(row.memberId),
      guest: row.guestId === null ? null : GuestDetails.parse(row.details).guest,
      handed: handed && { from: personOrNobody(handed.fromId), to: personOrNobody(handed.toId) },
      cards: cardsOf(row),
      details,
      at: row.createdAt.toISOString(),
    };
  };
}

const detailsOf = (row: TrailRow) => HistoryEntry.shape.details.parse(row.details);

/** The other side of each split: what it made of the card, or what the card was made of. */
async function cardsOfSplits(db: Database, workspaceId: string, rows: readonly TrailRow[]) {
  const split = rows.filter(({ verb }) => verb === "card.split").map(({ subjectId }) => subjectId);
  if (split.length === 0) return () => [];
  const select = { id: true, title: true, splitFromId: true } as const;
  const parts = await db.reviewCard.findMany({ where: { workspaceId, splitFromId: { in: split } }, orderBy: { id: "asc" }, select });
  const wholes = await db.reviewCard.findMany({
    where: { workspaceId, splitInto: { some: { id: { in: split } } } },
    select: { id: true, title: true },
  });
  return (row: TrailRow): HistoryEntry["cards"] => {
    if (row.verb !== "card.split") return [];
    // A part is split again by an entry of its own, which names no card it came from.
    const { splitFrom } = detailsOf(row);
    if (splitFrom !== undefined) return wholes.filter(({ id }) => id === splitFrom);
    return parts.filter(({ splitFromId }) => splitFromId === row.subjectId).map(({ id, title }) => ({ id, title }));
  };
}
