import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { SKETCH_MODEL } from "./sketch";

/** The facts about every model, with the date they were checked. Data only: reaching a model is the registry's work. */
const CATALOGUE: readonly CatalogueModel[] = [SKETCH_MODEL];

export function catalogue(): readonly CatalogueModel[] {
  return CATALOGUE;
}

export function catalogueModel(engineId: string, modelId: string): CatalogueModel | undefined {
  return CATALOGUE.find((model) => model.engineId === engineId && model.capabilities.modelId === modelId);
}
