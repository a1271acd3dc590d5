import { lightOf } from "../lexicon/lights";
import { FUNCTION_WORDS, LITTLE_WORDS } from "../lexicon/little-words";
import { moodOf } from "../lexicon/moods";
import { iconOf } from "../lexicon/nouns";
import { ownDrawingOf } from "../lexicon/own-drawings";
import { placeOf } from "../lexicon/places";
import { figureOf, isAnimal, isOldByName, isSeat, type LatheShape, latheShapeOf } from "../lexicon/subjects";
import { addPlace, addPlaceOfNext } from "./add-place";
import { addSubject } from "./add-subject";
import { lastPreposition } from "./around";
import { enter, openedBy } from "./containers";
import type { Draft } from "./draft";
import { liquidAfter } from "./liquids";
import { weatherOf } from "./manner-words";
import { mediumAt } from "./read-medium";
import { ONE_OF_TWO } from "./thing-words";
import { singular } from "./tokens";
import { holdsThings, openVessel } from "./vessel";
import { awaitLooks } from "./wearing";

export function readPair(draft: Draft, raw: string, noun: string): boolean {
  const next = draft.word(1);
  if (next === "" || next === ",") return false;
  const pair = `${raw} ${singular(next)}`;
  if (pair === "still life") {
    addPlace(draft, "table");
    draft.understood.push(pair);
    draft.position++;
    return true;
  }
  if (pair === "living room" || pair === "bed room") {
    addPlace(draft, "interior");
    draft.understood.push(pair);
    draft.position++;
    return true;
  }
  const triple = `${pair} ${singular(draft.word(2))}`;
  const ownDrawing = ownDrawingOf(triple);
  if (ownDrawing !== null && !draft.forbidden.forbids(singular(draft.word(2)))) {
    draft.report(triple, addSubject(draft, triple, { kind: "icon", icon: ownDrawing }, draft.word(2) !== singular(draft.word(2))));
    draft.position += 2;
    return true;
  }
  const icon = iconOf(pair) ?? iconOf(`${noun} ${singular(next)}`);
  const partReadsOtherwise = mediumAt(draft.words, draft.position) !== null || latheShapeOf(noun) !== null || lightOf(raw) !== null;
  if (icon === null || partReadsOtherwise || draft.forbidden.forbids(pair)) return false;
  const vessel = openedBy(draft, icon);
  if (vessel !== null && holdsThings(draft, 1)) {
    draft.position++;
    openVessel(draft, pair, vessel, pair);
    return true;
  }
  enter(draft, { kind: "icon", icon });
  draft.report(pair, addSubject(draft, pair, { kind: "icon", icon }, singular(next) !== next && next.endsWith("s")));
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
  const parent = draft.topicThing?.shape;
  if (raw === "baby" && draft.word(-1) === "its" && parent?.kind === "icon" && isAnimal(parent.icon)) {
    // "An elephant and its baby".
    draft.isYoung = true;
    draft.report(raw, addSubject(draft, raw, parent));
    return true;
  }
  const figure = figureOf(noun);
  if (noun === "portrait" || noun === "headshot") draft.reading.isPortrait = true;
  if (figure !== null) {
    const royal = Object.hasOwn(ROYALS, noun) ? ROYALS[noun] : undefined;
    if (royal !== undefined) awaitLooks(draft, { wears: royal, isCrowned: true });
    const wedding = Object.hasOwn(WEDDING, noun) ? WEDDING[noun] : undefined;
    if (wedding !== undefined) {
      awaitLooks(draft, { wears: wedding.wears });
      draft.colour ??= wedding.colour;
    }
    const isOld = draft.isOld || isOldByName(noun);
    if (raw === "couple") draft.pendingCount ??= { word: raw, count: 2 };
    if (raw === "crowd") draft.pendingCount ??= { word: raw, count: CROWD };
    const isPlural = /^(people|family|women|men|kids|children)$/.test(raw) || (raw !== noun && raw.endsWith("s"));
    const isPlaced = addSubject(draft, raw, isOld ? { kind: "figure", figure, isOld: true } : { kind: "figure", figure }, isPlural);
    draft.report(raw, isPlaced);
    return true;
  }
  if (noun === "village") {
    draft.report(raw, addSubject(draft, "house", { kind: "icon", icon: "house" }, true));
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
      // "A bottle of perfume" is one bottle.
      const inner = draft.word(1) === "of" && /^(?:bottle|jar|tube|can)$/.test(shape) ? latheShapeOf(singular(draft.word(2))) : null;
      const words = inner === null ? raw : `${raw} of ${draft.word(2)}`;
      draft.report(words, addLathe(draft, noun, inner ?? shape));
      if (inner !== null) draft.position += 2;
      return true;
    }
    // "A cup of coffee" is one thing: the drawing of the coffee brings its cup. What is in a bottle colours the bottle.
    const words = [raw, ...draft.words.slice(draft.position + 1, draft.position + 1 + liquid.length)].join(" ");
    const filling = shape === "cup" ? iconOf(singular(liquid.name)) : null;
    if (filling === null) draft.colour ??= liquid.colour;
    const isPlaced =
      filling === null ? addLathe(draft, noun, shape) : addSubject(draft, words, { kind: "icon", icon: filling }, raw !== noun);
    draft.report(words, isPlaced);
    draft.position += liquid.length;
    return true;
  }
  const place = placeOf(noun);
  if (noun === "planet" && draft.colour !== null) {
    draft.report(raw, addSubject(draft, noun, { kind: "icon", icon: "ringed-planet" }, raw !== noun));
    addPlace(draft, "space");
    return true;
  }
  if (place !== null) {
    // "A green beach chair": the colour and what is said before are the chair's.
    if (isPlainThing(draft.word(1))) addPlaceOfNext(draft, place);
    else addPlace(draft, place);
    draft.understood.push(raw);
    return true;
  }
  if (
    mediumAt(draft.words, draft.position) !== null ||
    lightOf(raw) !== null ||
    LITTLE_WORDS.has(raw) ||
    moodOf(raw) !== null ||
    weatherOf(raw) !== null
  )
    return false;
  return readDrawn(draft, raw, noun);
}

