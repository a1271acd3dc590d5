import { z } from "zod";
import type { EngineConnection, Member, ModelPrice } from "@/lib/db/generated/client";
import type { CatalogueEntry, Route } from "@/lib/domain/engine/catalogue-entry";
import { isPublicAddress } from "@/lib/domain/engine/connection";
import { type EnteredPrice, enteredPer } from "@/lib/domain/engine/entered-price";
import { hiddenSentence, type RouteStanding, SystemView, systemView } from "@/lib/domain/engine/override";
import { builtInModels, catalogueModel, engineNameOf, hasAdapter, liveModel, systems } from "@/lib/engines/catalogue";
import { read } from "../read";
import { overridesOf } from "./overrides";
import { whyNotRun } from "./standing";

/** Every system we know of, with each fact, how we know it and when it was checked; what a lead says here stands before the catalogue. */
export const listSystems = read({
  verb: "engine.list-systems",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(SystemView),
  async run({ db, actor: { workspaceId } }) {
    const [overrides, prices, connections] = await Promise.all([
      overridesOf(db, workspaceId),
      db.modelPrice.findMany({ where: { workspaceId }, include: { setBy: { select: { displayName: true } } } }),
      db.engineConnection.findMany({ where: { workspaceId }, select: { engineId: true, baseUrl: true } }),
    ]);
    return systems().map((entry) => {
      const said = overrides.get(entry.id) ?? [];
      const hidden = hiddenSentence(entry.name, said);
      return systemView(entry, said, hasAdapter(entry), (route) => {
        const connection = connections.find(({ engineId }) => engineId === route.engineId);
        const price = prices.find(({ engineId, modelId }) => engineId === route.engineId && modelId === route.modelId);
        const isElsewhere = isPublicAddress(connection?.baseUrl ?? null);
        return { isElsewhere, entered: enteredOn(route, price), standing: standingOn(entry, route, { connection, price, hidden }) };
      });
    });
  },
});

type Entered = ModelPrice & { readonly setBy: Pick<Member, "displayName"> };

/** An entered price in the units of the list; null where there is none, or for a model that left the catalogue. */
function enteredOn({ engineId, modelId }: Route, price: Entered | undefined): EnteredPrice | null {
  if (!price) return null;
  const facts = { by: price.setBy.displayName, on: price.setAt.toISOString().slice(0, 10) };
  if (liveModel(engineId, modelId)) return { ...facts, per: "hour", micros: Number(price.micros) * 60 };
  const model = catalogueModel(engineId, modelId)?.capabilities;
  return model ? { ...facts, per: enteredPer(model), micros: Number(price.micros) } : null;
}

function standingOn(
  entry: CatalogueEntry,
  { engineId, modelId }: Route,
  here: {
    readonly connection: Pick<EngineConnection, "baseUrl"> | undefined;
    readonly price: Entered | undefined;
    readonly hidden: string | null;
  },
): RouteStanding {
  const engineName = engineNameOf(engineId) ?? entry.maker;
  const live = liveModel(engineId, modelId);
  const model = catalogueModel(engineId, modelId);
  const modelName = live?.name ?? model?.capabilities.name ?? null;
  const price = here.price;
  const entered = price
    ? { micros: price.micros.toString(), by: price.setBy.displayName, at: price.setAt.toISOString(), why: price.why }
    : null;
  if (modelName === null)
    return { engineName, modelName, whyNot: `The studio has no adapter for it at ${engineName} yet.`, entered, enteredPer: null };
  const isOurs = builtInModels().some((one) => one.engineId === engineId);
  if (isOurs) return { engineName, modelName, whyNot: null, entered, enteredPer: null };
  const isPriced = entered !== null || (live ? live.minuteMicros !== null : model?.capabilities.pricing !== null);
  const whyNot = whyNotRun({ engineName, modelName, isConnected: here.connection !== undefined, isPriced }) ?? here.hidden;
  return { engineName, modelName, whyNot, entered, enteredPer: live ? "minute" : model ? enteredPer(model.capabilities) : null };
}
