import { isColour, isShade } from "../lexicon/colours";
import { lightOf } from "../lexicon/lights";
import { FUNCTION_WORDS } from "../lexicon/little-words";
import { mediumOf } from "../lexicon/media";
import { moodOf } from "../lexicon/moods";
import { iconOf } from "../lexicon/nouns";
import { type Place, placeOf } from "../lexicon/places";
import { countOf, figureOf, latheShapeOf, materialOf } from "../lexicon/subjects";
import { isSubstance } from "../lexicon/substances";
import type { Draft } from "./draft";
import { weatherOf } from "./manner-words";
import { hasColourOfItsOwn } from "./place-colours";
import { saidOf } from "./read-clause";
import { compoundAt } from "./read-compound";
import { isPlainThing } from "./read-noun";
import { isThing } from "./thing-words";
import { singular } from "./tokens";

/** A colour of the word that follows, of the thing before ("the car is red"), or of the scene. */
export function readColour(draft: Draft, raw: string): boolean {
  const isShaded = isShade(raw) && isColour(draft.word(1));
  if (!isShaded && !isColour(raw)) return false;
  if (raw === "blue" && draft.word(1) === "hour") return false;
  const isTimeOfDay = raw === "golden" && /^(hour|light|afternoon|sunset|sunrise)$/.test(draft.word(1));
  if (isTimeOfDay) return false;
  if (raw === "charcoal" && /^(|,|drawing|sketch|on|portrait)$/.test(draft.word(1))) return false;
  if (isFruit(draft, raw)) return false;
  if (readPart(draft, raw, isShaded ? 2 : 1)) return true;
  const said = saidOf(draft);
  const isDouble = !isShaded && isKindOf(raw, draft.word(1));
  const name = isShaded ? `${raw} ${draft.word(1)}` : raw;
  // "Navy blue" is one colour, and the first of its names is the one that says which.
  const words = isDouble ? `${raw} ${draft.word(1)}` : name;
  const isMore = said === null && draft.wasColoured && draft.word(-1) === "and" && isColour(draft.word(-2));
  if (isShaded || isDouble) draft.position++;
  if (isMore && !isFollowedBySubject(draft)) {
    // "The car is red and white".
    draft.ignored.push(words);
    return true;
  }
  draft.understood.push(words);
  if (draft.colour !== null) draft.reading.colours.push(draft.colour);
  draft.colour = null;
  if (said === "scene") colourScene(draft, name, isDouble || isShaded ? -3 : -2);
  else if (said !== null) colourThings(draft, said, name, words);
  else if (isTwin(draft)) {
    draft.twin = { colour: name, count: draft.pendingCount };
    draft.pendingCount = null;
  } else if (readSecondColour(draft)) draft.colour = name;
  else if (isFollowedBySubject(draft) || isAmongAdjectives(draft, 1) || placeAfter(draft) !== null) draft.colour = name;
  else draft.reading.colours.push(name);
  return true;
}

/** "The cat is white": those that have no colour yet take it; where none has, it was not followed. */
function colourThings(draft: Draft, things: readonly number[], colour: string, words: string): void {
  const free = things.filter((at) => draft.reading.subjects[at]?.colour === null);
  for (const at of free) draft.change(at, { colour });
  if (free.length === 0) draft.retract(words);
  else draft.clause.isColoured = true;
}

/** "The sea is green" is said of the sea, "the sky is orange" of the scene. `noun` is where the noun stands. */
function colourScene(draft: Draft, colour: string, noun: number): void {
  const { reading } = draft;
  const place = placeOf(singular(draft.word(noun)));
  if (place !== null && hasColourOfItsOwn(place)) reading.placeColours.push({ place, colour });
  else reading.colours.push(colour);
}

/** "A black and a white cat", "two red and three blue balloons": the first colour of two that one noun is named for. */
function isTwin(draft: Draft): boolean {
  const [and, article, second] = [draft.word(1), draft.word(2), draft.word(3)];
  if (and !== "and" || !(/^(?:an?|one|another)$/.test(article) || countOf(article) !== null)) return false;
  const isCounted = draft.pendingCount !== null || /^(?:an?|one)$/.test(draft.word(-1));
  return isCounted && isColour(second) && isFollowedBySubject(draft, 4);
}

