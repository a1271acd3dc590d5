import { idOfModel, type ModelName } from "../prompt/model-name";
import type { Recipe } from "../prompt/recipe";
import { settingName, spoken } from "../prompt/setting-words";
import { compareWords, type WordChange } from "../prompt/words";

/** What one picture has of a setting. */
export interface SettingValue {
  readonly text: string;
  /** Word by word against what the first picture has, without what went where no word stayed; null for the first itself, and where both are the same. */
  readonly changes: readonly WordChange[] | null;
}

/** One setting of all compared pictures; `values` in their order. */
export interface SettingRow {
  readonly name: string;
  /** All have the same of it. */
  readonly isSame: boolean;
  readonly values: readonly SettingValue[];
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

/** Every setting of the compared pictures: what differs first, as that says why one picture is better, then what all share. */
export function settingsOf(compared: readonly Compared[], nameOf: ModelName = idOfModel): readonly SettingRow[] {
  const keys = [...new Set(compared.flatMap(({ recipe }) => Object.keys(recipe.controls.settings)))];
  const rows = [
    ...FIXED.map(({ name, of }) =>
      rowOf(
        name,
        compared.map((each) => of(each, nameOf)),
      ),
    ),
    ...keys.map((key) =>
      rowOf(
        sentenceCase(settingName(key)),
        compared.map(({ recipe }) => settingOf(recipe, key)),
      ),
    ),
  ];
  return [...rows.filter(({ isSame }) => !isSame), ...rows.filter(({ isSame }) => isSame)];
}

/** Only what differs: what is the same for all says nothing about why one picture is better. */
export function settingsDifference(compared: readonly Compared[], nameOf: ModelName = idOfModel): readonly SettingRow[] {
  return settingsOf(compared, nameOf).filter(({ isSame }) => !isSame);
}

function rowOf(name: string, texts: readonly string[]): SettingRow {
  const [first = ""] = texts;
  return {
    name,
    isSame: texts.every((text) => text === first),
    values: texts.map((text) => ({ text, changes: text === first ? null : marked(first, text) })),
  };
}

/** Where nothing stayed, what the first picture has stands in its own column and need not be struck through here. */
function marked(first: string, text: string): readonly WordChange[] {
  const changes = compareWords(first, text);
  return changes.some(({ kind }) => kind === "same") ? changes : changes.filter(({ kind }) => kind === "added");
}
