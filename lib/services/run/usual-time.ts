import type { Database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { FEWEST_KNOWN } from "@/lib/domain/run/time-left";

/** So many of the last ones are looked at: an engine that became slower is believed soon. */
const LAST = 30;
const DAYS = 30;

type Kind = { readonly engineId: string; readonly modelId: string; readonly quality: string; readonly count: number };

const keyOf = ({ engineId, modelId, quality, count }: Kind) => JSON.stringify([engineId, modelId, quality, count]);

/**
 * How long runs of the same model, quality and number of variants took of late in this workspace, from their submit to their last
 * output: the median of the last thirty that succeeded, in milliseconds. Null for a kind of which too few did.
 */
export async function usualTimes(
  db: Database,
  workspaceId: string,
  runs: readonly Kind[],
  now: Date,
): Promise<(run: Kind) => number | null> {
  const kinds = [...new Map(runs.map((run) => [keyOf(run), run])).values()];
  if (kinds.length === 0) return () => null;
  const since = new Date(now.getTime() - DAYS * 86_400_000);
  const asked = Prisma.join(
    kinds.map(
      ({ engineId, modelId, quality, count }) => Prisma.sql`(${engineId}::text, ${modelId}::text, ${quality}::text, ${count}::int)`,
    ),
  );
  const rows = await db.$queryRaw<(Kind & { usualMs: number | null; known: number })[]>`
    SELECT k."engineId", k."modelId", k."quality", k."count", t."usualMs", t."known"
    FROM (VALUES ${asked}) AS k ("engineId", "modelId", "quality", "count")
    CROSS JOIN LATERAL (
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM l."took") * 1000)::float8 AS "usualMs", count(*)::int AS "known"
      FROM (
        SELECT r."finishedAt" - r."startedAt" AS "took" FROM "Run" r
        WHERE r."workspaceId" = ${workspaceId}::uuid AND r."createdAt" >= ${since} AND r.status = 'succeeded' AND r."startedAt" IS NOT NULL
          AND r."engineId" = k."engineId" AND r."modelId" = k."modelId" AND r."quality" = k."quality" AND r."count" = k."count"
        ORDER BY r."createdAt" DESC, r."id" DESC LIMIT ${LAST}
      ) l
    ) t`;
  const usual = new Map(rows.filter(({ known }) => known >= FEWEST_KNOWN).map((row) => [keyOf(row), row.usualMs]));
  return (run) => {
    const ms = usual.get(keyOf(run)) ?? null;
    return ms === null ? null : Math.round(ms);
  };
}
