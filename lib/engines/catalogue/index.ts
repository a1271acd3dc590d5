import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { type CatalogueEntry, onRoute, REGION_NAMES } from "@/lib/domain/engine/catalogue-entry";
import type { Pricing } from "@/lib/domain/engine/pricing";
import type { LiveModel } from "../live";
import { CONNECTABLE, type ConnectableEngine } from "./engines";
import { SKETCH_EDIT_MODEL, SKETCH_MODEL, SKETCH_MOTION_MODEL } from "./sketch";
import { SYSTEMS } from "./systems";

export type { LiveModel } from "../live";
export type { ConnectableEngine } from "./engines";

/** The models of this studio itself: no key, no network. */
const BUILT_IN: readonly CatalogueModel[] = [SKETCH_MODEL, SKETCH_EDIT_MODEL, SKETCH_MOTION_MODEL];

/** A model with everything but a price that is certain: it may have none until a lead enters one. */
export type KnownModel = Omit<CatalogueModel, "capabilities"> & {
  readonly capabilities: Omit<CatalogueModel["capabilities"], "pricing"> & { readonly pricing: Pricing | null };
};

/** The models every workspace can run. */
export function builtInModels(): readonly CatalogueModel[] {
  return BUILT_IN;
}

/** The providers a workspace can connect, with their models. */
export function connectableEngines(): readonly ConnectableEngine[] {
  return CONNECTABLE;
}

/** A model of an engine one speaks with; undefined when there is no such one. */
export function liveModel(engineId: string, modelId: string): LiveModel | undefined {
  return CONNECTABLE.find((engine) => engine.engineId === engineId)?.live?.find((model) => model.modelId === modelId);
}

/** What is known of a model the studio has an adapter for, whether or not a workspace can run it now. */
export function catalogueModel(engineId: string, modelId: string): KnownModel | undefined {
  return KNOWN.get(`${engineId}/${modelId}`);
}

/** What a model is called; its id for one that left the catalogue. */
export function modelNameOf({ engineId, modelId }: { readonly engineId?: string; readonly modelId: string }): string {
  const known =
    engineId === undefined
      ? [...KNOWN.values()].find((model) => model.capabilities.modelId === modelId)
      : catalogueModel(engineId, modelId);
  return known?.capabilities.name ?? (engineId === undefined ? undefined : liveModel(engineId, modelId)?.name) ?? modelId;
}

/** Every system we know of, fact by fact: reachable, import-only and retired ones alike. */
export function systems(): readonly CatalogueEntry[] {
  return SYSTEMS;
}

/** What is known of the system a model belongs to, as it is on this model's route; undefined for one the catalogue does not list. */
export function entryOf(engineId: string, modelId: string): CatalogueEntry | undefined {
  for (const entry of SYSTEMS) {
    const route = entry.routes.find((one) => one.engineId === engineId && one.modelId === modelId);
    if (route) return onRoute(entry, route);
  }
  return undefined;
}

/** The name of an engine, connected or not; undefined for one the studio has no adapter for. */
export function engineNameOf(engineId: string): string | undefined {
  return [...BUILT_IN.map(({ engineName: name, ...model }) => ({ ...model, name })), ...CONNECTABLE].find(
    (engine) => engine.engineId === engineId,
  )?.name;
}

/**
 * Whether the studio can reach a system, once its engine is connected: by a model it has an adapter for; a language model through any server with
 * OpenAI's chat endpoint. An aggregator is a way to other systems, and every one listed here is connectable.
 */
export function hasAdapter({ category, routes }: CatalogueEntry): boolean {
  if (category === "language" || category === "aggregator") return true;
  return routes.some(({ engineId, modelId }) => KNOWN.has(`${engineId}/${modelId}`) || liveModel(engineId, modelId) !== undefined);
}

const KNOWN: ReadonlyMap<string, KnownModel> = new Map(
  [...BUILT_IN, ...CONNECTABLE.flatMap(knownModelsOf)].map((model) => [`${model.engineId}/${model.capabilities.modelId}`, model]),
);

function knownModelsOf({ engineId, name, models }: ConnectableEngine): readonly KnownModel[] {
  return models.map(({ accepts, pricing }) => {
    const entry = entryOf(engineId, accepts.modelId);
    return {
      engineId,
      engineName: name,
      capabilities: { ...accepts, pricing },
      digitalSourceType: accepts.category === "image.edit" ? "compositeWithTrainedAlgorithmicMedia" : "trainedAlgorithmicMedia",
      description: entry?.summary ?? "",
      licence: entry?.licence.value ?? "Not known: read the provider's terms.",
      residency: entry?.residency.value?.map((region) => REGION_NAMES[region]).join(" or ") ?? "Not known",
      watermark: entry?.watermark.value ?? "Not known",
      status: entry?.status.state ?? "active",
      source: entry?.reached.source || "Not known",
      checkedOn: entry?.reached.checkedOn ?? "2026-11-21",
    };
  });
}
