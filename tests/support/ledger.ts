import { deepStrictEqual } from "node:assert";
import { db } from "@/lib/db/client";

/** What the ledger alone says of every balance of a workspace, by whose it is. */
interface Balance {
  readonly key: string;
  readonly held: bigint;
  readonly spent: bigint;
}

/**
 * Recomputes every balance of a workspace – its own, its projects', lanes' and people's – from the ledger, and finds them
 * as they are kept. The hold of a run, a session or a help stands until it has a charge or a release.
 */
export async function expectEveryBalance(workspaceId: string): Promise<void> {
  const ledger = await db().$queryRaw<Balance[]>`
    WITH settled AS (
      SELECT l."runId", l."liveSessionId", l."helpId", sum("amountMicros") FILTER (WHERE l."kind" = 'hold') AS hold,
        coalesce(sum("amountMicros") FILTER (WHERE l."kind" = 'charge'), 0) AS charge, bool_or(l."kind" <> 'hold') AS ended
      FROM "LedgerEntry" l WHERE l."workspaceId" = ${workspaceId}::uuid GROUP BY l."runId", l."liveSessionId", l."helpId"),
    paid AS (
      SELECT "id", "workspaceId", "projectId", "laneId", "requestedById" FROM "Run"
      UNION ALL SELECT "id", "workspaceId", "projectId", "laneId", "requestedById" FROM "LiveSession"
      UNION ALL SELECT "id", "workspaceId", "projectId", "laneId", "requestedById" FROM "Help")
    SELECT s."scope" || ' ' || s."subjectId" AS key,
      sum(CASE WHEN ended THEN 0 ELSE hold END)::bigint AS held, sum(charge)::bigint AS spent
    FROM settled JOIN paid r ON r."id" = coalesce(settled."runId", settled."liveSessionId", settled."helpId") CROSS JOIN LATERAL (VALUES
      ('workspace', r."workspaceId"), ('project', r."projectId"), ('lane', r."laneId"), ('person', r."requestedById")) AS s("scope", "subjectId")
    WHERE s."subjectId" IS NOT NULL GROUP BY 1`;
  const kept = await db().$queryRaw<Balance[]>`
    SELECT 'project ' || "id" AS key, "heldMicros" AS held, "spentMicros" AS spent FROM "Project" WHERE "workspaceId" = ${workspaceId}::uuid
    UNION ALL SELECT "scope" || ' ' || "subjectId", "heldMicros", "spentMicros" FROM "Budget" WHERE "workspaceId" = ${workspaceId}::uuid`;
  const moved = (rows: readonly Balance[]) =>
    Object.fromEntries(
      rows
        .filter(({ held, spent }) => held !== 0n || spent !== 0n)
        .map(({ key, held, spent }): [string, string] => [key, `held ${held}, spent ${spent}`])
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    );
  deepStrictEqual(moved(kept), moved(ledger));
}
