import { isColour } from "../lexicon/colours";
import { FUNCTION_WORDS } from "../lexicon/little-words";
import { latheShapeOf } from "../lexicon/subjects";
import type { Draft } from "./draft";
import { isThing } from "./thing-words";
import { singular } from "./tokens";

/** What can be in a glass, a bottle or a cup, and its colour by name; null where it is clear. */
const LIQUIDS: Readonly<Record<string, string | null>> = {
  water: null,
  oil: "amber",
  wine: "burgundy",
  beer: "amber",
  juice: "orange",
  milk: "white",
  lemonade: "yellow",
  cola: "chestnut",
  soda: null,
  tea: "copper",
  coffee: "brown",
  cocoa: "chestnut",
  whisky: "amber",
  whiskey: "amber",
  champagne: "cream",
  ink: "navy",
  honey: "amber",
  smoothie: "pink",
  vinegar: "copper",
  gin: null,
  vodka: null,
  sauce: "scarlet",
  syrup: "rust",
};

/** Juices by their fruit. */
const JUICES: Readonly<Record<string, string>> = {
  orange: "orange",
  apple: "amber",
  tomato: "red",
  lemon: "yellow",
  grape: "purple",
  cherry: "crimson",
  carrot: "orange",
  pineapple: "yellow",
  peach: "peach",
  lime: "lime",
  cranberry: "crimson",
};

export interface Liquid {
  /** The word for it: the last, where it has two ("olive oil"). */
  readonly name: string;
  readonly colour: string | null;
  /** How many words it takes, "of" included. */
  readonly length: number;
}

/** "Of red wine", "of orange juice", "of olives" after the word for a bottle, a cup or a glass; null where nothing is in it. */
export function liquidAfter(draft: Draft): Liquid | null {
  if (draft.word(1) !== "of") return null;
  let colour: string | null = null;
  for (let ahead = 2; ahead <= 5; ahead++) {
    const word = draft.word(ahead);
    if (word === "" || word === "," || FUNCTION_WORDS.has(word)) return null;
    const liquid = liquidOf(word, draft.word(ahead - 1));
    if (liquid !== undefined) {
      // "Olive oil" is green and "orange juice" orange; red wine is the colour of wine, white wine is not.
      const own = colour === null || (word === "wine" && colour === "red") ? liquid : colour === "white" ? "cream" : colour;
      return { name: word, colour: own, length: ahead };
    }
    if (isColour(word)) colour = word;
    else if (isThing(singular(word)) && latheShapeOf(singular(word)) === null && !Object.hasOwn(LIQUIDS, draft.word(ahead + 1)))
      return { name: word, colour, length: ahead };
  }
  return null;
}

function liquidOf(word: string, before: string): string | null | undefined {
  if (word === "juice" && Object.hasOwn(JUICES, before)) return JUICES[before];
  if (word === "oil" && before === "olive") return "olive";
  return Object.hasOwn(LIQUIDS, word) ? LIQUIDS[word] : undefined;
}
