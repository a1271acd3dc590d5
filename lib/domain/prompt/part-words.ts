import { type RecipePart, settingOfPart } from "./recipe-parts";
import { settingName } from "./setting-words";

const NAMES: Readonly<Record<string, string>> = {
  text: "prompt",
  negative: "negative prompt",
  references: "references",
  model: "model",
  aspectRatio: "aspect ratio",
  quality: "quality",
  seeds: "seeds",
  count: "variants",
};

/** What a part of a recipe is called in a sentence. */
export function partName(part: RecipePart): string {
  const key = settingOfPart(part);
  return key === null ? (NAMES[part] ?? part) : settingName(key);
}

/** Several of them: "prompt, seeds and quality". */
export function partNames(parts: readonly RecipePart[]): string {
  const names = parts.map(partName);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
