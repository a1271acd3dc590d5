import { isColour, isShade } from "../lexicon/colours";
import { type HairCut, hairCutOf, isHairColour, type Looks, type Part, partOf, type Skin, skinOf } from "../lexicon/looks";
import { figureOf } from "../lexicon/subjects";
import { addSubject } from "./add-subject";
import type { Draft } from "./draft";
import { singular } from "./tokens";
import { awaitLooks, dress } from "./wearing";

/** Said of hair, eyes and clothes, and drawn neither more nor less for it. */
const SIZES = /^(?:big|bright|small|thick|bushy|full|lush|neat|untidy|messy|simple|plain|t|pearl)$/;
/** Before a garment: it is worn. */
const WORN = /^(?:in|wearing|wears|with|dressed|has)$/;
const ARTICLE = /^(?:a|an|the|his|her|their)$/;
const EDGE = /^(?:|,|and|on|in|at|with|by|while|who|standing|walking|sitting)$/;
/** Hair by itself: "a blonde girl", "a bald man", "a redhead". */
const HAIRED: Readonly<Record<string, Looks>> = {
  blonde: { hair: "blonde" },
  blond: { hair: "blond" },
  ginger: { hair: "ginger" },
  brunette: { hair: "brunette" },
  redhead: { hair: "red" },
  redheaded: { hair: "red" },
  bald: { cut: "none" },
  bearded: { beard: "own" },
};

/** What words said of a person before or after naming them. */
interface Phrase {
  readonly looks: Looks;
  /** The colour of the main garment, which is the colour of the person as a thing. */
  readonly colour: string | null;
  /** Words it takes, the first included. */
  readonly length: number;
  /** Words of it that nothing drawn follows. */
  readonly ignored: readonly string[];
}

/** "With red hair", "a bearded man", "in green trousers and a white shirt": how a person looks. */
export function readLooks(draft: Draft, raw: string): boolean {
  if (readPlainColour(draft, raw)) return true;
  const { words, position } = draft;
  const phrase = phraseAt(words, position);
  const owner = draft.topicThing;
  const isOwned = owner?.shape.kind === "figure";
  const part = partOf(words[position + (phrase?.length ?? 1) - 1] ?? "");
  const isWorn = part?.kind === "garment" || part?.kind === "legwear" || part?.kind === "shoes" || part?.kind === "earrings";
  const follows = phrase === null ? null : figureAfter(words, position + phrase.length);
  if (phrase === null) return readBefore(draft, raw);
  if (follows && !isWorn && isBefore(words, position, phrase)) return awaitPerson(draft, phrase);
  if (!isOwned || (isWorn && !isWearing(draft, owner.looks !== undefined || owner.colour !== null))) return false;
  if (draft.relation !== null && draft.relation !== "wearing") return false;
  const isColoured = phrase.colour === null || owner.colour === null;
  if (!isColoured) return false;
  dress(draft, phrase.looks, phrase.colour);
  draft.understood.push(
    words
      .slice(position, position + phrase.length)
      .filter((word) => !phrase.ignored.includes(word))
      .join(" "),
  );
  draft.ignored.push(...phrase.ignored);
  draft.position += phrase.length - 1;
  return true;
}

/** Adjectives and the part they are said of, or null. */
function phraseAt(words: readonly string[], from: number): Phrase | null {
  let colour: string | null = null;
  let cut: HairCut | null = null;
  let skin: Skin | null = null;
  const ignored: string[] = [];
  for (let at = from; at < from + 6; at++) {
    const word = words[at] ?? "";
    const part = partOf(word);
    if (part !== null) {
      const looks = looksOf(part, word, colour, cut, skin);
      if (looks === null) return null;
      const isMain = part.kind === "garment";
      return { looks, colour: isMain ? colour : null, length: at - from + 1, ignored };
    }
    const shaded = isShade(word) && isColour(words[at + 1] ?? "") ? `${word} ${words[at + 1]}` : null;
    if (shaded !== null) {
      colour ??= shaded;
      at++;
    } else if (isHairColour(word) || skinOf(word) !== null) {
      if (colour !== null && isHairColour(word)) ignored.push(word);
      else if (isHairColour(word)) colour = word;
      skin ??= skinOf(word);
    } else if (hairCutOf(word) !== null) cut ??= hairCutOf(word);
    else if (SIZES.test(word)) {
      if (word !== "t" && word !== "pearl") ignored.push(word);
    } else if (word !== "and" || at === from) return null;
  }
  return null;
}

