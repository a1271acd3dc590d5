import type { Database } from "@/lib/db/client";

/** Runs that belong to a card: started for it, or whose variants were submitted to it, and the drafts such runs are the finals of. */
export async function runsOfCard(db: Database, cardId: string): Promise<readonly string[]> {
  const runs = await db.run.findMany({
    where: { OR: [{ cardId }, { variants: { some: { attempts: { some: { cardId } } } } }] },
    select: { id: true, finalOf: { select: { runId: true } } },
  });
  return [...new Set(runs.flatMap(({ id, finalOf }) => (finalOf ? [id, finalOf.runId] : [id])))];
}

/** What these runs were charged, in micro-dollars. */
export async function chargedFor(db: Database, runIds: readonly string[]): Promise<bigint> {
  const charges = await db.ledgerEntry.aggregate({
    where: { runId: { in: [...runIds] }, kind: "charge" },
    _sum: { amountMicros: true },
  });
  return charges._sum.amountMicros ?? 0n;
}

/** What the runs of each of these cards were charged, in micro-dollars; a card without any is left out. */
export async function costsOf(db: Database, cardIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  if (cardIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ cardId: string; micros: bigint }[]>`
    WITH own AS (
      SELECT "cardId", "id" AS "runId" FROM "Run" WHERE "cardId" = ANY(${[...cardIds]}::uuid[])
      UNION
      SELECT a."cardId", v."runId" FROM "Attempt" a JOIN "Variant" v ON v."id" = a."variantId" WHERE a."cardId" = ANY(${[...cardIds]}::uuid[])
    )
    SELECT made."cardId", sum(charge."amountMicros")::bigint AS "micros"
    FROM (
      SELECT "cardId", "runId" FROM own
      UNION
      SELECT own."cardId", draft."runId" FROM own JOIN "Run" r ON r."id" = own."runId" JOIN "Variant" draft ON draft."id" = r."finalOfId"
    ) made
    JOIN "LedgerEntry" charge ON charge."runId" = made."runId" AND charge."kind" = 'charge'
    GROUP BY made."cardId"`;
  return new Map(rows.map(({ cardId, micros }) => [cardId, micros]));
}
