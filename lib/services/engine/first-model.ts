import type { ModelChoice } from "@/lib/domain/prompt/recipe";
import { builtInModels } from "@/lib/engines/catalogue";

/** The model that works everywhere, for what names none: the embedded engine's first. */
export function firstModel(): ModelChoice {
  const [model] = builtInModels();
  if (!model) throw new Error("The studio has no engine of its own.");
  const { engineId, capabilities } = model;
  return { engineId, modelId: capabilities.modelId, revision: capabilities.revision };
}
