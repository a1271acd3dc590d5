import { type Difference, differenceBetween } from "../prompt/difference";
import type { ModelChoice, Quality, Recipe } from "../prompt/recipe";

/** How an approved picture came about: its prompt's recipe, and what its run made of it. */
export interface ApprovedRecipe {
  readonly recipe: Recipe;
  /** Where it really ran: a run may have gone on at another engine. */
  readonly model: ModelChoice;
  readonly quality: Quality;
  /** The seed of this very picture. */
  readonly seed: number;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What a recipe asks for otherwise than the approved one did; empty: the approval counts for it too. How many are made
 * and how finely says nothing of a picture that exists, new seeds are how a recipe is run again, and a seed that is
 * locked to the picture's own is this picture.
 */
export function changedFromApproved(approved: ApprovedRecipe, edited: Recipe): readonly Difference[] {
  const { seed, quality } = approved;
  const before = { ...approved.recipe, model: approved.model, controls: { ...approved.recipe.controls, quality } };
  const { seeds } = edited;
  const isOwnSeed = seeds.mode === "random" || same(seeds, before.seeds) || (seeds.values.length === 1 && seeds.values[0] === seed);
  const asked: Recipe = {
    ...edited,
    model: same(edited.model, approved.recipe.model) ? before.model : edited.model,
    controls: { ...edited.controls, quality },
    count: before.count,
    seeds: isOwnSeed ? before.seeds : seeds,
  };
  return differenceBetween(before, asked);
}
