import { z } from "zod";
import type { ModelPrice } from "@/lib/db/generated/client";
import { type EnteredPrice, enteredPer, withEnteredPrices } from "@/lib/domain/engine/entered-price";
import { SystemView, systemView } from "@/lib/domain/engine/override";
import { catalogueModel, hasAdapter, liveModel, systems } from "@/lib/engines/catalogue";
import { read } from "../read";
import { overridesOf } from "./overrides";

/** Every system we know of, with each fact, how we know it and when it was checked; what a lead says here stands before the catalogue. */
export const listSystems = read({
  verb: "engine.list-systems",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(SystemView),
  async run({ db, actor: { workspaceId } }) {
    const [overrides, rows] = await Promise.all([overridesOf(db, workspaceId), db.modelPrice.findMany({ where: { workspaceId } })]);
    const entered = rows.flatMap((row) => listed(row) ?? []);
    return systems().map((entry) => withEnteredPrices(systemView(entry, overrides.get(entry.id) ?? [], hasAdapter(entry)), entered));
  },
});

/** An entered price in the units of the list; null for a model that left the catalogue. */
function listed({ engineId, modelId, micros, setAt }: ModelPrice): EnteredPrice | null {
  const facts = { engineId, modelId, on: setAt.toISOString().slice(0, 10) };
  const live = liveModel(engineId, modelId);
  if (live) return { ...facts, per: "hour", micros: Number(micros) * 60, name: live.name };
  const model = catalogueModel(engineId, modelId)?.capabilities;
  return model ? { ...facts, per: enteredPer(model), micros: Number(micros), name: model.name } : null;
}
