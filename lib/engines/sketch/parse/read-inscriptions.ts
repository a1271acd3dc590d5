import { isColour, isShade } from "../lexicon/colours";
import type { Band } from "./scene-spec";

/** What the words around a quotation say of its letters. */
export interface LetterStyle {
  readonly colour: string | null;
  readonly band: Band | null;
}

export interface ReadInscriptions {
  /** The words without those that speak of letters. */
  readonly words: readonly string[];
  /** One a quotation, in order. */
  readonly styles: readonly LetterStyle[];
  readonly understood: readonly string[];
}

const LETTERS = /^(?:letters?|lettering|text|type|typography|title|caption|headline|words?|inscription|writing|capitals|font)$/;
/** Said of letters, and drawn neither more nor less for it. */
const SIZES = /^(?:big|large|small|bold|huge|thick|thin|hand|block|capital|neat|tiny|clear)$/;
const LEADS_IN = /^(?:in|with|written|painted|printed|lettered|set|drawn|a|the|and|as|its)$/;
const SAYS = /^(?:saying|says|say|reading|reads|that|which|of|with|is|are|a|the|words?|written)$/;
/** Right before a quotation, and no word of a picture. */
const ANNOUNCES = /^(?:saying|says|reading|reads|titled|labelled|labeled|spelling)$/;
const BANDS: Readonly<Record<string, Band>> = {
  top: "top",
  upper: "top",
  middle: "middle",
  centre: "middle",
  center: "middle",
  bottom: "bottom",
  lower: "bottom",
  foot: "bottom",
};
/** What letters can be on that somebody wears. */
const GARMENT =
  /^(?:t ?shirts?|tshirts?|shirts?|tee|sweaters?|hoodies?|jumpers?|jerseys?|sweatshirts?|pullovers?|jackets?|coats?|dress|aprons?|vests?)$/;
const ON_GARMENT = /^(?:on|across|over)$/;
const OF_GARMENT = /^(?:it|the|her|his|their|its|a|an|my|front|of|chest)$/;
const SHEET = /^(?:picture|image|frame|poster|page|canvas|scene|sheet|photo)$/;
const EDGE = /^(?:|,|on|at|in|and|with|over|above)$/;

/** Words from `at` on that say one thing of letters. */
interface Phrase {
  readonly length: number;
  readonly colour?: string;
  readonly band?: Band;
}

/**
 * Takes "in red letters", "at the top" and "the yellow title" from beside the quotations, whose places in `words` are `at`: each a
 * comma. What follows a quotation is said of it, else what stands before.
 */
export function readInscriptions(words: readonly string[], at: readonly number[]): ReadInscriptions {
  const taken = new Set<number>();
  const understood: string[] = [];
  const styles = at.map((position): LetterStyle => {
    let [colour, band]: [string | null, Band | null] = [null, null];
    const take = (from: number, phrase: Phrase): void => {
      colour ??= phrase.colour ?? null;
      band ??= phrase.band ?? null;
      for (let k = from; k < from + phrase.length; k++) taken.add(k);
      understood.push(words.slice(from, from + phrase.length).join(" "));
    };
    let next = position + 1;
    for (;;) {
      // "…, red letters, at the top": a comma parts nothing where what follows it is said of letters alone.
      const isParted = words[next] === "," && !at.includes(next);
      const phrase = isParted ? afterComma(words, next + 1) : after(words, next);
      if (phrase === null) break;
      if (isParted) next++;
      take(next, phrase);
      next += phrase.length;
    }
    if (band === null) {
      const length = onGarment(words, position + 1);
      if (length > 0 || isGarmentBefore(words, position)) band = "chest";
      // "On it" is said of the letters; "on her white shirt" says what she wears, too.
      if (length > 0 && isGarmentBefore(words, position)) take(position + 1, { length });
      else if (length > 0) taken.add(position + 1);
    }
    if (ANNOUNCES.test(words[position - 1] ?? "")) taken.add(position - 1);
    for (let phrase = before(words, position, taken); phrase !== null; phrase = before(words, position, taken)) take(phrase.from, phrase);
    return { colour, band };
  });
  return { words: words.filter((_, k) => !taken.has(k)), styles, understood };
}

function after(words: readonly string[], at: number): Phrase | null {
  return bandAt(words, at) ?? lettersAt(words, at);
}

