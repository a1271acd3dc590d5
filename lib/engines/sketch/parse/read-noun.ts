import { isColour } from "../lexicon/colours";
import { lightOf } from "../lexicon/lights";
import { FUNCTION_WORDS, LITTLE_WORDS } from "../lexicon/little-words";
import { mediumOf } from "../lexicon/media";
import { moodOf } from "../lexicon/moods";
import { iconOf } from "../lexicon/nouns";
import { ownDrawingOf } from "../lexicon/own-drawings";
import { placeOf } from "../lexicon/places";
import { countOf, figureOf, isAnimal, isOldByName, type LatheShape, latheShapeOf } from "../lexicon/subjects";
import { type Draft, isThing, ONE_OF_TWO } from "./draft";
import { liquidAfter } from "./liquids";
import { weatherOf } from "./manner-words";
import type { SubjectShape } from "./scene-spec";
import { singular } from "./tokens";

export function readPair(draft: Draft, raw: string, noun: string): boolean {
  const next = draft.word(1);
  if (next === "" || next === ",") return false;
  const pair = `${raw} ${singular(next)}`;
  if (pair === "still life") {
    draft.addPlace("table");
    draft.understood.push(pair);
    draft.position++;
    return true;
  }
  if (pair === "living room" || pair === "bed room") {
    draft.addPlace("interior");
    draft.understood.push(pair);
    draft.position++;
    return true;
  }
  const triple = `${pair} ${singular(draft.word(2))}`;
  const ownDrawing = ownDrawingOf(triple);
  if (ownDrawing !== null && !draft.forbidden.forbids(singular(draft.word(2)))) {
    draft.report(triple, draft.addSubject(triple, { kind: "icon", icon: ownDrawing }, draft.word(2) !== singular(draft.word(2))));
    draft.position += 2;
    return true;
  }
  const icon = iconOf(pair) ?? iconOf(`${noun} ${singular(next)}`);
  const partReadsOtherwise = mediumOf(raw) !== null || latheShapeOf(noun) !== null || lightOf(raw) !== null;
  if (icon === null || partReadsOtherwise || draft.forbidden.forbids(pair)) return false;
  draft.report(pair, draft.addSubject(pair, { kind: "icon", icon }, singular(next) !== next && next.endsWith("s")));
  draft.position++;
  return true;
}

/** What they wear without saying, under their crown. */
const ROYALS: Readonly<Record<string, "dress" | "robe">> = { king: "robe", queen: "dress", princess: "dress", prince: "robe" };

/** What they wear on their day. */
const WEDDING: Readonly<Record<string, { readonly wears: "dress" | "suit"; readonly colour: string }>> = {
  bride: { wears: "dress", colour: "white" },
  groom: { wears: "suit", colour: "black" },
  bridegroom: { wears: "suit", colour: "black" },
};

/** The young of an animal, named after it. */
const YOUNG = /^(?:cub|pup|puppy|calf|foal|fawn|chick|kit)s?$/;

/** So many people are a crowd. */
const CROWD = 14;

const HOLDS_LIQUID = /^(?:cup|bottle|can|goblet)$/;

