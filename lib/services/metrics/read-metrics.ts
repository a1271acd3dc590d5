import { db } from "@/lib/db/client";
import { type Breaker, healthOf, runsWait } from "@/lib/domain/engine/breaker";
import type { Metric, Sample, Spread } from "@/lib/domain/metrics/metric";
import { isFinished, RUN_STATUSES } from "@/lib/domain/run/states";

/** How far back the quantiles look: long enough for a slow engine, short enough to show that it became slow. Minutes. */
const RECENT_MINUTES = 60;
const MICROS_PER_DOLLAR = 1_000_000;
/** From a small picture of the embedded engine to a long video, in seconds. */
const RUN_BOUNDS = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_800];

/**
 * What the studio measures of itself, over all workspaces: runs, their time, failures and cost by engine, the queues, the
 * breakers. No names, no prompts, no workspace. For the metrics' door only: it asks for no actor.
 */
export async function readMetrics(now = new Date()): Promise<readonly Metric[]> {
  const [ended, inFlight, times, lengths, jobs, breakers] = await Promise.all([
    db().run.groupBy({
      by: ["engineId", "status", "failureKind"],
      where: { status: { in: RUN_STATUSES.filter(isFinished) } },
      _count: { _all: true },
      _sum: { actualMicros: true },
    }),
    db().run.groupBy({
      by: ["engineId", "status"],
      where: { status: { in: RUN_STATUSES.filter((status) => !isFinished(status)) } },
      _count: { _all: true },
      _sum: { quoteMicros: true },
    }),
    db().$queryRaw<{ engineId: string; p50: number; p95: number }[]>`
      SELECT "engineId", percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "finishedAt" - "startedAt"))::float8 AS p50,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM "finishedAt" - "startedAt"))::float8 AS p95
      FROM "Run" WHERE "status" = 'succeeded' AND "startedAt" IS NOT NULL
        AND "finishedAt" > ${new Date(now.getTime() - RECENT_MINUTES * 60_000)}
      GROUP BY "engineId"`,
    runLengths(),
    db().$queryRaw<{ name: string; state: string; count: number }[]>`
      SELECT name, state::text AS state, count(*)::int AS count FROM pgboss.job
      WHERE state < 'completed' AND name NOT LIKE '\\_\\_%' GROUP BY 1, 2`,
    db().engineHealth.findMany(),
  ]);
  return [
    {
      name: "selects_runs_ended_total",
      help: "Runs that ended, by engine, status and kind of failure.",
      unit: "{run}",
      type: "counter",
      samples: ended.map(({ engineId, status, failureKind, _count }) => ({
        labels: { engine: engineId, status, failure: failureKind ?? "" },
        value: _count._all,
      })),
    },
    {
      name: "selects_spent_dollars_total",
      help: "What ended runs cost, by engine.",
      unit: "{USD}",
      type: "counter",
      samples: byEngine(ended.map(({ engineId, _sum }) => [engineId, _sum.actualMicros ?? 0n])),
    },
    {
      name: "selects_runs_in_flight",
      help: "Runs that have not ended, by engine and status; unknown ones wait for the provider's list or a person.",
      unit: "{run}",
      type: "gauge",
      samples: inFlight.map(({ engineId, status, _count }) => ({ labels: { engine: engineId, status }, value: _count._all })),
    },
    {
      name: "selects_held_dollars",
      help: "What is held for runs that have not ended, by engine.",
      unit: "{USD}",
      type: "gauge",
      samples: byEngine(inFlight.map(({ engineId, _sum }) => [engineId, _sum.quoteMicros ?? 0n])),
    },
    {
      name: "selects_run_seconds",
      help: "From submit to last output of runs that succeeded in the last hour, by engine and quantile.",
      unit: "s",
      type: "gauge",
      samples: times.flatMap(({ engineId, p50, p95 }) => [
        { labels: { engine: engineId, quantile: "0.5" }, value: p50 },
        { labels: { engine: engineId, quantile: "0.95" }, value: p95 },
      ]),
    },
    {
      name: "selects_run_length_seconds",
      help: "From submit to last output of all runs that succeeded, by engine.",
      unit: "s",
      type: "histogram",
      bounds: RUN_BOUNDS,
      samples: lengths,
    },
    {
      name: "selects_jobs",
      help: "Jobs that wait or are worked on, by queue and state.",
      unit: "{job}",
      type: "gauge",
      samples: jobs.map(({ name, state, count }) => ({ labels: { queue: name, state }, value: count })),
    },
    {
      name: "selects_engine_waiting",
      help: "Workspaces whose runs wait because the engine fails or asked to slow down, by engine.",
      unit: "{workspace}",
      type: "gauge",
      samples: waitingByEngine(breakers, now),
    },
  ];
}

async function runLengths(): Promise<Spread[]> {
  // The function puts what equals a bound above it, and a bound belongs below: so both are looked at from the other side.
  const mirrored = RUN_BOUNDS.map((bound) => -bound).reverse();
  const rows = await db().$queryRaw<{ engineId: string; bucket: number; count: number; sum: number }[]>`
    SELECT "engineId", ${RUN_BOUNDS.length}::int - width_bucket(-seconds, ${mirrored}::float8[]) AS bucket,
      count(*)::int AS count, sum(seconds)::float8 AS sum
    FROM (SELECT "engineId", extract(epoch FROM "finishedAt" - "startedAt")::float8 AS seconds
      FROM "Run" WHERE "status" = 'succeeded' AND "startedAt" IS NOT NULL AND "finishedAt" IS NOT NULL) AS lengths
    GROUP BY 1, 2`;
  return [...new Set(rows.map(({ engineId }) => engineId))].map((engine) => {
    const own = rows.filter(({ engineId }) => engineId === engine);
    const counts = Array.from({ length: RUN_BOUNDS.length + 1 }, (_, at) => own.find(({ bucket }) => bucket === at)?.count ?? 0);
    return { labels: { engine }, counts, sum: own.reduce((sum, row) => sum + row.sum, 0) };
  });
}

function byEngine(sums: readonly (readonly [engine: string, micros: bigint])[]): Sample[] {
  const engines = new Map<string, bigint>();
  for (const [engine, micros] of sums) engines.set(engine, (engines.get(engine) ?? 0n) + micros);
  return [...engines].map(([engine, micros]) => ({ labels: { engine }, value: Number(micros) / MICROS_PER_DOLLAR }));
}

function waitingByEngine(breakers: readonly (Breaker & { engineId: string })[], now: Date): Sample[] {
  const engines = new Map<string, number>();
  for (const breaker of breakers) {
    const waits = runsWait(healthOf(breaker, now)) ? 1 : 0;
    engines.set(breaker.engineId, (engines.get(breaker.engineId) ?? 0) + waits);
  }
  return [...engines].map(([engine, value]) => ({ labels: { engine }, value }));
}