function afterComma(words: readonly string[], at: number): Phrase | null {
  const phrase = after(words, at);
  const last = words[at + (phrase?.length ?? 0) - 1] ?? "";
  const isAlone = /^(?:|,)$/.test(words[at + (phrase?.length ?? 0)] ?? "");
  return phrase !== null && (LETTERS.test(last) || (phrase.band !== undefined && isAlone)) ? phrase : null;
}

/** "At the bottom of the poster", "along the top edge". */
function bandAt(words: readonly string[], at: number): Phrase | null {
  let k = at;
  if (!/^(?:at|on|in|along|across|near)$/.test(words[k] ?? "")) return null;
  k++;
  while (/^(?:the|very)$/.test(words[k] ?? "")) k++;
  const word = words[k] ?? "";
  const band = Object.hasOwn(BANDS, word) ? BANDS[word] : undefined;
  if (band === undefined) return null;
  k++;
  if (/^(?:edge|half|part|third|margin)$/.test(words[k] ?? "")) k++;
  if (words[k] === "of" && words[k + 1] === "the" && SHEET.test(words[k + 2] ?? "")) k += 3;
  return { length: k - at, band };
}

/** "In big red letters", "written in white", "blue lettering". */
function lettersAt(words: readonly string[], at: number): Phrase | null {
  let k = at;
  let colour: string | null = null;
  for (; k < at + 8; k++) {
    const word = words[k] ?? "";
    if (isShade(word) && isColour(words[k + 1] ?? "")) {
      colour = `${word} ${words[k + 1]}`;
      k++;
    } else if (isColour(word) && colour === null) colour = word;
    else if (LETTERS.test(word)) return colour === null && k === at ? null : { length: k - at + 1, ...(colour === null ? {} : { colour }) };
    else if (!SIZES.test(word) && !LEADS_IN.test(word)) break;
    if (colour !== null && /^in$/.test(words[k - 1] ?? "") && EDGE.test(words[k + 1] ?? "")) return { length: k - at + 1, colour };
  }
  return null;
}

/** The phrase that ends right before a quotation: "red letters saying", "at the top the words". */
function before(words: readonly string[], position: number, taken: ReadonlySet<number>): (Phrase & { readonly from: number }) | null {
  let end = position;
  while (end > 0 && (taken.has(end - 1) || SAYS.test(words[end - 1] ?? ""))) end--;
  let found: (Phrase & { readonly from: number }) | null = null;
  // The longest of them: "dark blue text" is more than "blue text".
  for (let from = end - 1; from >= Math.max(0, end - 7) && words[from] !== "," && !taken.has(from); from--) {
    const phrase = after(words, from);
    const isWhole = phrase !== null && from + phrase.length === end;
    if (isWhole && (phrase.band !== undefined || LETTERS.test(words[end - 1] ?? ""))) found = { ...phrase, from };
  }
  if (found !== null) return found;
  // "The red words “…”": the noun was passed over as one that only announces.
  const isNamed = end < position && LETTERS.test(words[end] ?? "") && !taken.has(end);
  const phrase = isNamed ? colourBefore(words, end) : null;
  return phrase === null ? null : { ...phrase, length: end + 1 - phrase.from };
}

function colourBefore(words: readonly string[], noun: number): { readonly from: number; readonly colour: string } | null {
  for (let from = noun - 1; from >= Math.max(0, noun - 4); from--) {
    const phrase = lettersAt(words, from);
    if (phrase?.colour !== undefined && from + phrase.length === noun + 1) return { from, colour: phrase.colour };
  }
  return null;
}

/** Words after a quotation that put it on what somebody wears: "on it", "across her white shirt"; 0 where none do. */
function onGarment(words: readonly string[], at: number): number {
  if (!ON_GARMENT.test(words[at] ?? "")) return 0;
  let k = at + 1;
  while (k < at + 6 && (OF_GARMENT.test(words[k] ?? "") || isColour(words[k] ?? "") || isShade(words[k] ?? ""))) k++;
  if (GARMENT.test(words[k] ?? "")) return k + 1 - at;
  return words[at + 1] === "it" && isGarmentBefore(words, at - 1) ? 2 : 0;
}

/** "A white shirt with “HELLO”", "a t-shirt that says “HELLO”". */
function isGarmentBefore(words: readonly string[], position: number): boolean {
  let k = position - 1;
  while (k > position - 6 && (SAYS.test(words[k] ?? "") || /^(?:printed|on|it|in|letters|text|saying)$/.test(words[k] ?? ""))) k--;
  return GARMENT.test(words[k] ?? "") && words[k + 1] !== undefined && k < position - 1;
}
