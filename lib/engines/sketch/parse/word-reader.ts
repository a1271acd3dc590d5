import { FUNCTION_WORDS, isCompanion } from "../lexicon/little-words";
import { iconOf } from "../lexicon/nouns";
import { placeOf } from "../lexicon/places";
import { countOf, isPerson, isSeat, latheShapeOf, materialOf } from "../lexicon/subjects";
import { BRICK, isSubstance } from "../lexicon/substances";
import { Draft } from "./draft";
import { endPhrase, endWords } from "./end-phrase";
import type { Forbidden } from "./negative";
import { readBottled } from "./read-bottled";
import { readClauseWord } from "./read-clause";
import { isAmongAdjectives, readColour } from "./read-colour";
import { readCompound, readCountedSky, readSky } from "./read-compound";
import { readLooks } from "./read-looks";
import { readManner } from "./read-manner";
import { readNoun, readPair } from "./read-noun";
import { readAge } from "./read-person";
import { readDrinkingGlass, readFlight, readMonochrome, readMoonGround, readPhrase, readUnderWater } from "./read-phrase";
import { readPronoun } from "./read-pronoun";
import { readRelation } from "./read-relation";
import { readServed } from "./read-served";
import { readShare } from "./read-share";
import { readSide } from "./read-side";
import { readSize } from "./read-size";
import { readTable } from "./read-table";
import type { Reading } from "./reading";
import type { Inscription } from "./scene-spec";
import { isThing } from "./thing-words";
import { singular } from "./tokens";
import { wearer } from "./wearing";

export interface ReadWords {
  readonly reading: Reading;
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
}

/** What a list of words says, and which of them were acted on. Nothing the words leave open is filled in. */
export function readWords(words: readonly string[], forbidden: Forbidden, lettering: readonly Inscription[]): ReadWords {
  const draft = new Draft(words, forbidden, lettering);
  for (; draft.position < words.length; draft.position++) readWord(draft);
  endWords(draft);
  return draft;
}

/** "A crystal", "a crystal ball": a thing, unless what follows can be made of it. */
function isGem(draft: Draft, raw: string): boolean {
  return raw === "crystal" && ![1, 2, 3].some((ahead) => latheShapeOf(singular(draft.word(ahead))) !== null);
}

function readWord(draft: Draft): void {
  const raw = draft.word();
  readClauseWord(draft, raw);
  if (raw === ",") {
    // "A red, shiny car": the comma stands between two words for one thing.
    if (!(draft.colour !== null && isAmongAdjectives(draft))) endPhrase(draft);
    return;
  }
  if (isVerb(draft, raw)) {
    draft.ignored.push(raw);
    return;
  }
  const noun = singular(raw);
  if (draft.forbidden.forbids(noun) || draft.forbidden.forbids(raw)) {
    draft.dropAttributes();
    draft.ignored.push(raw);
    return;
  }
  if (raw === "dressed" && draft.word(1) === "in" && wearer(draft) !== null) return;
  if (readShare(draft, raw) || readPronoun(draft, raw)) return;
  endCount(draft, raw);
  if (readMonochrome(draft, raw) || readLooks(draft, raw) || readColour(draft, raw) || readCount(draft, raw) || readSide(draft, raw))
    return;
  if (readServed(draft, raw) || readCompound(draft) || readBottled(draft, raw) || readSky(draft, raw) || readPhrase(draft, raw)) return;
  if (readSize(draft, raw) || readCountedSky(draft, raw, noun)) return;
  if (readFlight(draft, raw) || readMoonGround(draft, raw)) return;
  if (readUnderWater(draft, raw) || readRelation(draft, raw) || readTable(draft, raw)) return;
  if (readDrinkingGlass(draft, raw)) return;
  const material = materialOf(raw);
  if (material !== null && !(raw === "clay" && draft.word(1) === "") && !isGem(draft, raw)) {
    draft.dropMaterial();
    draft.material = material;
    draft.materialWord = raw;
    return;
  }
  if (readAge(draft, raw) || readPair(draft, raw, noun) || readSubstance(draft, raw)) return;
  const wasManner = readManner(draft.reading, raw, draft.position);
  if (readNoun(draft, raw, noun)) return;
  if (wasManner) draft.understood.push(raw);
  else if (isCompanion(raw) && isUnderstood(draft, draft.word(-1))) draft.understood.push(raw);
  else if (isShownOtherwise(draft, raw)) draft.understood.push(raw);
  else if (/^(?:lone|single)$/.test(raw) && isThing(singular(draft.word(1)))) draft.understood.push(raw);
  else if (!FUNCTION_WORDS.has(raw) && draft.understood.at(-1) !== raw) draft.ignored.push(raw);
}

