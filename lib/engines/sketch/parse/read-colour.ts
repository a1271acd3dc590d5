import { isColour, isShade } from "../lexicon/colours";
import { lightOf } from "../lexicon/lights";
import { mediumOf } from "../lexicon/media";
import { iconOf } from "../lexicon/nouns";
import { placeOf } from "../lexicon/places";
import { figureOf, latheShapeOf } from "../lexicon/subjects";
import { type Draft, isThing } from "./draft";
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
  const name = isShaded ? `${raw} ${draft.word(1)}` : raw;
  if (isShaded) draft.position++;
  draft.understood.push(name);
  if (draft.colour !== null) draft.reading.colours.push(draft.colour);
  draft.colour = null;
  if (isSaidOfLast(draft)) draft.colourLast(name);
  else if (readSecondColour(draft)) draft.colour = name;
  else if (isFollowedBySubject(draft) || isAmongAdjectives(draft, 1)) draft.colour = name;
  else draft.reading.colours.push(name);
  return true;
}

/** "An orange on a table", "a peach": colours that are fruit when nothing follows that could wear them. */
function isFruit(draft: Draft, raw: string): boolean {
  if (raw === "orange" && /^(juice|slice|tree)$/.test(draft.word(1))) return true;
  const isAlone = /^(|,|on|in|and|with|by|beside|behind|next)$/.test(draft.word(1)) && !isColour(draft.word(2));
  return (raw === "orange" || raw === "peach") && isAlone && /^(a|an|one)$/.test(draft.word(-1));
}

/** "The car is red": the colour belongs to the thing before. */
function isSaidOfLast(draft: Draft): boolean {
  const verb = draft.word(isShade(draft.word(-1)) ? -2 : -1);
  return /^(?:is|are)$/.test(verb) && draft.reading.subjects.at(-1)?.colour === null;
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

/** Whether the next words, past adjectives, name a thing the colour can belong to. */
function isFollowedBySubject(draft: Draft, from = 1): boolean {
  for (let ahead = from; ahead <= from + 2; ahead++) {
    const raw = draft.word(ahead);
    if (raw === "" || raw === "," || raw === "and" || raw === "on" || raw === "in" || isColour(raw)) return false;
    const noun = singular(raw);
    if (mediumOf(raw) !== null && ahead === from && iconOf(noun) === null) return false;
    const pair = `${noun} ${singular(draft.word(ahead + 1))}`;
    if (latheShapeOf(noun) !== null || figureOf(noun) !== null || iconOf(pair) !== null) return true;
    if (placeOf(noun) !== null || lightOf(raw) !== null) return false;
    if (iconOf(noun) !== null) return true;
  }
  return false;
}
