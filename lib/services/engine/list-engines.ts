import { z } from "zod";
import { standingOf } from "@/lib/domain/engine/breaker";
import { type EngineModelView, EngineView } from "@/lib/domain/engine/engine-view";
import { enteredPer } from "@/lib/domain/engine/entered-price";
import { hiddenSentence } from "@/lib/domain/engine/override";
import { builtInModels, type ConnectableEngine, connectableEngines, entryOf } from "@/lib/engines/catalogue";
import { read } from "../read";
import { connectionView } from "./connection-row";
import { breakerOf } from "./health";
import { overridesOf } from "./overrides";
import { whyNotRun } from "./standing";

const NOTHING_NEEDED = { key: "optional", baseUrl: "optional", webhookSecret: false, options: [] } as const;

/** Every engine the studio has an adapter for: whether this workspace is connected, and what it can run there. */
export const listEngines = read({
  verb: "engine.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(EngineView),
  async run({ db, actor: { workspaceId }, now }) {
    const [connections, prices, health, overrides] = await Promise.all([
      db.engineConnection.findMany({ where: { workspaceId }, include: { connectedBy: { select: { displayName: true } } } }),
      db.modelPrice.findMany({ where: { workspaceId } }),
      db.engineHealth.findMany({ where: { workspaceId } }),
      overridesOf(db, workspaceId),
    ]);
    const entered = new Map(prices.map(({ engineId, modelId, micros }) => [`${engineId}/${modelId}`, micros]));
    const connectable = connectableEngines().map((engine): EngineView => {
      const row = connections.find(({ engineId }) => engineId === engine.engineId);
      const known = health.find(({ engineId }) => engineId === engine.engineId);
      const connection = row ? connectionView(row) : null;
      return {
        engineId: engine.engineId,
        name: engine.name,
        isBuiltIn: false,
        needs: { ...engine.needs, options: [...engine.needs.options] },
        hosts: engine.hosts,
        connection,
        health: row
          ? standingOf(
              known ? breakerOf(known) : null,
              {
                check: connection?.check ? { outcome: connection.check.outcome, at: new Date(connection.check.at) } : null,
                answeredAt: known?.answeredAt ?? null,
                heardAt: known?.heardAt ?? null,
              },
              now,
            )
          : null,
        models: [...modelsOf(engine, row !== undefined, entered), ...liveModelsOf(engine, row !== undefined, entered)].map((model) => {
          const entry = entryOf(engine.engineId, model.modelId);
          const hidden = entry ? hiddenSentence(entry.name, overrides.get(entry.id) ?? []) : null;
          return { ...model, whyNot: model.whyNot ?? hidden };
        }),
      };
    });
    return [...builtInEngines(), ...connectable];
  },
});

function builtInEngines(): EngineView[] {
  const ids = [...new Set(builtInModels().map(({ engineId }) => engineId))];
  return ids.map((engineId) => {
    const models = builtInModels().filter((model) => model.engineId === engineId);
    return {
      engineId,
      name: models[0]?.engineName ?? engineId,
      isBuiltIn: true,
      needs: NOTHING_NEEDED,
      hosts: [],
      connection: null,
      health: null,
      models: models.map(({ capabilities: { modelId, name, category } }) => ({
        modelId,
        name,
        category,
        whyNot: null,
        priceFrom: "catalogue",
        enteredMicros: null,
        minuteMicros: null,
        live: null,
        billedPer: "image",
      })),
    };
  });
}

function modelsOf(
  { engineId, name, models }: ConnectableEngine,
  isConnected: boolean,
  entered: ReadonlyMap<string, bigint>,
): EngineModelView[] {
  return models.map(({ accepts, pricing }) => {
    const price = entered.get(`${engineId}/${accepts.modelId}`);
    return {
      modelId: accepts.modelId,
      name: accepts.name,
      category: accepts.category,
      ...standing(name, accepts.name, isConnected, price, pricing !== null),
      minuteMicros: null,
      live: null,
      billedPer: enteredPer(accepts),
    };
  });
}

function liveModelsOf({ engineId, name, live = [] }: ConnectableEngine, isConnected: boolean, entered: ReadonlyMap<string, bigint>) {
  return live.map((model): EngineModelView => {
    const { modelId, minuteMicros } = model;
    return {
      modelId,
      name: model.name,
      category: "avatar.live",
      ...standing(name, model.name, isConnected, entered.get(`${engineId}/${modelId}`), minuteMicros !== null),
      minuteMicros: minuteMicros?.toString() ?? null,
      live: { startMicros: String(model.startMicros), maxMinutes: model.maxMinutes, takesText: model.takesText },
      billedPer: "minute",
    };
  });
}

/** Whether a model can be chosen, and where its price is from. */
function standing(engineName: string, modelName: string, isConnected: boolean, entered: bigint | undefined, isPriced: boolean) {
  const priceFrom = entered !== undefined ? ("lead" as const) : isPriced ? ("catalogue" as const) : ("unknown" as const);
  const whyNot = whyNotRun({ engineName, modelName, isConnected, isPriced: priceFrom !== "unknown" });
  return { whyNot, priceFrom, enteredMicros: entered?.toString() ?? null };
}