/** "Two kids building a snowman" have no building. */
function isVerb(draft: Draft, raw: string): boolean {
  return raw === "building" && draft.topic >= 0 && /^(?:an?|the|his|her|their|some|its)$/.test(draft.word(1));
}

/** Who sits on a bench is drawn so; "a sign “BAKERY”" is its letters; "on a pirate's shoulder" says where on the pirate. */
function isShownOtherwise(draft: Draft, raw: string): boolean {
  const { reading, topicThing } = draft;
  if (/^(?:sitting|sits|sit|seated)$/.test(raw))
    return topicThing?.shape.kind === "figure" && [2, 3, 4, 5].some((ahead) => isSeat(iconOf(singular(draft.word(ahead)))));
  if (/^(?:sign|signboard)$/.test(raw)) return reading.lettering.length > 0;
  const isOfPerson = topicThing?.shape.kind === "figure" || (topicThing?.shape.kind === "icon" && isPerson(topicThing.shape.icon));
  return /^shoulders?$/.test(raw) && isOfPerson && topicThing.relation?.kind === "on";
}

/** "A red wooden boat": what it is made of is not drawn, but for bricks where no other colour was said. */
function readSubstance(draft: Draft, raw: string): boolean {
  const next = singular(draft.word(1));
  const isMade = isThing(next) || isSubstance(next) || /^(?:table|desk)$/.test(next);
  if (!isSubstance(raw) || !isMade || placeOf(next) !== null) return false;
  const isBuilding = raw === "brick" && draft.colour === null && /^(?:house|hut|castle|church|tower)$/.test(iconOf(next) ?? "");
  if (isBuilding) draft.colour = BRICK;
  draft.report(raw, isBuilding);
  return true;
}

function isUnderstood({ understood }: Draft, word: string): boolean {
  return word !== "" && understood.at(-1)?.split(" ").at(-1) === word;
}

/** What a number does not reach over: "three mountains and a boat" have one boat. */
const ENDS_COUNT =
  /^(?:an?|the|in|on|at|over|above|below|under|beneath|behind|beside|near|by|with|from|against|across|through|around|is|are|was|were)$/;

/** A number that found no thing before these words is not followed. "Two of the foxes" are two. */
function endCount(draft: Draft, raw: string): void {
  if (draft.pendingCount !== null && ENDS_COUNT.test(raw) && !/^(?:of|half)$/.test(draft.word(-1))) draft.dropCount();
}

/** A number waits for its thing. "Two dozen" is one number in two words, "three or four" a choice between two. */
function readCount(draft: Draft, raw: string): boolean {
  if (raw === "half" && /^an?$/.test(draft.word(1)) && draft.word(2) === "dozen") {
    draft.pendingCount = { word: "half a dozen", count: 6 };
    draft.position += 2;
    return true;
  }
  const count = isBunchForVase(draft, raw) ? BUNCH : countOf(raw, draft.word(1));
  if (count === null) return false;
  const before = draft.pendingCount;
  if (before !== null && before.count % 10 === 0 && before.count < 100 && count < 10 && countOf(draft.word(-1)) === before.count) {
    draft.pendingCount = { word: `${before.word} ${raw}`, count: before.count + count };
    return true;
  }
  if (before === null) draft.pendingCount = { word: raw, count };
  else if (countOf(draft.word(-1)) !== null && MULTIPLIES.test(raw))
    draft.pendingCount = { word: `${before.word} ${raw}`, count: before.count * count };
  else {
    const between = /^(?:or|to)$/.test(draft.word(-1)) ? `${draft.word(-1)} ` : "";
    draft.pendingCount = { word: `${before.word} ${between}${raw}`, count: before.count };
  }
  return true;
}

/** Flowers of a bouquet. */
const BUNCH = 5;

/** "A bouquet of roses in a vase": its flowers are what is in the vase. */
function isBunchForVase(draft: Draft, raw: string): boolean {
  const ahead = [3, 4, 5, 6, 7].map((far) => draft.word(far));
  return (
    raw === "bouquet" && draft.word(1) === "of" && ahead.includes("in") && ahead.some((word) => /^(?:vase|jug|jar|pitcher)$/.test(word))
  );
}

const MULTIPLIES = /^(?:dozen|hundred|thousand)s?$/;
