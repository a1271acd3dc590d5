import { isSame } from "./merge-list";
import type { Recipe } from "./recipe";

const FIELDS = ["text", "negative", "references", "model", "aspectRatio", "quality", "seeds", "count"] as const;

/**
 * One thing of a recipe that can be taken into another by itself. A setting is named by its key; between different models there
 * are none, because a model's settings come with the model.
 */
export type RecipePart = (typeof FIELDS)[number] | `setting:${string}`;

const SETTING = "setting:";

/** The part of its settings that a key names. */
export const settingPart = (key: string): RecipePart => `${SETTING}${key}`;

/** The setting a part names; null for any other part. */
export const settingOfPart = (part: RecipePart): string | null => (part.startsWith(SETTING) ? part.slice(SETTING.length) : null);

const isOneModel = (one: Recipe, other: Recipe) => one.model.engineId === other.model.engineId && one.model.modelId === other.model.modelId;

function isSamePart(one: Recipe, other: Recipe, part: RecipePart): boolean {
  const key = settingOfPart(part);
  if (key !== null) return one.controls.settings[key] === other.controls.settings[key];
  switch (part) {
    case "aspectRatio":
    case "quality":
      return one.controls[part] === other.controls[part];
    case "text":
    case "negative":
    case "references":
    case "model":
    case "seeds":
    case "count":
      return isSame(one[part], other[part]);
    default:
      throw new Error(`There is no part ${part} of a recipe.`);
  }
}

/** The parts in which a recipe is not as the draft, in the order a person reads them. */
export function partsThatDiffer(draft: Recipe, recipe: Recipe): readonly RecipePart[] {
  const keys = isOneModel(draft, recipe)
    ? new Set([...Object.keys(draft.controls.settings), ...Object.keys(recipe.controls.settings)])
    : [];
  const parts: readonly RecipePart[] = [...FIELDS, ...[...keys].sort().map(settingPart)];
  return parts.filter((part) => !isSamePart(draft, recipe, part));
}

/** The draft with one part of another recipe, and nothing else of it. A model brings its settings along where it is another one. */
export function takePart(draft: Recipe, recipe: Recipe, part: RecipePart): Recipe {
  const key = settingOfPart(part);
  if (key !== null) {
    const { [key]: _, ...others } = draft.controls.settings;
    const value = recipe.controls.settings[key];
    return { ...draft, controls: { ...draft.controls, settings: value === undefined ? others : { ...others, [key]: value } } };
  }
  switch (part) {
    case "aspectRatio":
    case "quality":
      return { ...draft, controls: { ...draft.controls, [part]: recipe.controls[part] } };
    case "model":
      if (isOneModel(draft, recipe)) return { ...draft, model: recipe.model };
      return { ...draft, model: recipe.model, controls: { ...draft.controls, settings: recipe.controls.settings } };
    case "text":
    case "negative":
    case "references":
    case "seeds":
    case "count":
      return { ...draft, [part]: recipe[part] };
    default:
      throw new Error(`There is no part ${part} of a recipe.`);
  }
}

/** The draft with several parts of another recipe. */
export const takeParts = (draft: Recipe, recipe: Recipe, parts: readonly RecipePart[]): Recipe =>
  parts.reduce((taken, part) => takePart(taken, recipe, part), draft);

/** The parts a text names, as an address carries them; what is no part is left out. */
export function readParts(text: string): readonly RecipePart[] {
  const isPart = (word: string): word is RecipePart =>
    (FIELDS as readonly string[]).includes(word) || /^setting:[a-z][a-zA-Z0-9_-]{0,39}$/.test(word);
  return text.split(",").filter(isPart);
}
