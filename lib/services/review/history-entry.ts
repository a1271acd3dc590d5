import { z } from "zod";
import { HistoryEntry } from "@/lib/domain/review/view";
import type { Names } from "./names";

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

export function historyEntry(row: TrailRow, { person }: Pick<Names, "person">): HistoryEntry {
  return {
    id: row.id,
    verb: row.verb,
    by: row.memberId === null ? null : person(row.memberId),
    guest: row.guestId === null ? null : GuestDetails.parse(row.details).guest,
    details: HistoryEntry.shape.details.parse(row.details),
    at: row.createdAt.toISOString(),
  };
}
