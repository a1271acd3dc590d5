import { z } from "zod";
import { HistoryEntry } from "@/lib/domain/review/view";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { historyOf } from "./history-entry";
import { noSuchCard } from "./load-card";

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
    return paged(rows, limit, await historyOf(db, workspaceId, rows));
  },
});
