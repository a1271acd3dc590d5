import { isColour } from "../lexicon/colours";
import { FUNCTION_WORDS } from "../lexicon/little-words";
import { iconOf } from "../lexicon/nouns";
import { placeOf } from "../lexicon/places";
import { figureOf, latheShapeOf } from "../lexicon/subjects";
import type { Draft } from "./draft";
import { relationOf } from "./manner-words";
import { singular } from "./tokens";

/** How much larger than usual a thing of that size is. */
const SIZES: Readonly<Record<string, number>> = {
  tiny: 0.48,
  miniature: 0.48,
  mini: 0.55,
  small: 0.68,
  little: 0.68,
  big: 1.35,
  large: 1.35,
  oversized: 1.5,
  huge: 1.7,
  giant: 1.7,
  gigantic: 1.7,
  enormous: 1.7,
  massive: 1.7,
  colossal: 1.7,
  tall: 1.28,
  towering: 1.5,
};

/** Of people, who differ less. */
const OF_PEOPLE: Readonly<Record<string, number>> = { short: 0.84, tall: 1.18, big: 1.16, small: 0.84, little: 0.84 };

/** "A tiny mouse beside a huge elephant": the size of the thing that follows in the same breath. */
export function readSize(draft: Draft, raw: string): boolean {
  const isSize = Object.hasOwn(SIZES, raw) || Object.hasOwn(OF_PEOPLE, raw);
  if (!isSize || iconOf(`${raw} ${singular(draft.word(1))}`) !== null) return false;
  const noun = nounAhead(draft);
  if (noun === null) return false;
  const factors = figureOf(noun) === null ? SIZES : { ...SIZES, ...OF_PEOPLE };
  const factor = Object.hasOwn(factors, raw) ? factors[raw] : undefined;
  if (factor === undefined) return false;
  const words = draft.size === null ? raw : `${draft.size.words} ${raw}`;
  draft.size = { words, factor: (draft.size?.factor ?? 1) * factor };
  return true;
}

/** The thing that the words before it describe, null where a place or nothing follows. */
function nounAhead(draft: Draft): string | null {
  for (let ahead = 1; ahead <= 5; ahead++) {
    const word = draft.word(ahead);
    if (word === "" || word === "," || FUNCTION_WORDS.has(word) || relationOf(word) !== null) return null;
    const noun = singular(word);
    if (figureOf(noun) !== null || latheShapeOf(noun) !== null) return noun;
    if (placeOf(noun) !== null) return null;
    if (!isColour(word) && !Object.hasOwn(SIZES, word) && iconOf(noun) !== null) return noun;
  }
  return null;
}
