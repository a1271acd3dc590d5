import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { handedOn } from "@/lib/domain/review/handed-on";
import { HistoryEntry } from "@/lib/domain/review/view";
import { loadNames } from "./names";

/** A row of the audit trail, as far as a card's history shows it. */
export interface TrailRow {
  readonly id: string;
  readonly verb: string;
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
      details,
      at: row.createdAt.toISOString(),
    };
  };
}

const detailsOf = (row: TrailRow) => HistoryEntry.shape.details.parse(row.details);
