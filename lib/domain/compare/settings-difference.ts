import type { Recipe } from "../prompt/recipe";

/** One setting that is not the same for all compared pictures; `values` in their order. */
export interface SettingRow {
  readonly name: string;
  readonly values: readonly string[];
}

export interface Compared {
  readonly recipe: Recipe;
  readonly seed: number;
}

const SETTINGS: readonly { readonly name: string; readonly of: (compared: Compared) => string }[] = [
  { name: "Prompt", of: ({ recipe }) => recipe.text },
  { name: "Negative", of: ({ recipe }) => recipe.negative || "none" },
  { name: "Seed", of: ({ seed }) => String(seed) },
  { name: "Model", of: ({ recipe }) => `${recipe.model.modelId} ${recipe.model.revision}` },
  { name: "Quality", of: ({ recipe }) => recipe.controls.quality },
  { name: "Aspect ratio", of: ({ recipe }) => recipe.controls.aspectRatio },
  {
    name: "References",
    of: ({ recipe }) =>
      recipe.references.map(({ role, weight, assetId }) => `${role} ${Math.round(weight * 100)} % (${assetId.slice(-4)})`).join(", ") ||
      "none",
  },
];

/** Only what differs: what is the same for all says nothing about why one picture is better. */
export function settingsDifference(compared: readonly Compared[]): readonly SettingRow[] {
  return SETTINGS.map(({ name, of }) => ({ name, values: compared.map(of) })).filter(({ values }) => new Set(values).size > 1);
}
