import type { Database } from "@/lib/db/client";
import type { Unseen } from "@/lib/domain/review/view";
import { historyOf, type TrailRow } from "./history-entry";

interface UnseenRow extends TrailRow {
  readonly cardId: string;
  readonly acts: number;
}

/** What others did to each of these cards since somebody looked at it, by card; a card with nothing new is not among them. */
export async function unseenActs(
  db: Database,
  { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string },
  cardIds: readonly string[],
): Promise<ReadonlyMap<string, Unseen>> {
  if (cardIds.length === 0) return new Map();
  const rows = await db.$queryRaw<UnseenRow[]>`
    SELECT DISTINCT ON (act."subjectId") act."subjectId" AS "cardId", act."subjectId", act."id", act."verb", act."memberId", act."guestId", act."details",
      act."createdAt", (count(*) OVER (PARTITION BY act."subjectId"))::int AS "acts"
    FROM "AuditEvent" act
    LEFT JOIN "CardSighting" seen ON seen."cardId" = act."subjectId" AND seen."memberId" = ${memberId}::uuid
    WHERE act."subjectKind" = 'card' AND act."subjectId" = ANY(${[...cardIds]}::uuid[]) AND act."workspaceId" = ${workspaceId}::uuid
      AND act."memberId" IS DISTINCT FROM ${memberId}::uuid AND (seen."seenTo" IS NULL OR act."createdAt" > seen."seenTo")
    ORDER BY act."subjectId", act."id" DESC`;
  const told = await historyOf(db, workspaceId, rows);
  return new Map(rows.map((row) => [row.cardId, { acts: row.acts, newest: told(row) }]));
}
