import { Constraints } from "@/lib/domain/engine/eligibility";
import type { EngineModelView, EngineView } from "@/lib/domain/engine/engine-view";
import type { RoadView, SystemView } from "@/lib/domain/engine/override";
import { shortlist } from "@/lib/domain/engine/shortlist";
import { USUAL_VOLUME } from "@/lib/domain/engine/volume-cost";

export interface Road {
  readonly engine: EngineView;
  readonly model: EngineModelView;
  readonly road: RoadView;
}

/** The engines of this studio that lead to a system, those that can be used first. */
export function roadsTo(entry: SystemView, engines: readonly EngineView[]): readonly Road[] {
  const roads = entry.routes.flatMap((road) => {
    const engine = engines.find((candidate) => candidate.engineId === road.engineId);
    const model = engine?.models.find((candidate) => candidate.modelId === road.modelId);
    return engine && model ? [{ engine, model, road }] : [];
  });
  return roads.sort((a, b) => Number(a.model.whyNot !== null) - Number(b.model.whyNot !== null));
}

/** The road a run of this system would take now, or the first one there is. */
export function roadTaken(entry: SystemView, today: string): RoadView | null {
  const { eligible, others } = shortlist([entry], Constraints.parse({}), USUAL_VOLUME, today);
  const taken = [...eligible, ...others][0]?.road;
  return entry.routes.find((one) => taken && keyOfRoad(one) === keyOfRoad(taken)) ?? entry.routes[0] ?? null;
}

type Keyed = Pick<RoadView, "engineId" | "modelId">;
export const keyOfRoad = ({ engineId, modelId }: Keyed): string => `${engineId}/${modelId}`;

/** Whose road it is, and by which model where the same engine has several. */
export function nameOfRoad(entry: SystemView, { engineId, modelId, standing: { engineName, modelName } }: RoadView): string {
  const isOne = entry.routes.filter((one) => one.engineId === engineId).length === 1;
  return isOne ? engineName : `${engineName}: ${modelName ?? modelId}`;
}
