import { mediumOf } from "../lexicon/media";
import { iconOf } from "../lexicon/nouns";
import { figureOf, latheShapeOf } from "../lexicon/subjects";
import { addPlace, flyTopic } from "./add-place";
import { addSubject } from "./add-subject";
import type { Draft } from "./draft";
import { liquidAfter } from "./liquids";
import { backlightOf, cameraOfPair } from "./manner-words";
import type { Camera, SubjectShape } from "./scene-spec";
import { singular } from "./tokens";

/** Falling snow is weather; snow alone is a place. */
const SNOWFALL = /^(?:falling|heavy|light|drifting|swirling) snow$|^snow (?:falling|falls|storm|flurries)$/;

/** The bottom of the sea, and what is over it. */
const DEEP = /^(?:deep (?:sea|ocean)|(?:sea|ocean) (?:floor|bed|bottom))$/;

/** Leaves that cover the ground and not one that is held up. */
const LEAVES = /^(?:autumn|fallen|falling) leaves$/;

/** Two words that together name no such thing as the first alone. */
const NO_THING = /^fairy (?:tales?|lights?)$/;

/** Phrases of two words that are one: cameras, the blue hour and falling snow. */
export function readPhrase(draft: Draft, raw: string): boolean {
  const pair = `${raw} ${draft.word(1)}`;
  const backlight = backlightOf(pair);
  if (backlight !== null || backlightOf(raw) !== null) {
    draft.reading.backlight = backlight ?? backlightOf(raw);
    draft.reading.backlightWords = backlight === null ? raw : pair;
    draft.understood.push(draft.reading.backlightWords);
    if (backlight !== null) draft.position++;
    return true;
  }
  if (NO_THING.test(pair)) {
    draft.ignored.push(pair);
    draft.position++;
    return true;
  }
  const camera = cameraOfPair(pair);
  if (camera !== null) return readCamera(draft, pair, camera);
  if (pair === "blue hour") {
    draft.reading.light = "dusk";
    draft.reading.colours.push("blue");
  } else if (pair === "northern lights") draft.reading.light = "aurora";
  else if (SNOWFALL.test(pair)) draft.reading.weather.add("snow");
  else if (DEEP.test(pair)) addPlace(draft, "underwater");
  else if (pair === "new york") addPlace(draft, "street");
  else if (LEAVES.test(pair) && draft.colour === null) draft.reading.season = "autumn";
  else if (pair === "cherry blossoms" && !isPicked(draft)) {
    const isAlone = draft.reading.subjects.length === 0;
    draft.report(pair, addSubject(draft, "cherry tree", { kind: "icon", icon: "cherry-tree" }, true));
    // Where they are what the picture is of, they fill it.
    if (isAlone) draft.change(draft.topic, { scale: 1.6 });
    draft.position++;
    return true;
  } else return false;
  draft.understood.push(pair);
  draft.position++;
  return true;
}

/** "A black and white photo", "a street, black and white": no colours at all. A black and white cat has two. */
export function readMonochrome(draft: Draft, raw: string): boolean {
  if (raw !== "black" || draft.word(1) !== "and" || draft.word(2) !== "white" || draft.forbidden.forbids("black")) return false;
  const next = draft.word(3);
  const isOfPicture = mediumOf(next) !== null || /^(?:picture|image|drawing|print|style|portrait|photos|film)$/.test(next);
  if (!isOfPicture && !(/^(?:|,)$/.test(next) && /^(?:|,|in)$/.test(draft.word(-1)))) return false;
  draft.reading.mood = { ...draft.reading.mood, saturation: 0.02 };
  draft.understood.push("black and white");
  draft.position += 2;
  return true;
}

/** "Cherry blossoms in a vase" are no trees. */
function isPicked(draft: Draft): boolean {
  const around = [-4, -3, -2, -1, 2, 3, 4, 5].map((ahead) => draft.word(ahead));
  return (
    draft.vessel !== null || around.some((word) => /^(?:vases?|jars?|bouquets?|branch|branches|pots?|bowls?|trees?|petals?)$/.test(word))
  );
}

