import type { ModelCapabilities } from "../engine/capabilities";
import { MAX_SEED, type Recipe } from "../prompt/recipe";

/** Why a recipe cannot run on its model, in one sentence a person can act on; null when it can. */
export function refusalOf(recipe: Recipe, model: ModelCapabilities | undefined): string | null {
  if (!model) return "This engine is not connected. Choose another one.";
  if (recipe.model.revision !== model.revision)
    return `This prompt names revision ${recipe.model.revision}; ${model.name} is at ${model.revision} now. Branch to use it.`;
  if (recipe.text.trim() === "") return "Write a prompt first.";
  if (recipe.count > model.maxVariants) return `${model.name} makes at most ${model.maxVariants} variants a run.`;
  if (!model.aspectRatios.includes(recipe.controls.aspectRatio))
    return `${model.name} does not make ${recipe.controls.aspectRatio} pictures.`;
  if (!model.qualities.includes(recipe.controls.quality)) return `${model.name} has no ${recipe.controls.quality} quality.`;
  if (recipe.negative.trim() !== "" && !model.negative) return `${model.name} has no negative prompt. Remove it or choose another engine.`;
  if (recipe.references.length > model.maxReferences) return `${model.name} takes at most ${model.maxReferences} references.`;
  const unknown = recipe.references.find((reference) => !model.referenceRoles.includes(reference.role));
  if (unknown) return `${model.name} does not understand ${unknown.role} references.`;
  if (recipe.seeds.mode === "locked" && !model.seeds) return `${model.name} does not take seeds.`;
  return null;
}

/**
 * One seed a variant. Locked seeds are used in order; where fewer are locked than variants wanted, the last one counts
 * on, so that the same recipe always asks for the same seeds.
 * @param random gives a number in [0, 1); called once for every random seed
 */
export function seedsFor(recipe: Recipe, random: () => number): readonly number[] {
  const { seeds, count } = recipe;
  if (seeds.mode === "random") return Array.from({ length: count }, () => Math.floor(random() * (MAX_SEED + 1)));
  const last = seeds.values.at(-1) ?? 0;
  return Array.from({ length: count }, (_, index) => seeds.values[index] ?? (last + index - seeds.values.length + 1) % (MAX_SEED + 1));
}

/** Price of a run in micro-dollars: fixed per picture for the models we have. */
export function quoteMicros(recipe: Pick<Recipe, "count" | "controls">, model: ModelCapabilities): bigint {
  return BigInt(recipe.count) * BigInt(model.priceMicrosPerImage[recipe.controls.quality] ?? 0);
}
