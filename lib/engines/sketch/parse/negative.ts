import { isColour } from "../lexicon/colours";
import { lightOf } from "../lexicon/lights";
import { FUNCTION_WORDS } from "../lexicon/little-words";
import { mediumOf } from "../lexicon/media";
import { iconOf } from "../lexicon/nouns";
import { placeOf } from "../lexicon/places";
import { figureOf, latheShapeOf } from "../lexicon/subjects";
import { weatherOf } from "./manner-words";
import { FEATURES, type Feature } from "./scene-spec";
import { singular, wordsOf } from "./tokens";

/** What a negative prompt forbids: words, the concepts they stand for, and features a scene would add by itself. */
export interface Forbidden {
  forbids(word: string): boolean;
  readonly features: readonly Feature[];
  readonly words: readonly string[];
}

/** Words that mean a feature under another name. */
const FEATURE_WORDS: Readonly<Record<string, Feature>> = {
  cloud: "clouds",
  sun: "sun",
  moon: "moon",
  star: "stars",
  tree: "trees",
  forest: "trees",
  grass: "grass",
  flower: "flowers",
  mountain: "mountains",
  hill: "mountains",
  reflection: "reflection",
  shadow: "shadow",
  wave: "waves",
  window: "windows",
  planet: "planet",
  label: "label",
  text: "label",
  logo: "label",
  watermark: "label",
  signature: "label",
  ray: "rays",
  sunbeam: "rays",
  rock: "rocks",
  stone: "rocks",
  plant: "plants",
  bubble: "bubbles",
  rug: "rug",
  carpet: "rug",
  picture: "pictures",
  building: "buildings",
};

/** Words that say a place of a prompt and are only a part of it where they are forbidden: a lake without reflection is a lake. */
const SCENERY = /^(?:reflection|waves?|window|planet)$/;

/** Whether a word has no meaning of its own in a list of what shall be missing. */
function isLittle(word: string): boolean {
  return FUNCTION_WORDS.has(word) || /^(?:no|not|without|any|,)$/.test(word);
}

/** The phrases of a negative prompt that nothing is drawn or left out for. */
export function unknownIn(negative: string): readonly string[] {
  return negative
    .split(/[,;.\n]+/)
    .map((phrase) => wordsOf(phrase).words.filter((word) => !isLittle(word)))
    .filter((words) => words.length > 0 && !words.some(canForbid))
    .map((words) => `without ${words.slice(0, 6).join(" ")}`)
    .slice(0, 20);
}

function featureOf(word: string): Feature | undefined {
  return Object.hasOwn(FEATURE_WORDS, word) ? FEATURE_WORDS[word] : FEATURES.find((name) => name === word);
}

/** Whether forbidding a word can change a picture: it names a feature, or something the lexicon reads. */
export function canForbid(word: string): boolean {
  const noun = singular(word);
  return [word, noun].some(
    (name) => featureOf(name) !== undefined || conceptsOf(name).length > 1 || weatherOf(name) !== null || isColour(name),
  );
}

/** Two words are the same concept when they are drawn by the same thing: "no boats" also removes a sailboat. */
function conceptsOf(word: string): readonly string[] {
  const concepts = [`word:${word}`];
  const icon = iconOf(word);
  const place = placeOf(word);
  const shape = latheShapeOf(word);
  const figure = figureOf(word);
  const light = lightOf(word);
  const medium = mediumOf(word);
  if (icon !== null) concepts.push(`icon:${icon}`);
  if (place !== null && !SCENERY.test(word)) concepts.push(`place:${place}`);
  if (shape !== null) concepts.push(`shape:${shape}`);
  if (figure !== null) concepts.push("figure");
  // "Moon" and "stars" say night of a prompt; forbidden, they are things in the sky and the night stays.
  if (light !== null && !Object.hasOwn(FEATURE_WORDS, word)) concepts.push(`light:${light}`);
  if (medium !== null) concepts.push(`medium:${medium}`);
  return concepts;
}

export function forbiddenBy(negative: string): Forbidden {
  const { words } = wordsOf(negative);
  const singulars = words.filter((word) => word !== ",").map(singular);
  const pairs = singulars.slice(0, -1).map((word, i) => `${word} ${singulars[i + 1] ?? ""}`);
  const concepts = new Set([...singulars, ...pairs].flatMap(conceptsOf));
  const features = new Set<Feature>();
  for (const word of [...singulars, ...words]) {
    const feature = featureOf(word);
    if (feature !== undefined) features.add(feature);
  }
  return {
    forbids: (word) => conceptsOf(word).some((concept) => concepts.has(concept)),
    features: [...features].sort(),
    words: [...new Set(singulars)],
  };
}
