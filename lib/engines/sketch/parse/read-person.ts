import { isColour, isShade } from "../lexicon/colours";
import { LITTLE_WORDS } from "../lexicon/little-words";
import { figureOf } from "../lexicon/subjects";
import { type Draft, isThing } from "./draft";
import { singular } from "./tokens";

/** Said of a person, and of the words that may stand between. */
const OLD = /^(?:old|elderly|aged)$/;

/** What a person of ours wears in the colour that was asked for. */
const GARMENT =
  /^(?:dress|gown|coat|jacket|shirt|t-shirt|tshirt|sweater|jumper|hoodie|suit|kimono|robe|raincoat|cloak|uniform|blouse|cardigan|tunic|cape|parka|vest|outfit|clothes)$/;

/** "A woman in a red dress" wears it; it is no second thing. */
export function readGarment(draft: Draft, raw: string): boolean {
  const wearer = draft.reading.subjects.at(-1);
  if (!/^(?:in|wearing)$/.test(raw) || wearer?.shape.kind !== "figure") return false;
  let ahead = 1;
  let colour: string | null = null;
  for (; ahead <= 5; ahead++) {
    const word = draft.word(ahead);
    if (isColour(word)) colour = isShade(draft.word(ahead - 1)) ? `${draft.word(ahead - 1)} ${word}` : word;
    else if (GARMENT.test(word)) break;
    else if (word === "" || word === "," || word === "and" || isThing(singular(word))) return false;
  }
  const garment = draft.word(ahead);
  if (!GARMENT.test(garment)) return false;
  for (let k = 1; k < ahead; k++) {
    const word = draft.word(k);
    const isSaid = colour?.split(" ").includes(word) === true;
    if (!isSaid && !LITTLE_WORDS.has(word)) draft.ignored.push(word);
  }
  if (colour === null || wearer.colour !== null) draft.ignored.push(...(colour === null ? [garment] : [`${colour} ${garment}`]));
  else {
    draft.colourLast(colour);
    draft.understood.push(`${colour} ${garment}`);
  }
  draft.position += ahead;
  return true;
}

/** "an old man", "an elderly bearded woman": the age belongs to the person that follows. */
export function readAge(draft: Draft, raw: string): boolean {
  if (!OLD.test(raw)) return false;
  for (let ahead = 1; ahead <= 3; ahead++) {
    const word = draft.word(ahead);
    if (word === "" || word === "," || word === "and") return false;
    if (figureOf(singular(word)) === null) continue;
    draft.isOld = true;
    draft.understood.push(raw);
    return true;
  }
  return false;
}
