import type { Database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { rateOf } from "@/lib/domain/pattern/evidence/wilson";
import { DefectKind } from "@/lib/domain/review/defect";
import { Insight, type InsightBy, InsightRequest, type InsightRow } from "@/lib/domain/review/insight";
import { engineNames } from "../engine/engine-names";
import { read } from "../read";

const DAY_MS = 86_400_000;

/** What an attempt, and what a run, belongs to: the same thing asked of the decision and of the money. */
const KEYS = {
  lane: { attempt: Prisma.sql`c."laneId"::text`, run: Prisma.sql`d."laneId"` },
  pattern: { attempt: Prisma.sql`pv."patternId"::text`, run: Prisma.sql`pv."patternId"::text` },
  engine: { attempt: Prisma.sql`r."engineId"`, run: Prisma.sql`r."engineId"` },
  maker: { attempt: Prisma.sql`a."submittedById"::text`, run: Prisma.sql`d."submittedById"` },
  decider: { attempt: Prisma.sql`a."decidedById"::text`, run: Prisma.sql`d."decidedById"` },
} as const satisfies Record<InsightBy, { attempt: Prisma.Sql; run: Prisma.Sql }>;

const WITHOUT = {
  lane: "No lane",
  pattern: "Without a pattern",
  engine: "Files made elsewhere",
  maker: "Nobody",
  decider: "Nobody",
} as const satisfies Record<InsightBy, string>;

/** How decisions went: first-pass approval, retries, time, defects and cost, told apart by lane, pattern, engine or person. */
export const insight = read({
  verb: "card.insight",
  permission: "workspace.read",
  input: InsightRequest,
  output: Insight,
  async run({ db, actor: { workspaceId }, now }, { by, days, projectId }) {
    const since = new Date(now.getTime() - days * DAY_MS);
    const here = projectId === undefined ? Prisma.empty : Prisma.sql`AND c."projectId" = ${projectId}::uuid`;
    const decided = Prisma.sql`
      SELECT a."id", a."cardId", a."number", a."viaFallback", a."status", a."createdAt", a."decidedAt", a."variantId",
        c."laneId"::text AS "laneId", a."decidedById"::text AS "decidedById",
        a."submittedById"::text AS "submittedById", ${KEYS[by].attempt} AS "key"
      FROM "Attempt" a
      JOIN "ReviewCard" c ON c."id" = a."cardId"
      LEFT JOIN "Variant" v ON v."id" = a."variantId"
      LEFT JOIN "Run" r ON r."id" = v."runId"
      LEFT JOIN "Prompt" p ON p."id" = v."promptId"
      LEFT JOIN "PatternVersion" pv ON pv."id" = p."patternVersionId"
      WHERE c."workspaceId" = ${workspaceId}::uuid AND a."decidedAt" >= ${since} ${here}`;
    // The draft that a final came from is paid for with it. A run counts once, with the newest decision it led to: a card decided on by two people was not paid for twice.
    const paid = Prisma.sql`
      SELECT DISTINCT ON (r."id") r."id", ${KEYS[by].run} AS "key"
      FROM "Run" r
      JOIN "Prompt" p ON p."id" = r."promptId"
      LEFT JOIN "PatternVersion" pv ON pv."id" = p."patternVersionId"
      LEFT JOIN "Variant" v ON v."runId" = r."id"
      LEFT JOIN "Run" final ON final."finalOfId" = v."id"
      LEFT JOIN "Variant" fv ON fv."runId" = final."id"
      JOIN decided d ON d."cardId" IN (r."cardId", final."cardId") OR d."variantId" IN (v."id", fv."id")
      WHERE r."workspaceId" = ${workspaceId}::uuid
      ORDER BY r."id", d."decidedAt" DESC`;
    const figures = await db.$queryRaw<Figures[]>`
      WITH decided AS (${decided})
      SELECT "key", grouping("key") = 1 AS "isTotal",
        count(*)::int AS decided,
        count(*) FILTER (WHERE status = 'approved')::int AS approved,
        count(*) FILTER (WHERE "number" = 1)::int AS "first",
        count(*) FILTER (WHERE "number" = 1 AND status = 'approved')::int AS "firstApproved",
        count(*) FILTER (WHERE "number" > 1 AND NOT "viaFallback")::int AS retries,
        count(DISTINCT "cardId")::int AS cards,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "decidedAt" - "createdAt") * 1000)::float8 AS "medianMs",
        percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM "decidedAt" - "createdAt") * 1000)::float8 AS "p90Ms"
      FROM decided GROUP BY GROUPING SETS (("key"), ())`;
    const defects = await db.$queryRaw<Counted[]>`
      WITH decided AS (${decided})
      SELECT d."key", grouping(d."key") = 1 AS "isTotal", f."kind", count(*)::int AS count
      FROM decided d JOIN "Defect" f ON f."attemptId" = d."id" AND f."removedAt" IS NULL
      GROUP BY GROUPING SETS ((d."key", f."kind"), (f."kind")) ORDER BY count DESC, f."kind"`;
    const costs = await db.$queryRaw<Charged[]>`
      WITH decided AS (${decided}), paid AS (${paid})
      SELECT p."key", grouping(p."key") = 1 AS "isTotal", coalesce(sum(l."amountMicros"), 0)::text AS micros
      FROM paid p JOIN "LedgerEntry" l ON l."runId" = p."id" AND l."kind" = 'charge'
      GROUP BY GROUPING SETS ((p."key"), ())`;
    const besides = await chargedBesides(db, workspaceId, since, projectId);
    const names = await namesOf(db, workspaceId, by);
    const rowOf = (is: (row: { key: string | null; isTotal: boolean }) => boolean, key: string | null, name: string): InsightRow => {
      const found = figures.find(is);
      const micros = costs.find(is)?.micros ?? "0";
      const { decided = 0, approved = 0, first = 0, firstApproved = 0, retries = 0, cards = 0 } = found ?? {};
      return {
        key,
        name,
        decided,
        approved,
        firstPass: rateOf(firstApproved, first),
        retriesPerCard: cards === 0 ? null : retries / cards,
        medianMs: found?.medianMs ?? null,
        p90Ms: found?.p90Ms ?? null,
        defects: defects.filter(is).map(({ kind, count }) => ({ kind: DefectKind.parse(kind), count })),
        costMicros: micros,
        costPerApprovedMicros: approved === 0 ? null : String(BigInt(micros) / BigInt(approved)),
      };
    };
    // What was paid for is told even where nothing of it was decided on: the rows together cost what all of them cost.
    const keys = new Set([
      ...figures
        .filter(({ isTotal }) => !isTotal)
        .sort((a, b) => b.decided - a.decided)
        .map(({ key }) => key),
      ...costs.filter(({ isTotal, micros }) => !isTotal && micros !== "0").map(({ key }) => key),
    ]);
    return {
      rows: [...keys].map((key) =>
        rowOf((row) => !row.isTotal && row.key === key, key, key === null ? WITHOUT[by] : (names.get(key) ?? "Unknown")),
      ),
      total: rowOf(({ isTotal }) => isTotal, null, "All together"),
      besides,
    };
  },
});

interface Figures {
  readonly key: string | null;
  readonly isTotal: boolean;
  readonly decided: number;
  readonly approved: number;
  readonly first: number;
  readonly firstApproved: number;
  readonly retries: number;
  readonly cards: number;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
}
type Counted = Pick<Figures, "key" | "isTotal"> & { readonly kind: string; readonly count: number };
type Charged = Pick<Figures, "key" | "isTotal"> & { readonly micros: string };

/** What was charged since then for helps and live sessions: they make no attempt, so no decision has a share in them. */
async function chargedBesides(db: Database, workspaceId: string, since: Date, projectId?: string): Promise<Insight["besides"]> {
  const charged = async (subject: Prisma.LedgerEntryWhereInput) => {
    const where = { workspaceId, kind: "charge" as const, createdAt: { gte: since }, ...(projectId ? { projectId } : {}), ...subject };
    const { _sum } = await db.ledgerEntry.aggregate({ where, _sum: { amountMicros: true } });
    return String(_sum.amountMicros ?? 0n);
  };
  return { helpMicros: await charged({ helpId: { not: null } }), liveMicros: await charged({ liveSessionId: { not: null } }) };
}

/** What the keys are called. */
async function namesOf(db: Database, workspaceId: string, by: InsightBy): Promise<ReadonlyMap<string, string>> {
  const where = { workspaceId };
  switch (by) {
    case "lane":
      return named(await db.lane.findMany({ where, select: { id: true, name: true } }));
    case "pattern":
      return named(await db.pattern.findMany({ where, select: { id: true, name: true } }));
    case "engine":
      return engineNames();
    case "maker":
    case "decider":
      return named(
        (await db.member.findMany({ where, select: { id: true, displayName: true } })).map(({ id, displayName }) => ({
          id,
          name: displayName,
        })),
      );
    default:
      return by satisfies never;
  }
}

const named = (rows: readonly { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]));