/** The first camera holds: a picture has one. */
function readCamera(draft: Draft, words: string, camera: Camera): boolean {
  if (draft.reading.camera === null) {
    draft.reading.camera = camera;
    draft.reading.cameraWords = words;
  }
  draft.report(words, draft.reading.camera === camera);
  draft.position++;
  return true;
}

const FLIGHT = /^(?:flying|flies|soaring|soars|hovering|hovers|gliding|airborne)$/;

/** "An eagle flying over mountains", "five birds in the sky", "a flying fish": in the air, whatever it is. */
export function readFlight(draft: Draft, raw: string): boolean {
  const isSky = raw === "in" && draft.word(1) === "the" && /^(?:sky|air|skies)$/.test(draft.word(2));
  if (isSky) {
    if (!flyTopic(draft)) return false;
    draft.understood.push(draft.word(2));
    draft.position += 2;
    return true;
  }
  if (!FLIGHT.test(raw) || (raw === "flying" && /^(?:saucer|an?|the|disc|disk)$/.test(draft.word(1)))) return false;
  const noun = singular(draft.word(1));
  const isBefore = iconOf(noun) !== null && latheShapeOf(noun) === null && figureOf(noun) === null;
  if (isBefore) draft.isAloft = true;
  const isFollowed = isBefore || flyTopic(draft);
  draft.report(raw, isFollowed);
  return true;
}

/** "On the moon", "the lunar surface": grey ground under a black sky. */
export function readMoonGround(draft: Draft, raw: string): boolean {
  const isMoon = /^(?:on|across)$/.test(raw) && draft.word(1) === "the" && draft.word(2) === "moon";
  const isLunar = raw === "lunar" && /^(?:surface|landscape|ground|desert|crater|plain)s?$/.test(draft.word(1));
  if (!isMoon && !isLunar) return false;
  draft.dropRelation();
  draft.colour = "grey";
  addPlace(draft, "desert");
  draft.reading.light = "night";
  draft.understood.push(isMoon ? "moon" : `${raw} ${draft.word(1)}`);
  draft.position += isMoon ? 2 : 1;
  return true;
}

/** "under water", "beneath the waves": one place, and neither a lake nor something below something. */
export function readUnderWater(draft: Draft, raw: string): boolean {
  if (!/^(under|beneath|below)$/.test(raw)) return false;
  const ahead = draft.word(1) === "the" ? 2 : 1;
  if (!/^(water|sea|ocean|waves?)$/.test(draft.word(ahead))) return false;
  addPlace(draft, "underwater");
  draft.understood.push(draft.words.slice(draft.position, draft.position + ahead + 1).join(" "));
  draft.position += ahead;
  return true;
}

/** "A glass" and "a glass of wine" are a thing; in "glass bottle" it is what the thing is made of. */
export function readDrinkingGlass(draft: Draft, raw: string): boolean {
  // "Two glasses of wine" are none to look through.
  const isMany = raw === "glasses" && liquidAfter(draft) !== null;
  if ((singular(raw) !== "glass" && !isMany) || !/^(|,|on|in|by|at|with|and|of|beside|next)$/.test(draft.word(1))) return false;
  // What is in it comes with it: "a glass of wine" is no bottle.
  const liquid = liquidAfter(draft);
  const filled = liquid?.length ?? 0;
  const words = draft.words.slice(draft.position, draft.position + filled + 1).join(" ");
  const isStemmed = liquid === null || /^(?:wine|champagne)$/.test(liquid.name);
  if (liquid !== null) draft.colour ??= liquid.colour;
  const shape: SubjectShape = isStemmed ? { kind: "lathe", shape: "goblet", material: "glass" } : { kind: "icon", icon: "tumbler" };
  draft.report(words, addSubject(draft, words, shape, raw !== "glass"));
  draft.position += filled;
  return true;
}
