import type { Database } from "@/lib/db/client";

/** Runs that belong to a card: started for it, or whose variants were submitted to it. */
export async function runsOfCard(db: Database, cardId: string): Promise<readonly string[]> {
  const runs = await db.run.findMany({
    where: { OR: [{ cardId }, { variants: { some: { attempts: { some: { cardId } } } } }] },
    select: { id: true },
  });
  return runs.map(({ id }) => id);
}

/** What these runs were charged, in micro-dollars. */
export async function chargedFor(db: Database, runIds: readonly string[]): Promise<bigint> {
  const charges = await db.ledgerEntry.aggregate({
    where: { runId: { in: [...runIds] }, kind: "charge" },
    _sum: { amountMicros: true },
  });
  return charges._sum.amountMicros ?? 0n;
}
