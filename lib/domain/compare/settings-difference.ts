import { idOfModel, type ModelName } from "../prompt/model-name";
import type { Recipe } from "../prompt/recipe";
import { settingName, spoken } from "../prompt/setting-words";

/** One setting that is not the same for all compared pictures; `values` in their order. */
export interface SettingRow {
  readonly name: string;
  readonly values: readonly string[];
}

export interface Compared {
  readonly recipe: Recipe;
  readonly seed: number;
}

const FIXED: readonly { readonly name: string; readonly of: (compared: Compared, nameOf: ModelName) => string }[] = [
  { name: "Prompt", of: ({ recipe }) => recipe.text },
  { name: "Negative", of: ({ recipe }) => recipe.negative || "none" },
  { name: "Seed", of: ({ seed }) => String(seed) },
  { name: "Model", of: ({ recipe }, nameOf) => `${nameOf(recipe.model)} ${recipe.model.revision}` },
  { name: "Quality", of: ({ recipe }) => recipe.controls.quality },
  { name: "Aspect ratio", of: ({ recipe }) => recipe.controls.aspectRatio },
  {
    name: "References",
    of: ({ recipe }) =>
      recipe.references.map(({ role, weight, assetId }) => `${role} ${Math.round(weight * 100)} % (${assetId.slice(-4)})`).join(", ") ||
      "none",
  },
];

const sentenceCase = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function settingOf({ controls }: Recipe, key: string): string {
  const value = controls.settings[key];
  return value === undefined ? "by default" : spoken(value);
}

/** Only what differs: what is the same for all says nothing about why one picture is better. */
export function settingsDifference(compared: readonly Compared[], nameOf: ModelName = idOfModel): readonly SettingRow[] {
  const keys = [...new Set(compared.flatMap(({ recipe }) => Object.keys(recipe.controls.settings)))];
  const rows = [
    ...FIXED.map(({ name, of }) => ({ name, values: compared.map((each) => of(each, nameOf)) })),
    ...keys.map((key) => ({ name: sentenceCase(settingName(key)), values: compared.map(({ recipe }) => settingOf(recipe, key)) })),
  ];
  return rows.filter(({ values }) => new Set(values).size > 1);
}
