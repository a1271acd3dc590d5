import { lightOf } from "../lexicon/lights";
import { type Place, placeOf } from "../lexicon/places";
import { completeSpec, hasSky, hasWeather } from "./complete-spec";
import { takeExclusions } from "./exclusions";
import { letteringOf } from "./lettering";
import { weatherOf } from "./manner-words";
import { forbiddenBy, unknownIn } from "./negative";
import { isTableUnseen } from "./occasions";
import { readInscriptions } from "./read-inscriptions";
import type { ParsedPrompt, SceneSpec } from "./scene-spec";
import { singular, wordsOf } from "./tokens";
import { readWords } from "./word-reader";

export interface PromptText {
  readonly text: string;
  readonly negative: string;
  readonly seed: number;
}

/** Reads a prompt. Any text gives a scene; the same text, negative and seed give the same scene. */
export function parsePrompt({ text, negative, seed }: PromptText): ParsedPrompt {
  const { words: said, quotations, quotedAt, cutWords, unread } = wordsOf(text);
  const { words, styles, ...inscribed } = readInscriptions(said, quotedAt);
  const exclusions = takeExclusions(words);
  const forbidden = forbiddenBy(`${negative}, ${exclusions.negative}`);
  const lettering = letteringOf(quotations, styles);
  const read = readWords(exclusions.words, forbidden, lettering.inscriptions);
  const spec = completeSpec(read.reading, forbidden, seed);
  const painted = new Set(spec.subjects.map(({ word }) => word));
  const unpainted = new Set(read.reading.subjects.filter(({ word }) => !painted.has(word)).map(({ word }) => word));
  for (const word of read.reading.replaced) unpainted.add(word);
  if (read.reading.camera !== null && spec.camera !== read.reading.camera) unpainted.add(read.reading.cameraWords);
  if (read.reading.backlight !== null && spec.backlight === undefined) unpainted.add(read.reading.backlightWords);
  if (spec.places[0] === "portrait" || spec.camera === "top") for (const words of read.reading.sideWords) unpainted.add(words);
  if (spec.places[0] === "portrait") for (const words of read.understood) if (isUnseen(words, spec.places)) unpainted.add(words);
  if (isTableUnseen(spec.subjects, spec.places))
    for (const words of read.understood) if (placeOf(singular(words)) === "table") unpainted.add(words);
  if (!hasSky(spec)) for (const words of ["clouds", "cloud", "full moon"]) unpainted.add(words);
  if (!hasWeather(spec))
    for (const words of read.understood) if (weatherOf(words) !== null && lightOf(words) === null) unpainted.add(words);
  if (!spec.places.includes("street"))
    for (const words of read.understood) if (ROAD.test(words) && !isOnBridge(words, spec)) unpainted.add(words);
  const isPainted = (word: string) => !unpainted.has(word) && !unpainted.has(singular(word));
  const ignored = [...read.ignored, ...read.understood.filter((word) => !isPainted(word)), ...exclusions.ignored, ...unread];
  if (cutWords > 0) ignored.push(`… and ${cutWords} more words`);
  const understood = [
    ...read.understood.filter(isPainted),
    ...exclusions.understood,
    ...lettering.understood,
    ...(lettering.inscriptions.length > 0 ? inscribed.understood : []),
  ];
  for (const feature of forbiddenBy(negative).features) understood.push(`without ${feature}`);
  return {
    spec,
    understood: unique(understood),
    ignored: unique([...ignored, ...lettering.ignored, ...unknownIn(negative)]).slice(0, 60),
  };
}

/** Ways that are a street in a town and not drawn in the country. */
const ROAD = /^(?:road|lane|crossing|avenue)s?$/;

/** "A train crossing a bridge" is no crossing of roads. */
function isOnBridge(word: string, { subjects }: SceneSpec): boolean {
  return (
    word === "crossing" &&
    subjects.some(({ shape, relation }) => shape.kind === "icon" && shape.icon === "bridge" && relation?.kind === "on")
  );
}

/** Behind a sitter there is room for one place. */
function isUnseen(word: string, places: readonly Place[]): boolean {
  const place = placeOf(singular(word));
  return place !== null && place !== "studio" && !places.includes(place);
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
