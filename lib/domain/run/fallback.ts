import type { CatalogueModel } from "../engine/capabilities";
import type { Recipe } from "../prompt/recipe";
import type { FailureKind } from "./failure";
import { refusalOf } from "./plan";

/** Ends after which another engine may do better. A refusal is about the content: it is not carried from moderator to moderator. */
const GOES_ON = {
  "engine-fault": true,
  quota: true,
  "rate-limited": true,
  timeout: true,
  refused: false,
  empty: false,
  "invalid-input": false,
  "expired-output": false,
  "damaged-output": false,
  "withheld-output": false,
  cancelled: false,
  "made-elsewhere": false,
  "never-arrived": false,
} as const satisfies Record<FailureKind, boolean>;

/**
 * Whether a production run goes on at another engine. Only after the engine's own word that it failed: what nobody is
 * certain about may still be made and charged.
 */
export function mayGoOn(end: {
  readonly kind: FailureKind;
  readonly isVerified: boolean;
  readonly made: number;
  readonly cancelAsked: boolean;
}): boolean {
  return end.isVerified && end.made === 0 && !end.cancelAsked && GOES_ON[end.kind];
}

/**
 * The next model a recipe may go on with: of the lane's engines in their order, those that were not tried yet, the first
 * model of the same category that takes the recipe as it is. Nothing of the recipe is left out to make it fit.
 */
export function nextModel(
  recipe: Recipe,
  lane: { readonly allowedEngines: readonly string[]; readonly triedEngines: readonly string[] },
  models: readonly CatalogueModel[],
): { readonly model: CatalogueModel; readonly recipe: Recipe } | null {
  const now = models.find(
    ({ engineId, capabilities }) => engineId === recipe.model.engineId && capabilities.modelId === recipe.model.modelId,
  );
  for (const engineId of lane.allowedEngines.filter((id) => !lane.triedEngines.includes(id))) {
    for (const model of models.filter((candidate) => candidate.engineId === engineId)) {
      const { capabilities } = model;
      if (now && capabilities.category !== now.capabilities.category) continue;
      const next = { ...recipe, model: { engineId, modelId: capabilities.modelId, revision: capabilities.revision } };
      if (refusalOf(next, capabilities) === null) return { model, recipe: next };
    }
  }
  return null;
}
