import { z } from "zod";
import { HistoryEntry } from "@/lib/domain/review/view";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { noSuchCard } from "./load-card";
import { loadNames } from "./names";

/** A guest's act carries the name they had. */
const GuestDetails = z.object({ guest: z.string().catch("A guest") });

/** Who did what to a card, newest first: its part of the audit trail. */
export const cardHistory = read({
  verb: "card.history",
  permission: "workspace.read",
  input: z.strictObject({ cardId: Id, ...PageRequest }),
  output: pageOf(HistoryEntry),
  async run({ db, actor }, { cardId, cursor, limit }) {
    const { workspaceId } = actor;
    if ((await db.reviewCard.count({ where: { id: cardId, workspaceId } })) === 0) throw noSuchCard();
    const rows = await db.auditEvent.findMany({
      where: { workspaceId, subjectKind: "card", subjectId: cardId, ...keyset(cursor) },
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    const { person } = await loadNames(
      db,
      workspaceId,
      rows.map(({ memberId }) => memberId).filter((id) => id !== null),
    );
    return paged(rows, limit, (row) => ({
      id: row.id,
      verb: row.verb,
      by: row.memberId === null ? null : person(row.memberId),
      guest: row.guestId === null ? null : GuestDetails.parse(row.details).guest,
      details: HistoryEntry.shape.details.parse(row.details),
      at: row.createdAt.toISOString(),
    }));
  },
});