const PART =
  /^(?:hair|haired|eye|eyes|eyed|beard|bearded|moustache|mustache|lips|skin|skinned|nose|cheeks|freckles|fur|feathers|mane|tail|wings|horns|paws|legs|arms|hands|feet|head|trousers|pants|jeans|shorts|skirt|tie|necktie|shoes|boots|gloves|socks|stockings|collar|buttons|wheels|door|roof|roofs|windows|sails|petals|stripes|spots|dots|label|lid|handle)$/;

/** What of a thing is not coloured by itself: "red hair", "blue-eyed". Neither the thing nor the scene takes its colour. */
function readPart(draft: Draft, raw: string, from: number): boolean {
  let end = from;
  while (end < from + 3 && (isColour(draft.word(end)) || /^(?:curly|long|short|straight|wavy|and|big|small|bright)$/.test(draft.word(end))))
    end++;
  const part = draft.word(end);
  const owner = draft.topicThing;
  if (PART.test(part) && (owner !== null || /(?:haired|eyed|bearded|skinned|hair|eyes|beard)$/.test(part) || !isThing(singular(part)))) {
    draft.ignored.push(draft.words.slice(draft.position, draft.position + end + 1).join(" "));
    draft.position += end;
    return true;
  }
  if (from !== 1 || part !== draft.word(1) || isKnownToScene(part) || isFollowedBySubject(draft, 2)) return false;
  draft.ignored.push(raw);
  return true;
}

const OF_SCENE =
  /^(?:|,|and|or|on|in|at|with|by|of|to|for|over|under|against|behind|near|while|is|are|the|a|an|backdrop|backgrounds?|sky|wall|water|palette|tones?|colou?rs?|theme|accents?|hues?|shades?|paper|glow|light|lighting|lights|monochrome|seamless|studio|scheme|shadows|clouds)$/;

/** Whether the word after a colour can take it, as a thing or as the scene. What is in no list takes no colour of the picture. */
function isKnownToScene(word: string): boolean {
  const noun = singular(word);
  if (OF_SCENE.test(word) || isColour(word) || isThing(noun) || mediumOf(word) !== null || lightOf(word) !== null) return true;
  return materialOf(word) !== null || isSubstance(word) || moodOf(word) !== null || weatherOf(word) !== null || isAdjective(word);
}

/** Words that stand between a colour and its thing. */
function isAdjective(word: string): boolean {
  return (
    /(?:y|ed|ing|ful|ous|ic|al|ish)$/.test(word) ||
    /^(?:big|small|little|tiny|huge|old|new|young|large|tall|round|square|sports?)$/.test(word)
  );
}

/** Colours that are named with their family behind them: "navy blue". Others in a row are two colours. */
const FAMILIES: Readonly<Record<string, RegExp>> = {
  red: /^(?:scarlet|crimson|ruby|burgundy|maroon|coral|rust)$/,
  yellow: /^(?:mustard|golden|amber|ochre)$/,
  green: /^(?:olive|lime|emerald|mint|sage|moss)$/,
  blue: /^(?:teal|turquoise|aqua|azure|cobalt|navy|indigo)$/,
  purple: /^(?:lilac|lavender|violet)$/,
  pink: /^(?:magenta|fuchsia|coral|peach)$/,
  brown: /^(?:chestnut|copper)$/,
  white: /^(?:cream|ivory)$/,
  grey: /^(?:charcoal|silver)$/,
  gray: /^(?:charcoal|silver)$/,
};

function isKindOf(colour: string, family: string): boolean {
  return Object.hasOwn(FAMILIES, family) && FAMILIES[family]?.test(colour) === true;
}

