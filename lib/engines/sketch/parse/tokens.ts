import { wordsOfEmoji } from "../lexicon/emoji";
import { iconOf } from "../lexicon/nouns";
import { placeOf } from "../lexicon/places";
import { figureOf, latheShapeOf } from "../lexicon/subjects";
import { QUOTED } from "./lettering";

/** A prompt longer than this adds nothing a picture of four subjects could show; the rest is reported as ignored by count. */
const MAX_WORDS = 400;

/** More signs than this have no room in a picture. */
const MAX_QUOTATIONS = 20;

export interface Words {
  readonly words: readonly string[];
  /** Texts in quotation marks, as they were written. */
  readonly quotations: readonly string[];
  /** Where among the words each quotation stood: a comma is there now. */
  readonly quotedAt: readonly number[];
  /** How many words lay beyond the limit. */
  readonly cutWords: number;
  /** Whether the text held letters of other scripts than Latin, which the lexicon does not read. */
  readonly unread: readonly string[];
}

/** Stands for a quotation until the words are counted; a sign that nobody types. */
const MARK = "\ue000";

/** Lower-case words; a comma or full stop becomes a word of its own because it ends a phrase. */
export function wordsOf(text: string): Words {
  const plain = wordsOfEmoji(text.slice(0, 60_000).replaceAll("\ufe0f", "")).normalize("NFKC").toLowerCase();
  const quotations = [...text.slice(0, 60_000).matchAll(QUOTED)].flatMap((match) => match[1]?.trim() || []);
  const folded = plain
    .replaceAll(MARK, " ")
    .replace(QUOTED, ` ${MARK} `)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
  const negatives = [...folded.matchAll(/(?<=^|\s)-\d+(?![\w-])/g)].map((match) => match[0]);
  const unread = [...folded.matchAll(/[\p{L}\p{Extended_Pictographic}]+/gu)]
    .map((match) => match[0])
    .filter((word) => !/^[a-z]+$/.test(word));
  const all = folded
    .replace(/(?<=^|\s)-\d+(?![\w-])/g, "")
    .replace(/n['’]t\b/g, " not")
    .replace(/['’]s\b/g, "")
    .replace(/[,.;:!?\n]+/g, " , ")
    .replace(/[^a-z0-9,\ue000]+/g, " ")
    .split(" ")
    .filter((word) => word !== "");
  const words = all.slice(0, MAX_WORDS);
  return {
    words: words.map((word) => (word === MARK ? "," : word.slice(0, 40))),
    quotedAt: words.flatMap((word, k) => (word === MARK ? [k] : [])).slice(0, MAX_QUOTATIONS),
    quotations: quotations.slice(0, MAX_QUOTATIONS),
    cutWords: Math.max(0, all.length - MAX_WORDS),
    unread: [...negatives, ...unread].slice(0, 40),
  };
}

function isNoun(word: string): boolean {
  return iconOf(word) !== null || placeOf(word) !== null || latheShapeOf(word) !== null || figureOf(word) !== null;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  wolves: "wolf",
  leaves: "leaf",
  knives: "knife",
  mice: "mouse",
  geese: "goose",
  men: "man",
  women: "woman",
  cacti: "cactus",
  loaves: "bread",
  presents: "gift",
  bookshelves: "bookshelf",
  shelves: "shelf",
};

/** The singular of a word where the lexicon knows it, else the word with its plural ending removed. */
export function singular(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (irregular !== undefined) return irregular;
  if (isNoun(word) || word.length < 4) return word;
  if (word.endsWith("s") && isNoun(word.slice(0, -1))) return word.slice(0, -1);
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(sh|ch|x|s|o)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
