import type { Database } from "@/lib/db/client";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { onModel } from "@/lib/domain/prompt/change-model";
import { Quality, type Recipe } from "@/lib/domain/prompt/recipe";
import { otherEngines } from "@/lib/domain/review/another-engine";
import type { ReviewCard } from "@/lib/domain/review/card";
import type { FallbackPath } from "@/lib/domain/review/fallback";
import type { LaneRules } from "@/lib/domain/review/run-for-card";
import { refusalOf } from "@/lib/domain/run/plan";

/** The variant of the newest attempt that an engine of ours made, and where every attempt ran. */
export type LastMade = NonNullable<Awaited<ReturnType<typeof lastMade>>>;

/** Null when no attempt was made by an engine of ours. */
export async function lastMade(db: Database, { attempts }: Pick<ReviewCard, "attempts">) {
  const variantIds = attempts.flatMap(({ variantId }) => variantId ?? []);
  const rows = await db.variant.findMany({
    where: { id: { in: variantIds } },
    select: { id: true, promptId: true, run: { select: { engineId: true, modelId: true, quality: true, finalOfId: true } } },
  });
  const newest = rows.find(({ id }) => id === variantIds.at(-1));
  return newest ? { ...newest, ranOn: rows.map(({ run }) => run.engineId) } : null;
}

type OnEngine = {
  readonly path: Extract<FallbackPath, { kind: "engine" }>;
  readonly lane: Pick<LaneRules, "allowedEngines">;
  /** What the workspace can run. */
  readonly models: readonly CatalogueModel[];
};

/**
 * What was submitted, made again at the quality it had, on the first model of another engine that takes it. The agreed
 * engine, unless it is the one that made the newest attempt: then the next of the lane that no attempt was made on.
 */
export function elsewhere(
  before: Recipe,
  { run, ranOn }: LastMade,
  { path: { engineId }, lane, models }: OnEngine,
): { readonly recipe: Recipe; readonly model: CatalogueModel; readonly insteadOn: string | null } | { readonly refusal: string } {
  const submitted = { ...before, controls: { ...before.controls, quality: Quality.parse(run.quality) } };
  const ran = models.find((model) => model.engineId === run.engineId && model.capabilities.modelId === run.modelId);
  const connected = [...new Set(models.map((model) => model.engineId))];
  const order = lane.allowedEngines.length > 0 ? lane.allowedEngines : connected;
  for (const next of otherEngines(engineId, { newest: run.engineId, all: ranOn }, order)) {
    for (const model of models.filter((each) => each.engineId === next)) {
      if (ran && model.capabilities.category !== ran.capabilities.category) continue;
      const recipe: Recipe = { ...onModel(submitted, model), count: 1, seeds: { mode: "random" } };
      if (refusalOf(recipe, model.capabilities) === null) return { recipe, model, insteadOn: next === engineId ? null : model.engineName };
    }
  }
  return {
    refusal:
      engineId === run.engineId
        ? "The agreed engine made the attempt that was sent back, and no other engine of the lane takes its recipe."
        : "The agreed engine is not connected, or none of its models takes this recipe.",
  };
}
