import { isColour } from "../lexicon/colours";
import { FUNCTION_WORDS } from "../lexicon/little-words";
import { iconOf } from "../lexicon/nouns";
import { placeOf } from "../lexicon/places";
import { figureOf, isAnimal, latheShapeOf } from "../lexicon/subjects";
import type { Draft } from "./draft";
import { relationOf } from "./manner-words";
import { singular } from "./tokens";

/** Whether the words since the last thing tie the next to it: "with a red", "in a". */
export function isSaidWith(draft: Draft): boolean {
  for (let back = 1; back <= 9; back++) {
    const word = draft.word(-back);
    if (/^(?:in|with|wearing|wears|has)$/.test(word)) return true;
    if (word === "" || word === "," || /^(?:beside|by|near|on|under|behind)$/.test(word)) return false;
  }
  return false;
}

/** Whether "the" stands before the name that is read: "the old red car". */
export function isDefinite(draft: Draft): boolean {
  for (let back = 1; back <= 6; back++) {
    const word = draft.word(-back);
    if (/^(?:the|that|this|these|those)$/.test(word)) return true;
    if (word === "" || word === "," || FUNCTION_WORDS.has(word) || relationOf(word) !== null) return false;
  }
  return false;
}

/** What is neither counted nor given an article: some of it. */
const MASS = /^(?:bread|cheese|butter|fruit|meat|chocolate|corn|garlic|ham|bacon|wheat|salad|candy|ginger|broccoli)$/;

/** Whether "and" goes on to more of the same kind: "apples and green pears", not "apples and a cat". */
export function isJoined(draft: Draft): boolean {
  if (draft.word(1) !== "and") return false;
  for (let ahead = 2; ahead <= 5; ahead++) {
    const word = draft.word(ahead);
    if (word === "" || word === "," || FUNCTION_WORDS.has(word) || relationOf(word) !== null) return false;
    const noun = singular(word);
    if (placeOf(noun) !== null || figureOf(noun) !== null || latheShapeOf(noun) !== null) return false;
    if (!isColour(word) && iconOf(noun) !== null) return (noun !== word || MASS.test(noun)) && !isAnimal(iconOf(noun));
  }
  return false;
}

/** The nearest word before the one that is read that is neither an article nor said of the thing. */
export function lastPreposition(draft: Draft): string {
  for (let back = 1; back <= 4; back++) {
    const word = draft.word(-back);
    if (/^(?:in|inside|into|on|by|with|and|,|)$/.test(word)) return word;
  }
  return "";
}
