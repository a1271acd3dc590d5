import { isColour } from "../lexicon/colours";
import { type Medium, mediumOf } from "../lexicon/media";
import { countOf } from "../lexicon/subjects";
import { isThing } from "./thing-words";
import { singular } from "./tokens";

/** Media whose word is a thing or a substance, too: what stands around it tells which is meant. */
const AMBIGUOUS = /^(?:oil|ink|pencil|pen|crayon|chalk|charcoal|film|comic|pastel)$/;

/** What a picture is called that is made in the medium before. */
const WORK =
  /^(?:drawing|painting|sketch|style|styled|illustration|art|artwork|print|portrait|study|picture|image|effect|technique|wash|engraving|rendering|look|lines?|strokes?|hatching)$/;
/** Whether a word says no more than that it is a picture: the sketch of "ink sketch". */
export function isWork(word: string): boolean {
  return WORK.test(word);
}

/** What a picture is made on. */
const SURFACE = /^(?:canvas|paper|board|linen|cardboard|parchment|panel|vellum)$/;
/** "Drawn in pencil", "as ink": how a picture is made. */
const MADE = /^(?:drawn|sketched|painted|made|done|coloured|colored|rendered|as|style|medium)$/;
/** Oils that no painter uses. */
export const KIND_OF_OIL =
  /^(?:olive|cooking|motor|engine|sunflower|coconut|palm|sesame|essential|hair|body|crude|massage|lamp|vegetable|truffle|chilli|baby|argan|fish)$/;

/** What holds, burns or is made of it: an oil lamp, an ink bottle, a pencil case, a comic book. */
const HAS_IT =
  /^(?:bottle|lamp|lantern|can|drum|rig|jar|pot|jug|barrel|tank|tanker|burner|press|pan|perfume|serum|heater|slick|well|inkwell|pen|cartridge|stain|blot|case|box|holder|sharpener|cup|tin|stub|tip|skirt|stove|cliff|cliffs|rock|camera|reel|roll|projector|crew|book|books|shop|store|grill|rub|stick|set|knife|nib)$/;

/** Words that stand between an article and what it is said of. */
function isArticle(word: string): boolean {
  return (
    /^(?:an?|the|my|his|her|their|some|this|that|old|new|long|short|sharp|broken|wooden|single)$/.test(word) ||
    isColour(word) ||
    countOf(word) !== null
  );
}

/** The medium that the word at `at` names, null where it names none there; "soft-colours" for the pastel of a light or a dress. */
export function mediumAt(words: readonly string[], at: number): Medium | "soft-colours" | null {
  const word = (from: number) => words[at + from] ?? "";
  const raw = word(0);
  if (raw === "flat" && word(1) === "lay") return null;
  if (raw === "oil" && /^pastels?$/.test(word(1))) return "pastel";
  if (raw === "pop" && word(1) !== "art") return null;
  const stem = raw.replace(/s$/, "");
  if (!AMBIGUOUS.test(stem)) return mediumOf(raw);
  const isStyle = stem === raw ? isMannerAt(word) : isManyAsManner(word);
  if (stem !== "pastel") return isStyle ? mediumOf(stem) : null;
  return isStyle ? "pastel" : raw === stem ? "soft-colours" : null;
}

/** Whether an ambiguous word says how the picture is made. */
function isMannerAt(word: (from: number) => string): boolean {
  const [raw, next, previous] = [word(0), word(1), word(-1)];
  if (WORK.test(next) || (next === "on" && SURFACE.test(word(2)))) return true;
  if (next === "and" && isWorkInTwo(word)) return true;
  if (next === "of" || isMade(word)) return true;
  if (HAS_IT.test(next) || (raw === "oil" && KIND_OF_OIL.test(previous))) return false;
  // Of pastel colours are a cake and a light; a fox is drawn in pencil.
  if (raw === "pastel") return next === "" || next === "," || /^(?:on|chalk|crayon)$/.test(next) || /^(?:soft|oil)$/.test(previous);
  if (/^(?:of|with|and|holding|beside|under|near|or)$/.test(previous)) return previous === "and" && mediumOf(word(-2)) !== null;
  return !isArticle(previous) || /^(?:film|comic)$/.test(raw) || (next !== "" && isThing(singular(next)) && !isColour(next));
}

/** "In oils", "coloured pencils", but not "a box of crayons" or "three pencils". */
function isManyAsManner(word: (from: number) => string): boolean {
  const isAlone = /^(?:oil|ink|pastel)s$/.test(word(0)) && /^(?:|,)$/.test(word(-1)) && /^(?:|,)$/.test(word(1));
  return isAlone || isMade(word) || (word(-1) === "in" && /^(?:|,|on)$/.test(word(1)));
}

/** Whether the words before say that the picture is made with it: "drawn in", "coloured". */
function isMade(word: (from: number) => string): boolean {
  if (MADE.test(word(-1))) return !isArticle(word(-2));
  const back = /^an?$/.test(word(-1)) ? 2 : 1;
  return MADE.test(word(-back - 1)) && /^(?:in|with|of)$/.test(word(-back));
}

/** "Pen and ink", "pencil and watercolour sketch". */
function isWorkInTwo(word: (from: number) => string): boolean {
  return mediumOf(word(2)) !== null && (word(0) === "pen" || !isArticle(word(-1)) || WORK.test(word(3)));
}
