import type { CatalogueEntry } from "@/lib/domain/engine/catalogue-entry";
import type { EngineModelView, EngineView } from "@/lib/domain/engine/engine-view";

export interface Road {
  readonly engine: EngineView;
  readonly model: EngineModelView;
}

/** The engines of this studio that lead to a system, those that can be used first. */
export function roadsTo(entry: CatalogueEntry, engines: readonly EngineView[]): readonly Road[] {
  const roads = entry.routes.flatMap(({ engineId, modelId }) => {
    const engine = engines.find((candidate) => candidate.engineId === engineId);
    const model = engine?.models.find((candidate) => candidate.modelId === modelId);
    return engine && model ? [{ engine, model }] : [];
  });
  return roads.sort((a, b) => Number(a.model.whyNot !== null) - Number(b.model.whyNot !== null));
}
