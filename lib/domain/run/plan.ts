import type { ModelCapabilities } from "../engine/capabilities";
import { completeSettings, refusalOfSettings } from "../engine/control";
import { type Estimate, quote } from "../engine/pricing";
import { MAX_SEED, pixelSize, type Recipe, type ReferenceRole } from "../prompt/recipe";
import { refusalOfWeights } from "../prompt/weights";

/** Why a recipe cannot run on its model, in one sentence a person can act on; null when it can. */
export function refusalOf(recipe: Recipe, model: ModelCapabilities | undefined): string | null {
  if (!model) return "This engine is not connected. Choose another one.";
  if (recipe.model.revision !== model.revision)
    return `This prompt names revision ${recipe.model.revision}; ${model.name} is at ${model.revision} now. Branch to use it.`;
  if (model.needsText && recipe.text.trim() === "") return "Write a prompt first.";
  if (recipe.count > model.maxVariants)
    return `${model.name} makes at most ${model.maxVariants} variant${model.maxVariants === 1 ? "" : "s"} a run.`;
  if (model.aspectRatios.length > 0 && !model.aspectRatios.includes(recipe.controls.aspectRatio))
    return `${model.name} does not make ${recipe.controls.aspectRatio} pictures.`;
  if (!model.qualities.includes(recipe.controls.quality)) return `${model.name} has no ${recipe.controls.quality} quality.`;
  if (recipe.negative.trim() !== "" && !model.negative) return `${model.name} has no negative prompt. Remove it or choose another engine.`;
  const weights =
    refusalOfWeights(recipe.text, model.wordWeights, model.name) ?? refusalOfWeights(recipe.negative, model.wordWeights, model.name);
  if (weights) return weights;
  if (recipe.references.length > model.maxReferences) return `${model.name} takes at most ${model.maxReferences} references.`;
  const unknown = recipe.references.find((reference) => !model.referenceRoles.includes(reference.role));
  if (unknown) return `${model.name} does not understand ${unknown.role} references.`;
  const missing = missingReference(recipe, model);
  if (missing)
    return `${model.name} needs ${missing === "image" ? "a picture to work on" : `a ${missing} reference`}. Add a reference with the role ${missing}.`;
  if (recipe.seeds.mode === "locked" && !model.seeds) return `${model.name} does not take seeds.`;
  if (recipe.seeds.mode === "locked" && recipe.seeds.values.length > recipe.count)
    return `${recipe.seeds.values.length} seeds are locked for ${recipe.count} variant${recipe.count === 1 ? "" : "s"}: lock at most one a variant.`;
  return refusalOfSettings(model.settings, recipe.controls.settings);
}

function missingReference(recipe: Recipe, model: ModelCapabilities): ReferenceRole | undefined {
  const given = recipe.references.filter((reference) => reference.weight > 0).map((reference) => reference.role);
  return model.requiredReferences.find((role) => !given.includes(role));
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

/** The price of a recipe on its model, before anything is spent. `mostMicros` is what is held. */
export function quoteOf(recipe: Pick<Recipe, "count" | "controls" | "text" | "references">, model: ModelCapabilities): Estimate {
  const { aspectRatio, quality, settings } = recipe.controls;
  return quote(model.pricing, {
    quality,
    count: recipe.count,
    text: recipe.text,
    references: recipe.references.filter(({ weight }) => weight > 0).length,
    settings: completeSettings(model.settings, settings),
    ...pixelSize(aspectRatio, model.longSide[quality]),
  });
}
