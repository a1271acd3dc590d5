import { isColour, isShade } from "../../lexicon/colours";
import { singular } from "../../parse/tokens";
import type { Region, Target } from "../edit-plan";
import { isGlue } from "./verbs";

export const REGION_WORDS: Readonly<Record<string, Region>> = {
  sky: "sky",
  heaven: "sky",
  background: "background",
  backdrop: "background",
  wall: "background",
  ground: "ground",
  floor: "ground",
  grass: "ground",
  water: "water",
  sea: "water",
  ocean: "water",
  lake: "water",
  river: "water",
  sand: "ground",
  meadow: "ground",
  field: "ground",
  street: "ground",
  everything: "everything",
};

export function wordsOfTarget(target: Target): ReadonlySet<string> {
  return new Set(
    [target.region, target.word, ...(target.colour ?? "").split(" ")]
      .filter((word) => word !== null && word !== "")
      .map((word) => String(word)),
  );
}

export function regionIn(clause: readonly string[]): Region | null {
  for (const word of clause) if (Object.hasOwn(REGION_WORDS, word)) return REGION_WORDS[word] ?? null;
  return null;
}

/** Colour names in order; a shade belongs to the colour after it. */
export function coloursIn(clause: readonly string[]): readonly string[] {
  return clause.flatMap((word, k) => {
    if (!isColour(word)) return [];
    const before = clause[k - 1] ?? "";
    return [isShade(before) ? `${before} ${word}` : word];
  });
}

export function colourIn(clause: readonly string[]): string | null {
  return coloursIn(clause).at(-1) ?? null;
}

export function targetOf(clause: readonly string[]): Target {
  const words = clause.filter((word) => !isGlue(word));
  const region = regionIn(words);
  const nouns = words.filter((word) => !isColour(word) && !isShade(word) && !Object.hasOwn(REGION_WORDS, word)).map(singular);
  return { region: nouns.length > 0 ? null : region, word: nouns.at(-1) ?? null, colour: colourIn(words) };
}

const DETERMINER = /^(?:the|his|her|its|their|my|our|your)$/;

/** The noun that "the" or "her" announces, where it is neither a part of the picture nor a colour. */
export function nounNamed(clause: readonly string[]): string | null {
  const at = clause.findIndex((word) => DETERMINER.test(word));
  if (at < 0) return null;
  const noun = clause.slice(at + 1).find((word) => !isGlue(word) && !isColour(word) && !isShade(word));
  return noun === undefined || Object.hasOwn(REGION_WORDS, noun) ? null : singular(noun);
}
