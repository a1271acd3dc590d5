import type { ModelCapabilities } from "../engine/capabilities";
import { madeRecipe } from "./made-recipe";
import type { ModelChoice, Recipe } from "./recipe";

/**
 * The recipe that makes the final of one draft variant: the same in everything but quality, its seed locked where the
 * model takes seeds, one picture. `made` is the model that really made the draft.
 */
export function finalRecipe(recipe: Recipe, made: ModelChoice, seed: number, model: Pick<ModelCapabilities, "seeds"> | undefined): Recipe {
  const one = madeRecipe(recipe, made, seed, model);
  return { ...one, controls: { ...one.controls, quality: "final" }, count: 1 };
}