/** "An orange on a table", "with coral and fish": colours that are things when nothing follows that could wear them. */
function isFruit(draft: Draft, raw: string): boolean {
  if (raw === "orange" && /^(juice|slice|tree)$/.test(draft.word(1))) return true;
  if (raw === "peach" && draft.word(1) === "tree") return true;
  if (raw === "olive" && /^(?:oil|tree|branch|grove)s?$/.test(draft.word(1))) return true;
  if (raw === "coral" && /^(?:reef|polyp)s?$/.test(draft.word(1))) return true;
  if (raw === "coral" && /^(?:with|of|some|and|between|behind|over)$/.test(draft.word(-1)) && !isColour(draft.word(-2)))
    return /^(?:|,|on|in|and|with|by|beside|behind|next)$/.test(draft.word(1)) && !isColour(draft.word(2));
  const isAlone = /^(|,|on|in|and|with|by|beside|behind|next)$/.test(draft.word(1)) && !isColour(draft.word(2));
  return (raw === "orange" || raw === "peach") && isAlone && /^(a|an|one)$/.test(draft.word(-1));
}

/** "A red and blue car" wears the first of its colours; the second is not followed. */
function readSecondColour(draft: Draft): boolean {
  const second = draft.word(2);
  if (draft.word(1) !== "and" || !isColour(second) || !isFollowedBySubject(draft, 3)) return false;
  draft.ignored.push(second);
  draft.position += 2;
  return true;
}

/** Whether the comma `ahead` of here parts two adjectives of one thing: "a red, shiny car", not "a red backdrop, a shiny car". */
export function isAmongAdjectives(draft: Draft, ahead = 0): boolean {
  const isAfterArticle = /^(?:a|an|the|my|his|her|their|our|two|three|four|five)$/.test(draft.word(ahead - 2));
  const next = draft.word(ahead + 1);
  const isAdjective = draft.word(ahead) === "," && !/^(?:a|an|the|and|in|on|at|with|by|of|,|)$/.test(next);
  return isAfterArticle && isAdjective && !isThing(singular(next)) && mediumOf(next) === null && isFollowedBySubject(draft, ahead + 1);
}

/** How many words may stand between a colour and its thing. */
const REACH = 4;

/** Whether the next words, past adjectives, name a thing the colour can belong to. */
function isFollowedBySubject(draft: Draft, from = 1): boolean {
  for (let ahead = from; ahead <= from + REACH - 1; ahead++) {
    const raw = draft.word(ahead);
    if (raw === "" || raw === "," || FUNCTION_WORDS.has(raw) || isColour(raw)) return false;
    const noun = singular(raw);
    if (isSubstance(raw) && isThingOrPlace(draft, ahead + 1)) continue;
    if (mediumOf(raw) !== null && ahead === from && iconOf(noun) === null) return false;
    const pair = `${noun} ${singular(draft.word(ahead + 1))}`;
    if (compoundAt(draft, ahead)?.icon || /^(?:table|desk|planet)$/.test(noun)) return true;
    if (latheShapeOf(noun) !== null || figureOf(noun) !== null || iconOf(pair) !== null) return true;
    // "A green beach chair": the place says which chair.
    if (placeOf(noun) !== null) return isPlainThing(draft.word(ahead + 1));
    if (lightOf(raw) !== null) return false;
    if (iconOf(noun) !== null) return true;
  }
  return false;
}

function isThingOrPlace(draft: Draft, ahead: number): boolean {
  return isThing(singular(draft.word(ahead))) || isSubstance(draft.word(ahead)) || /^(?:table|desk)s?$/.test(draft.word(ahead));
}

/** The place that the next words, past adjectives, name, where it has something to wear a colour. */
function placeAfter(draft: Draft): Place | null {
  for (let ahead = 1; ahead < REACH; ahead++) {
    const raw = draft.word(ahead);
    if (raw === "" || raw === "," || FUNCTION_WORDS.has(raw) || isColour(raw)) return null;
    const place = placeOf(singular(raw));
    if (place !== null) return hasColourOfItsOwn(place) ? place : null;
    if (isThing(singular(raw)) || lightOf(raw) !== null) return null;
  }
  return null;
}
