import { z } from "zod";

/** What a weight may be in words like `(calm:1.3)`; 1 is what unweighed words have. */
export const WeightLimits = z.strictObject({ least: z.number().min(0).max(1), most: z.number().min(1) }).readonly();
export type WeightLimits = z.infer<typeof WeightLimits>;

/** Words with a weight of their own. Places are characters from the start, brackets included. */
export interface Weighed {
  readonly words: string;
  readonly weight: number;
  readonly at: number;
  readonly length: number;
}

/** A part of a text; both ends are the same for a caret. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One press more or less. */
const STEP = 0.1;
/** A bracket behind a backslash is meant as it is, and a weight does not stand inside another. */
const WEIGHED = /(?<!\\)\(([^()]*[^()\s])\s*:\s*(\d{1,3}(?:\.\d{1,4})?|\.\d{1,4})\s*\)/g;

/** The weighed words of a prompt, in order: `(calm:1.3)`, as ComfyUI and others write them. Other brackets are words as they are. */
export function weighedIn(text: string): readonly Weighed[] {
  return [...text.matchAll(WEIGHED)].map(([whole, words = "", weight], index, all) => ({
    words: words.trim(),
    weight: Number(weight),
    at: all[index]?.index ?? 0,
    length: whole.length,
  }));
}

/** The words without their weights. */
export const withoutWeights = (text: string): string => text.replaceAll(WEIGHED, (_, words: string) => words.trim());

/** The weighed words at a stretch of the text, or the words there that could be weighed; null where there are none, or no whole ones. */
export function weighableAt(text: string, { from, to }: Stretch): (Stretch & { readonly words: string; readonly weight: number }) | null {
  const weighed = weighedIn(text).find(({ at, length }) => at <= from && to <= at + length);
  if (weighed) return { from: weighed.at, to: weighed.at + weighed.length, words: weighed.words, weight: weighed.weight };
  const found = wordsAround(text, trimmed(text, { from, to }));
  const words = text.slice(found.from, found.to);
  return words === "" || !isWhole(words) ? null : { ...found, words, weight: 1 };
}

/**
 * The text with the words at a stretch weighed one step more (`by` 1) or less (-1), and where they are then. A weight of 1 needs no
 * brackets. Null where nothing can be weighed, or the model takes no more and no less.
 */
export function weigh(text: string, at: Stretch, by: 1 | -1, limits: WeightLimits): (Stretch & { readonly text: string }) | null {
  const target = weighableAt(text, at);
  if (!target) return null;
  const weight = Number(Math.min(limits.most, Math.max(limits.least, target.weight + by * STEP)).toFixed(2));
  if (weight === target.weight) return null;
  const written = weight === 1 ? target.words : `(${target.words}:${weight})`;
  return {
    text: text.slice(0, target.from) + written + text.slice(target.to),
    from: target.from,
    to: target.from + written.length,
  };
}

/** Why a prompt's weights are more or less than a model takes, in one sentence; null when they are not. */
export function refusalOfWeights(text: string, limits: WeightLimits | null, modelName: string): string | null {
  if (limits === null) return null;
  const wrong = weighedIn(text).find(({ weight }) => weight < limits.least || weight > limits.most);
  return wrong ? `${modelName} takes weights from ${limits.least} to ${limits.most}; “${wrong.words}” has ${wrong.weight}.` : null;
}

const WORD = /[\p{L}\p{N}\p{M}_'’{}-]/u;

/** A chosen half of a word, or of a variable, means the whole one. */
function wordsAround(text: string, chosen: Stretch): Stretch {
  let { from, to } = chosen;
  while (from > 0 && WORD.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && WORD.test(text.charAt(to))) to += 1;
  return { from, to };
}

function trimmed(text: string, { from, to }: Stretch): Stretch {
  const words = text.slice(from, to);
  if (words.trim() === "") return { from, to: from };
  const start = from + (words.length - words.trimStart().length);
  return { from: start, to: start + words.trim().length };
}

/** Whether words can stand in brackets: they cut no other bracket, and no list of alternatives, in two. */
function isWhole(words: string): boolean {
  if (/[()]/.test(words)) return false;
  let depth = 0;
  for (const character of words) {
    if (character === "[" || character === "{") depth += 1;
    if (character === "]" || character === "}") depth -= 1;
    if (depth < 0 || (character === "|" && depth === 0)) return false;
  }
  return depth === 0;
}
