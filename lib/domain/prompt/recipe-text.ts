import { idOfModel, type ModelName } from "./model-name";
import type { Recipe, Seeds } from "./recipe";
import { settingName, spoken } from "./setting-words";

/** Seeds as they are read: "random" or the numbers. */
export const seedsText = (seeds: Seeds) => (seeds.mode === "random" ? "random" : seeds.values.join(", "));

/** A recipe as text that can be pasted anywhere: one line a thing, references by the names of their files. */
export function recipeText(recipe: Recipe, fileNameOf: (assetId: string) => string, nameOf: ModelName = idOfModel): string {
  const { text, negative, references, model, controls, seeds, count } = recipe;
  return [
    text,
    "",
    ...(negative === "" ? [] : [`Negative: ${negative}`]),
    ...references.map(({ assetId, role, weight }) => `Reference: ${fileNameOf(assetId)} as ${role}, ${Math.round(weight * 100)} %`),
    `Model: ${nameOf(model)} (${model.modelId}, revision ${model.revision})`,
    `Aspect ratio: ${controls.aspectRatio}`,
    `Quality: ${controls.quality}`,
    ...Object.entries(controls.settings).map(([key, value]) => `${settingName(key)}: ${spoken(value)}`),
    `Seeds: ${seedsText(seeds)}`,
    `Variants: ${count}`,
  ].join("\n");
}
