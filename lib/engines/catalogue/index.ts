import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import type { CatalogueEntry } from "@/lib/domain/engine/catalogue-entry";
import { SKETCH_EDIT_MODEL, SKETCH_MODEL } from "./sketch";
import { SYSTEMS } from "./systems";

/** The models the studio has an adapter for, with what they accept. Data only: reaching a model is the registry's work. */
const CATALOGUE: readonly CatalogueModel[] = [SKETCH_MODEL, SKETCH_EDIT_MODEL];

export function catalogue(): readonly CatalogueModel[] {
  return CATALOGUE;
}

export function catalogueModel(engineId: string, modelId: string): CatalogueModel | undefined {
  return CATALOGUE.find((model) => model.engineId === engineId && model.capabilities.modelId === modelId);
}

/** Every system we know of, fact by fact: reachable, import-only and retired ones alike. */
export function systems(): readonly CatalogueEntry[] {
  return SYSTEMS;
}
