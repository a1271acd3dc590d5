import { compoundOf } from "../lexicon/compounds";
import { iconOf } from "../lexicon/nouns";
import { addSubject } from "./add-subject";
import type { Draft } from "./draft";
import { singular } from "./tokens";
import { wearer } from "./wearing";

interface Compound {
  readonly words: readonly string[];
  /** Its drawing, or null where it has none. */
  readonly icon: string | null;
}

/** The name of two or three words that begins `ahead` of the reading head. */
export function compoundAt(draft: Draft, ahead = 0): Compound | null {
  for (const length of [3, 2]) {
    const words = Array.from({ length }, (_, k) => draft.word(ahead + k));
    const icon = compoundOf([...words.slice(0, -1), singular(words.at(-1) ?? "")].join(" "));
    if (icon !== undefined) return { words, icon };
  }
  return null;
}

/** "A fire truck" is one thing, and "the Eiffel Tower" none that can be drawn: said as it was written, and not taken apart. */
export function readCompound(draft: Draft): boolean {
  const compound = compoundAt(draft);
  const last = compound?.words.at(-1) ?? "";
  if (compound === null || draft.forbidden.forbids(singular(last))) return false;
  const { words, icon } = compound;
  const name = words.join(" ");
  draft.position += words.length - 1;
  const isShoe = icon === "high-heeled-shoe";
  if (icon !== null && !(isShoe && wearer(draft) !== null)) {
    draft.report(name, addSubject(draft, name, { kind: "icon", icon }, singular(last) !== last && !isShoe));
    return true;
  }
  draft.report(name, false);
  draft.dropAttributes();
  return true;
}

/** "With clouds", "at the full moon": they hang in the sky of the scene, unless they are counted, coloured or all there is. */
export function readSky(draft: Draft, raw: string): boolean {
  const isClouds = raw === "clouds" || (raw === "cloud" && draft.word(-1) !== "a");
  const isFullMoon = raw === "full" && draft.word(1) === "moon";
  const isCounted = draft.pendingCount !== null || draft.colour !== null;
  const hasScene = draft.reading.places.length > 0 || draft.reading.subjects.length > 0;
  if (isClouds && hasScene && !isCounted) {
    draft.dropRelation();
    draft.understood.push(raw);
    return true;
  }
  if (!isFullMoon || draft.forbidden.forbids("moon")) return false;
  draft.dropRelation();
  draft.reading.light ??= "night";
  draft.report("full moon", draft.reading.light === "night");
  draft.position++;
  return true;
}

/** What the sky of a scene is full of, and what is drawn of it one by one where it is counted. */
const OF_SKY = /^(?:star|snowflake|cloud|sun)$/;

/** "Four stars above a castle": as many as were counted, in the air; they are no longer the weather or the hour. */
export function readCountedSky(draft: Draft, raw: string, noun: string): boolean {
  const icon = iconOf(noun);
  if (draft.pendingCount === null || icon === null || !OF_SKY.test(noun) || draft.forbidden.forbids(noun)) return false;
  draft.isAloft = true;
  if (noun === "star") draft.reading.light ??= "night";
  draft.report(raw, addSubject(draft, noun, { kind: "icon", icon }, true));
  return true;
}
