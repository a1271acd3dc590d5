import type { Database } from "@/lib/db/client";
import { Prisma, type RunStatus } from "@/lib/db/generated/client";
import type { Standing } from "@/lib/domain/pattern/browse/card";
import { type StandingCell, standingOf } from "@/lib/domain/pattern/evidence/evidence";
import type { Verdict } from "@/lib/domain/trial/judgement";
import { outcomeOf } from "@/lib/domain/trial/outcome";
import { countedTrials } from "../trial/load-evidence";
import { contentsOf, revisionNow } from "../trial/trial-view";

interface TrialRow {
  readonly id: string;
  readonly versionId: string;
  readonly axes: unknown;
  readonly engineId: string;
  readonly modelId: string;
  readonly modelRevision: string;
}

interface CellRow {
  readonly gridId: string;
  readonly at: number[];
  readonly refusal: string | null;
  readonly status: RunStatus | null;
  readonly actualMicros: bigint | null;
  readonly passes: number;
  readonly fails: number;
  /** By how many people, seen by the viewer or not. */
  readonly judges: number;
}

export interface TriedVersion extends Standing {
  /** Those of its trials that count. */
  readonly trialIds: readonly string[];
}

/**
 * What is proven of versions, by version, as `loadEvidence` says it to this viewer but no more of it; those nobody tried are missing.
 * @param viewer the member who looks; null for the studio itself, which sees everything
 */
export async function loadStandings(
  db: Database,
  workspaceId: string,
  versionIds: readonly string[],
  viewer: string | null,
): Promise<ReadonlyMap<string, TriedVersion>> {
  const trials = await db.$queryRaw<TrialRow[]>`
    SELECT trial."id", trial."patternVersionId" AS "versionId", grid."axes", prompt."engineId", prompt."modelId", prompt."modelRevision"
    FROM "Trial" trial
    JOIN "Grid" grid ON grid."id" = trial."id"
    JOIN "Prompt" prompt ON prompt."id" = grid."promptId"
    WHERE trial."workspaceId" = ${workspaceId}::uuid AND trial."patternVersionId" = ANY(${[...versionIds]}::uuid[])
    ORDER BY trial."createdAt" DESC, trial."id" DESC`;
  const byVersion = groupedBy(trials, ({ versionId }) => versionId);
  const counted = [...byVersion].map(([versionId, all]) => [versionId, countedTrials(all, (trial) => trial)] as const);
  const cells = await loadCells(
    db,
    counted.flatMap(([, some]) => some.map(({ id }) => id)),
    viewer,
  );
  return new Map(
    counted.flatMap(([versionId, some]) => {
      const [newest] = some;
      if (!newest) return [];
      const standing = standingOf(some.flatMap(({ id, axes }) => standingCells(axes, cells.get(id) ?? [])));
      const hidden = some.some(({ id }) => (cells.get(id) ?? []).some(({ passes, fails, judges }) => judges > passes + fails));
      const stale = revisionNow(newest.engineId, newest.modelId) !== newest.modelRevision;
      return [[versionId, { ...standing, stale, hidden, trialIds: some.map(({ id }) => id) }] as const];
    }),
  );
}

/** The judgements of these trials this viewer may know of: of a picture judged blind none before their own. */
export const judgementsSeen = (trialIds: readonly string[], viewer: string | null) => Prisma.sql`(
  SELECT judgement.* FROM "TrialJudgement" judgement
  JOIN "Trial" trial ON trial."id" = judgement."trialId"
  WHERE trial."id" = ANY(${[...trialIds]}::uuid[]) AND (
    NOT trial."blind" OR ${viewer}::uuid IS NULL OR EXISTS (
      SELECT 1 FROM "TrialJudgement" own
      WHERE own."trialId" = trial."id" AND own."cellIndex" = judgement."cellIndex" AND own."memberId" = ${viewer}::uuid)))`;

async function loadCells(
  db: Database,
  trialIds: readonly string[],
  viewer: string | null,
): Promise<ReadonlyMap<string, readonly CellRow[]>> {
  if (trialIds.length === 0) return new Map();
  const rows = await db.$queryRaw<CellRow[]>`
    SELECT cell."gridId", cell."at", cell."refusal", run."status", run."actualMicros",
      coalesce(said."passes", 0) AS "passes", coalesce(said."fails", 0) AS "fails",
      (SELECT count(*)::int FROM "TrialJudgement" judged WHERE judged."trialId" = cell."gridId" AND judged."cellIndex" = cell."index") AS "judges"
    FROM "GridCell" cell
    LEFT JOIN "Run" run ON run."id" = cell."runId"
    LEFT JOIN (
      SELECT "trialId", "cellIndex",
        count(*) FILTER (WHERE "verdict" = 'pass')::int AS "passes", count(*) FILTER (WHERE "verdict" = 'fail')::int AS "fails"
      FROM ${judgementsSeen(trialIds, viewer)} seen GROUP BY 1, 2
    ) said ON said."trialId" = cell."gridId" AND said."cellIndex" = cell."index"
    WHERE cell."gridId" = ANY(${[...trialIds]}::uuid[])`;
  return groupedBy(rows, ({ gridId }) => gridId);
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const others = groups.get(key);
    if (others) others.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function standingCells(axes: unknown, rows: readonly CellRow[]): readonly StandingCell[] {
  const { subjects, seeds } = contentsOf(axes);
  return rows.flatMap(({ at, refusal, status, actualMicros, passes, fails }): StandingCell[] => {
    const [subject, seed] = [subjects[at[0] ?? 0], seeds[at[1] ?? 0]];
    if (!subject || seed === undefined) return [];
    const outcome = outcomeOf({ status, refusal, judgements: [...said(passes, "pass"), ...said(fails, "fail")] });
    return [{ values: subject.values, seed, outcome, actualMicros }];
  });
}

const said = (times: number, verdict: Verdict) => Array.from({ length: times }, () => ({ verdict }));
