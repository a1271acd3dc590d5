import type { EngineRequest } from "@/lib/engines/engine";
import type { WorkOrder } from "@/lib/services/run/claim-run";

/** A run as its engine is asked for it. */
export function engineRequestOf(order: WorkOrder): EngineRequest {
  const { runId, modelId, revision, recipe, settings, seeds, references, enteredMicros } = order;
  const { aspectRatio, quality } = recipe.controls;
  const words = { text: recipe.text, negative: recipe.negative };
  return { runId, modelId, revision, ...words, aspectRatio, quality, settings, seeds, references, enteredMicros };
}
