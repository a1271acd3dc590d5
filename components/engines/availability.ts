import { Constraints } from "@/lib/domain/engine/eligibility";
import type { EngineModelView, EngineView } from "@/lib/domain/engine/engine-view";
import type { RouteView, SystemView } from "@/lib/domain/engine/override";
import { shortlist } from "@/lib/domain/engine/shortlist";
import { USUAL_VOLUME } from "@/lib/domain/engine/volume-cost";

export interface ReachedRoute {
  readonly engine: EngineView;
  readonly model: EngineModelView;
  readonly route: RouteView;
}

/** The engines of this studio that lead to a system, those that can be used first. */
export function routesTo(entry: SystemView, engines: readonly EngineView[]): readonly ReachedRoute[] {
  const routes = entry.routes.flatMap((route) => {
    const engine = engines.find((candidate) => candidate.engineId === route.engineId);
    const model = engine?.models.find((candidate) => candidate.modelId === route.modelId);
    return engine && model ? [{ engine, model, route }] : [];
  });
  return routes.sort((a, b) => Number(a.model.whyNot !== null) - Number(b.model.whyNot !== null));
}

/** The route a run of this system would take now, or the first one there is. */
export function routeTaken(entry: SystemView, today: string): RouteView | null {
  const { eligible, others } = shortlist([entry], Constraints.parse({}), USUAL_VOLUME, today);
  const taken = [...eligible, ...others][0]?.route;
  return entry.routes.find((one) => taken && keyOfRoute(one) === keyOfRoute(taken)) ?? entry.routes[0] ?? null;
}

type Keyed = Pick<RouteView, "engineId" | "modelId">;
export const keyOfRoute = ({ engineId, modelId }: Keyed): string => `${engineId}/${modelId}`;

/** Whose route it is, and by which model where the same engine has several. */
export function nameOfRoute(entry: SystemView, { engineId, modelId, standing: { engineName, modelName } }: RouteView): string {
  const isOne = entry.routes.filter((one) => one.engineId === engineId).length === 1;
  return isOne ? engineName : `${engineName}: ${modelName ?? modelId}`;
}
