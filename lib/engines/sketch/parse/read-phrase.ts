import type { Draft } from "./draft";
import { backlightOf, cameraOfPair } from "./manner-words";
import type { Camera } from "./scene-spec";
import { singular } from "./tokens";

/** Falling snow is weather; snow alone is a place. */
const SNOWFALL = /^(?:falling|heavy|light|drifting|swirling) snow$|^snow (?:falling|falls|storm|flurries)$/;

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
  } else if (SNOWFALL.test(pair)) draft.reading.weather.add("snow");
  else return false;
  draft.understood.push(pair);
  draft.position++;
  return true;
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

/** "under water", "beneath the waves": one place, and neither a lake nor something below something. */
export function readUnderWater(draft: Draft, raw: string): boolean {
  if (!/^(under|beneath|below)$/.test(raw)) return false;
  const ahead = draft.word(1) === "the" ? 2 : 1;
  if (!/^(water|sea|ocean|waves?)$/.test(draft.word(ahead))) return false;
  draft.addPlace("underwater");
  draft.understood.push(draft.words.slice(draft.position, draft.position + ahead + 1).join(" "));
  draft.position += ahead;
  return true;
}

/** "A glass" and "a glass of wine" are a thing; in "glass bottle" it is what the thing is made of. */
export function readDrinkingGlass(draft: Draft, raw: string): boolean {
  if (singular(raw) !== "glass" || !/^(|,|on|in|by|at|with|and|of|beside|next)$/.test(draft.word(1))) return false;
  draft.addSubject("glass", { kind: "lathe", shape: "goblet", material: "glass" }, raw !== "glass");
  // What is in it comes with it: "a glass of wine" is no bottle.
  const filled = draft.word(1) === "of" && draft.word(2) !== "" && draft.word(2) !== "," ? 2 : 0;
  draft.understood.push(draft.words.slice(draft.position, draft.position + filled + 1).join(" "));
  draft.position += filled;
  return true;
}
