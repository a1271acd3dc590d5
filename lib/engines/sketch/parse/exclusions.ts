import { isColour } from "../lexicon/colours";
import { mediumOf } from "../lexicon/media";
import { countOf } from "../lexicon/subjects";
import { canForbid } from "./negative";

/** What a prompt says shall not be there, taken out of its words. */
export interface Exclusions {
  /** The words that remain to be painted. */
  readonly words: readonly string[];
  /** What is forbidden, as a negative prompt. */
  readonly negative: string;
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
}

const ARTICLE = /^(?:a|an|the|any|some|single|visible|other|more|much|many)$/;
/** Where such a phrase is over: what follows belongs to the picture again. */
const ENDS =
  /^(?:at|in|on|by|under|with|near|during|over|behind|but|through|from|beside|against|around|for|to|is|are|no|without|minus|not|just|only)$/;
/** One word that says what is missing. */
const LESS: Readonly<Record<string, string>> = {
  cloudless: "clouds",
  moonless: "moon",
  starless: "stars",
  treeless: "trees",
  nobody: "people",
  snowless: "snow",
};

/** Takes "no people", "without a lamp", "not any boats" and "minus the moon" out of the words of a prompt. */
export function takeExclusions(words: readonly string[]): Exclusions {
  const rest: string[] = [];
  const forbidden: string[] = [];
  const understood: string[] = [];
  const ignored: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? "";
    const missing = Object.hasOwn(LESS, word) ? LESS[word] : undefined;
    if (missing !== undefined) {
      forbidden.push(missing);
      understood.push(word);
      at++;
      continue;
    }
    const opening = openingAt(words, at);
    const end = opening === 0 ? at : phraseEnd(words, at + opening, /^(?:not|never|0|zero)$/.test(word));
    const things = listOf(words.slice(at + opening, end));
    if (opening === 0 || things.length === 0) {
      rest.push(word);
      at++;
      continue;
    }
    // "Not wearing a hat": the words between are told with the thing.
    const how = /^(?:not|never)$/.test(word) ? words.slice(at + 1, at + opening).filter((one) => !ARTICLE.test(one)) : [];
    for (const thing of things) {
      const isKnown = thing.some(canForbid);
      (isKnown ? understood : ignored).push([...(how.length > 0 ? ["not", ...how] : ["no"]), ...thing].join(" "));
      if (isKnown) forbidden.push(thing.join(" "));
    }
    at = end;
  }
  return { words: rest, negative: forbidden.join(", "), understood, ignored };
}

/** How many words open such a phrase here, 0 when none does. */
function openingAt(words: readonly string[], at: number): number {
  const [word = "", next = "", third = ""] = words.slice(at, at + 3);
  if (word === "no" && /^(?:fewer|less|longer|matter|doubt)$/.test(next)) return 0;
  if (/^(?:no|0|zero|without|minus|excluding)$/.test(word)) return ARTICLE.test(next) ? 2 : 1;
  if (word === "not" || word === "never") return notAt(words, at);
  if ((word === "free" || word === "empty" || word === "devoid") && next === "of") return ARTICLE.test(third) ? 3 : 2;
  return 0;
}

/** "Not red", "not wearing a hat", "not in a forest". "Not only" denies nothing. */
function notAt(words: readonly string[], at: number): number {
  if (/^(?:only|just|even|yet)$/.test(words[at + 1] ?? "")) return 0;
  let open = 1;
  while (open < 4 && /^(?:wearing|holding|having|have|has|with|in|on|at|near|of|very|too|so|be|being)$/.test(words[at + open] ?? ""))
    open++;
  while (open < 6 && ARTICLE.test(words[at + open] ?? "")) open++;
  return open;
}

/** The first word that no longer belongs to the phrase. A list goes on past "and" and "or", not into the next thing of the picture. */
function phraseEnd(words: readonly string[], from: number, isOne: boolean): number {
  let at = from;
  for (; at < words.length; at++) {
    const [word = "", next = "", third = ""] = words.slice(at, at + 3);
    if (word === "," || ENDS.test(word) || (isOne && at > from && word === "and")) break;
    if (at > from && mediumOf(word) !== null && (next === "" || next === "," || /^(?:painting|drawing|style|sketch)$/.test(next))) break;
    const startsAnother = word === "and" && (isColour(next) || countOf(next) !== null || (/^(?:a|an)$/.test(next) && isColour(third)));
    if (startsAnother) break;
  }
  return at;
}

/** "People or a red car": each thing in words without articles. "No one" is nobody. */
function listOf(phrase: readonly string[]): readonly (readonly string[])[] {
  const things: string[][] = [[]];
  for (const word of phrase) {
    if (word === "and" || word === "or" || word === "nor") things.push([]);
    else if (word === "one") things.at(-1)?.push("people");
    else if (!ARTICLE.test(word)) things.at(-1)?.push(word);
  }
  return things.filter((thing) => thing.length > 0);
}
