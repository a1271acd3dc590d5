/** Words that together name one thing; `null` where there is no drawing of it, and the words apart would name others. */
const COMPOUNDS: Readonly<Record<string, string | null>> = {
  "pick up truck": "pickup-truck",
  "pick up": "pickup-truck",
  "pickup truck": "pickup-truck",
  "fire truck": "fire-engine",
  "fire engine": "fire-engine",
  "coffee cup": "hot-beverage",
  "coffee mug": "hot-beverage",
  "tea cup": "teacup-without-handle",
  "wedding cake": "birthday-cake",
  "high heel": "high-heeled-shoe",
  "high heeled shoe": "high-heeled-shoe",
  "eiffel tower": null,
  "leaning tower": null,
  "big ben": null,
  "taj mahal": null,
  "tower bridge": null,
  "brooklyn bridge": null,
  "great wall": null,
  "key light": null,
  "fill light": null,
  "hair light": null,
  "camera follow": null,
  "camera track": null,
  "camera shake": null,
  "handheld camera": null,
};

/** The drawing one to three words stand for together, `null` where they have none, `undefined` where they are no such name. */
export function compoundOf(words: string): string | null | undefined {
  return Object.hasOwn(COMPOUNDS, words) ? COMPOUNDS[words] : undefined;
}
