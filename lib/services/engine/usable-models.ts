import type { Database } from "@/lib/db/client";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { enteredPricing } from "@/lib/domain/engine/entered-price";
import { hiddenSentence } from "@/lib/domain/engine/override";
import { builtInModels, catalogueModel, connectableEngines, entryOf, type KnownModel } from "@/lib/engines/catalogue";
import { overridesOf } from "./overrides";

/** The models a workspace can run: those of the studio, and those of connected engines that have a price and that no lead has hidden. */
export async function usableModels(db: Database, workspaceId: string): Promise<readonly CatalogueModel[]> {
  const [connections, prices] = await Promise.all([
    db.engineConnection.findMany({ where: { workspaceId }, select: { engineId: true } }),
    db.modelPrice.findMany({ where: { workspaceId } }),
  ]);
  const connected = new Set(connections.map(({ engineId }) => engineId));
  const entered = new Map(prices.map(({ engineId, modelId, micros }) => [`${engineId}/${modelId}`, micros]));
  const reached = connectableEngines()
    .filter(({ engineId }) => connected.has(engineId))
    .flatMap(({ engineId, models }) => models.map(({ accepts }) => catalogueModel(engineId, accepts.modelId)))
    .flatMap((model) => (model ? priced(model, entered.get(`${model.engineId}/${model.capabilities.modelId}`)) : []));
  const overrides = await overridesOf(db, workspaceId);
  const isHidden = ({ engineId, capabilities: { modelId } }: CatalogueModel) => {
    const entry = entryOf(engineId, modelId);
    return entry !== undefined && hiddenSentence(entry.name, overrides.get(entry.id) ?? []) !== null;
  };
  return [...builtInModels(), ...reached.filter((model) => !isHidden(model))];
}

/** One model, if the workspace can run it. Asks the database nothing about the studio's own. */
export async function usableModel(
  db: Database,
  workspaceId: string,
  engineId: string,
  modelId: string,
): Promise<CatalogueModel | undefined> {
  const builtIn = builtInModels().find((model) => model.engineId === engineId && model.capabilities.modelId === modelId);
  const known = builtIn ?? catalogueModel(engineId, modelId);
  if (builtIn || !known) return builtIn;
  const connection = await db.engineConnection.findUnique({
    where: { workspaceId_engineId: { workspaceId, engineId } },
    select: { id: true },
  });
  if (!connection) return undefined;
  const price = await db.modelPrice.findUnique({ where: { workspaceId_engineId_modelId: { workspaceId, engineId, modelId } } });
  return priced(known, price?.micros)[0];
}

/** A lead's price goes before the catalogue's; without either the model cannot run. */
function priced({ capabilities, ...facts }: KnownModel, entered: bigint | undefined): CatalogueModel[] {
  const pricing = entered === undefined ? capabilities.pricing : enteredPricing(capabilities, Number(entered));
  return pricing === null ? [] : [{ ...facts, capabilities: { ...capabilities, pricing } }];
}
