import type { ModelCapabilities } from "../engine/capabilities";
import type { ModelChoice, Recipe } from "./recipe";

/**
 * The recipe of one variant by itself: its prompt's, on the model that really made it, its seed locked where the model takes
 * seeds. `count` stays the prompt's.
 */
export function madeRecipe(recipe: Recipe, made: ModelChoice, seed: number, model: Pick<ModelCapabilities, "seeds"> | undefined): Recipe {
  return { ...recipe, model: made, seeds: model?.seeds ? { mode: "locked", values: [seed] } : { mode: "random" } };
}