/** What a part of a person comes to by what was said of it, or null where it cannot be drawn so. `word` is the part as it was written. */
export function looksOf(part: Part, word: string, colour: string | null, cut: HairCut | null, skin: Skin | null): Looks | null {
  const isPlain = colour === null || isPlainColour(colour);
  switch (part.kind) {
    case "hair":
      if (word === "curls" || word === "afro") return { ...(colour === null ? {} : { hair: colour }), cut: "curly" };
      if (colour === null && cut === null) return null;
      return { ...(colour === null ? {} : { hair: colour }), ...(cut === null ? {} : { cut }) };
    case "bun":
      return { ...(colour === null ? {} : { hair: colour }), cut: "bun" };
    case "beard":
      return { beard: colour ?? "own", ...(cut === "long" ? { isBeardLong: true } : {}) };
    case "eyes":
      return colour !== null && isPlain ? { eyes: colour } : null;
    case "skin":
      return skin === null ? null : { skin };
    case "shoes":
      return colour !== null && isPlain ? { shoes: colour } : null;
    case "earrings":
      return isPlain ? { earrings: colour ?? "ivory" } : null;
    case "garment":
      return isPlain ? { wears: part.garment } : null;
    case "legwear":
      return isPlain ? { legwear: part.legwear, ...(colour === null ? {} : { legs: colour }) } : null;
  }
}

function isPlainColour(name: string): boolean {
  return isColour(name.split(" ").at(-1) ?? "");
}

/** Whether a person is named in the words from here: "red haired old woman". */
function figureAfter(words: readonly string[], from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    const word = words[at] ?? "";
    if (word === "" || word === "," || /^(?:with|in|and|on)$/.test(word)) return false;
    if (figureOf(singular(word)) !== null) return true;
  }
  return false;
}

/** "Red haired" and "bearded" stand before their person; "red hair" does not. */
function isBefore(words: readonly string[], from: number, { length }: Phrase): boolean {
  return /(?:ed|beard)$/.test(words[from + length - 1] ?? "");
}

function awaitPerson(draft: Draft, phrase: Phrase): boolean {
  awaitLooks(draft, phrase.looks, draft.words.slice(draft.position, draft.position + phrase.length).join(" "));
  draft.ignored.push(...phrase.ignored);
  draft.position += phrase.length - 1;
  return true;
}

/** One word before a person: "blonde", "bald", "a black woman". */
function readBefore(draft: Draft, raw: string): boolean {
  const haired = Object.hasOwn(HAIRED, raw) ? HAIRED[raw] : undefined;
  const next = figureOf(singular(draft.word(1))) !== null;
  if (haired !== undefined && figureAfter(draft.words, draft.position + 1)) {
    awaitLooks(draft, haired, raw);
    return true;
  }
  const isNoun = haired !== undefined && /^(?:blonde|redhead|brunette)$/.test(raw);
  if (isNoun) {
    awaitLooks(draft, haired, raw);
    addSubject(draft, raw, { kind: "figure", figure: "woman" });
    return true;
  }
  const skin = /^(?:black|white|brown)$/.test(raw) && next ? skinOf(raw) : null;
  if (skin === null) return false;
  awaitLooks(draft, { skin }, raw);
  return true;
}

/** Whether the words before say that it is worn: "in a", "wearing", and "and" once something else is. */
function isWearing(draft: Draft, isDressed: boolean): boolean {
  for (let back = 1; back <= 5; back++) {
    const word = draft.word(-back);
    if (WORN.test(word)) return true;
    if (word === "and" || word === ",") return isDressed;
    if (figureOf(singular(word)) !== null) return false;
    if (word === "" || (!ARTICLE.test(word) && back > 3)) return false;
  }
  return false;
}

/** "A woman in red", "a man dressed in black": all they wear is of that colour. */
function readPlainColour(draft: Draft, raw: string): boolean {
  const shaded = isShade(raw) && isColour(draft.word(1)) ? `${raw} ${draft.word(1)}` : null;
  const name = shaded ?? (isColour(raw) ? raw : null);
  const owner = draft.topicThing;
  if (name === null || owner?.shape.kind !== "figure" || owner.colour !== null) return false;
  if (!EDGE.test(draft.word(shaded === null ? 1 : 2)) || isColour(draft.word(shaded === null ? 2 : 3))) return false;
  if (!/^(?:in|wearing)$/.test(draft.word(-1))) return false;
  const before = /^(?:dressed|is|was)$/.test(draft.word(-2)) ? draft.word(-3) : draft.word(-2);
  if (draft.word(-1) === "in" && figureOf(singular(before)) === null) return false;
  dress(draft, {}, name);
  draft.understood.push(name);
  if (shaded !== null) draft.position++;
  return true;
}
