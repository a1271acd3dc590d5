import { z } from "zod";
import { ModelFigures } from "@/lib/domain/engine/figures";
import { NO_FAULT_OF_THE_ENGINE } from "@/lib/domain/run/failure";
import { read } from "../read";

const DAYS = 30;

/** How each model did in this workspace's own runs of the last 30 days: how fast, how reliable, at what cost. */
export const engineFigures = read({
  verb: "engine.figures",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(ModelFigures),
  async run({ db, actor: { workspaceId }, now }) {
    const since = new Date(now.getTime() - DAYS * 86_400_000);
    const [models, failures] = await Promise.all([
      db.$queryRaw<ModelRow[]>`
        SELECT "engineId", "modelId",
          count(*) FILTER (WHERE "failureKind" IS NULL OR "failureKind" <> ALL(${[...NO_FAULT_OF_THE_ENGINE]}))::int AS runs,
          count(*) FILTER (WHERE status = 'succeeded')::int AS succeeded,
          coalesce(sum("actualMicros"), 0)::text AS "spentMicros",
          coalesce(sum((SELECT count(*) FROM "Variant" v WHERE v."runId" = r.id)), 0)::int AS variants,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "finishedAt" - "startedAt") * 1000)
            FILTER (WHERE status = 'succeeded')::float8 AS "p50Ms",
          percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM "finishedAt" - "startedAt") * 1000)
            FILTER (WHERE status = 'succeeded')::float8 AS "p95Ms"
        FROM "Run" r
        WHERE "workspaceId" = ${workspaceId}::uuid AND "createdAt" >= ${since}
          AND status IN ('succeeded', 'refused', 'failed', 'cancelled', 'unknown')
        GROUP BY "engineId", "modelId"`,
      db.run.groupBy({
        by: ["engineId", "modelId", "failureKind"],
        where: { workspaceId, createdAt: { gte: since }, failureKind: { not: null, notIn: [...NO_FAULT_OF_THE_ENGINE] } },
        _count: { _all: true },
      }),
    ]);
    return models.map(({ p50Ms, p95Ms, ...model }) => ({
      ...model,
      p50Ms: p50Ms === null ? null : Math.round(p50Ms),
      p95Ms: p95Ms === null ? null : Math.round(p95Ms),
      failures: failures
        .filter(({ engineId, modelId }) => engineId === model.engineId && modelId === model.modelId)
        .map(({ failureKind, _count }) => ({ kind: failureKind ?? "", count: _count._all }))
        .sort((a, b) => b.count - a.count),
    }));
  },
});

interface ModelRow {
  readonly engineId: string;
  readonly modelId: string;
  readonly runs: number;
  readonly succeeded: number;
  readonly spentMicros: string;
  readonly variants: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}