/** A thing of the lexicon's drawings. */
function readDrawn(draft: Draft, raw: string, noun: string): boolean {
  const icon = iconOf(noun) ?? iconOf(raw);
  if (icon === null) return false;
  const vessel = openedBy(draft, icon);
  if (vessel !== null && holdsThings(draft)) {
    openVessel(draft, noun, vessel, raw);
    return true;
  }
  if (vessel !== null) enter(draft, vessel);
  // "A girl in an armchair" sits on it.
  if (isSeat(icon) && draft.topicThing !== null && draft.relation === null && lastPreposition(draft) === "in") draft.relation = "on";
  const hasYoung = isAnimal(icon) && YOUNG.test(draft.word(1));
  if (hasYoung) draft.isYoung = true;
  const words = hasYoung ? `${raw} ${draft.word(1)}` : raw;
  const isPlural = hasYoung ? draft.word(1).endsWith("s") : raw !== noun && raw.endsWith("s") && !ONE_OF_TWO.test(raw);
  const shape = draft.relation === "inside" && vessel !== null ? vessel : ({ kind: "icon", icon } as const);
  draft.report(words, addSubject(draft, noun, shape, isPlural));
  if (hasYoung) draft.position++;
  return true;
}

/** Whether a word names a thing that can be said to be of a place: "beach chair". */
export function isPlainThing(word: string): boolean {
  const noun = singular(word);
  return word !== "" && placeOf(noun) === null && !FUNCTION_WORDS.has(word) && (iconOf(noun) !== null || latheShapeOf(noun) !== null);
}

/** "perfume bottle" is one thing: the second word of such a pair refines the first. */
function addLathe(draft: Draft, word: string, shape: LatheShape): boolean {
  const isSamePhrase = draft.topicThing?.shape.kind === "lathe" && latheShapeOf(singular(draft.word(-1))) !== null;
  if (isSamePhrase) return true;
  const turned = { kind: "lathe", shape, material: draft.takeMaterial() } as const;
  enter(draft, turned);
  return addSubject(draft, word, turned, singular(draft.word()) !== draft.word());
}