/** A person, a place or a thing. */
export function readNoun(draft: Draft, raw: string, noun: string): boolean {
  if (raw === "baby" && isAnimal(iconOf(singular(draft.word(1))))) {
    draft.isYoung = true;
    draft.understood.push(raw);
    return true;
  }
  const figure = figureOf(noun);
  if (noun === "portrait" || noun === "headshot") draft.reading.isPortrait = true;
  if (figure !== null) {
    const royal = Object.hasOwn(ROYALS, noun) ? ROYALS[noun] : undefined;
    if (royal !== undefined) draft.awaitLooks({ wears: royal, isCrowned: true });
    const wedding = Object.hasOwn(WEDDING, noun) ? WEDDING[noun] : undefined;
    if (wedding !== undefined) {
      draft.awaitLooks({ wears: wedding.wears });
      draft.colour ??= wedding.colour;
    }
    const isOld = draft.isOld || isOldByName(noun);
    if (raw === "couple") draft.pendingCount ??= { word: raw, count: 2 };
    if (raw === "crowd") draft.pendingCount ??= { word: raw, count: CROWD };
    const isPlural = /^(people|family|women|men|kids|children)$/.test(raw) || (raw !== noun && raw.endsWith("s"));
    const isPlaced = draft.addSubject(raw, isOld ? { kind: "figure", figure, isOld: true } : { kind: "figure", figure }, isPlural);
    draft.report(raw, isPlaced);
    return true;
  }
  if (noun === "village") {
    draft.report(raw, draft.addSubject("house", { kind: "icon", icon: "house" }, true));
    return true;
  }
  const shape = latheShapeOf(noun);
  if (shape !== null) {
    if (/^(?:bowl|vase|jar)$/.test(shape) && holdsThings(draft)) {
      openVessel(draft, noun, { kind: "lathe", shape, material: draft.takeMaterial() }, raw);
      return true;
    }
    const liquid = HOLDS_LIQUID.test(shape) ? liquidAfter(draft) : null;
    if (liquid === null) {
      draft.report(raw, addLathe(draft, noun, shape));
      return true;
    }
    // "A cup of coffee" is one thing: the drawing of the coffee brings its cup. What is in a bottle colours the bottle.
    const words = [raw, ...draft.words.slice(draft.position + 1, draft.position + 1 + liquid.length)].join(" ");
    const filling = shape === "cup" ? iconOf(singular(liquid.name)) : null;
    if (filling === null) draft.colour ??= liquid.colour;
    const isPlaced =
      filling === null ? addLathe(draft, noun, shape) : draft.addSubject(words, { kind: "icon", icon: filling }, raw !== noun);
    draft.report(words, isPlaced);
    draft.position += liquid.length;
    return true;
  }
  const place = placeOf(noun);
  if (noun === "planet" && draft.colour !== null) {
    draft.report(raw, draft.addSubject(noun, { kind: "icon", icon: "ringed-planet" }, raw !== noun));
    draft.addPlace("space");
    return true;
  }
  if (place !== null) {
    // "A green beach chair": the colour and what is said before are the chair's.
    if (isPlainThing(draft.word(1))) draft.addPlaceOfNext(place);
    else draft.addPlace(place);
    draft.understood.push(raw);
    return true;
  }
  if (mediumOf(raw) !== null || lightOf(raw) !== null || LITTLE_WORDS.has(raw) || moodOf(raw) !== null || weatherOf(raw) !== null)
    return false;
  const icon = iconOf(noun) ?? iconOf(raw);
  if (icon === null) return false;
  if (/^(?:basket|bucket)$/.test(icon) && holdsThings(draft)) {
    openVessel(draft, noun, { kind: "icon", icon }, raw);
    return true;
  }
  const hasYoung = isAnimal(icon) && YOUNG.test(draft.word(1));
  if (hasYoung) draft.isYoung = true;
  const words = hasYoung ? `${raw} ${draft.word(1)}` : raw;
  const isPlural = hasYoung ? draft.word(1).endsWith("s") : raw !== noun && raw.endsWith("s") && !ONE_OF_TWO.test(raw);
  draft.report(words, draft.addSubject(noun, { kind: "icon", icon }, isPlural));
  if (hasYoung) draft.position++;
  return true;
}

/** "A bowl of apples", "a basket with ten eggs": what follows is in it. */
function holdsThings(draft: Draft): boolean {
  if (!/^(?:of|with|full)$/.test(draft.word(1)) || draft.vessel !== null) return false;
  for (let ahead = draft.word(1) === "full" ? 3 : 2; ahead <= 7; ahead++) {
    const word = draft.word(ahead);
    if (word === "" || word === "," || (FUNCTION_WORDS.has(word) && !/^(?:an?|some|one|1)$/.test(word))) return false;
    const noun = singular(word);
    if (placeOf(noun) !== null || figureOf(noun) !== null) return false;
    if (!isColour(word) && countOf(word) === null && isThing(noun)) return true;
  }
  return false;
}

/** Whether a word names a thing that can be said to be of a place: "beach chair". */
export function isPlainThing(word: string): boolean {
  const noun = singular(word);
  return word !== "" && placeOf(noun) === null && !FUNCTION_WORDS.has(word) && (iconOf(noun) !== null || latheShapeOf(noun) !== null);
}

/** What follows is in it; its own colour stays with it. */
function openVessel(draft: Draft, noun: string, shape: SubjectShape, raw: string): void {
  draft.vessel = { noun, shape, raw, colour: draft.colour, holds: -1 };
  draft.colour = null;
  draft.position++;
}

/** "perfume bottle" is one thing: the second word of such a pair refines the first. */
function addLathe(draft: Draft, word: string, shape: LatheShape): boolean {
  const previous = draft.reading.subjects.at(-1);
  const isSamePhrase = previous?.shape.kind === "lathe" && latheShapeOf(singular(draft.word(-1))) !== null;
  if (isSamePhrase) return true;
  // "flowers in a vase": things stand in what is hollow.
  const isHollow = shape !== "lighthouse" && draft.relation === null;
  if (previous !== undefined && isHollow && /^(in|inside)$/.test(lastPreposition(draft))) draft.relation = "inside";
  return draft.addSubject(word, { kind: "lathe", shape, material: draft.takeMaterial() }, singular(draft.word()) !== draft.word());
}

/** The nearest word before this one that is neither an article nor said of the thing. */
function lastPreposition(draft: Draft): string {
  for (let back = 1; back <= 4; back++) {
    const word = draft.word(-back);
    if (/^(in|inside|on|by|with|and|,|)$/.test(word)) return word;
  }
  return "";
}
