import { isColour } from "../../lexicon/colours";
import { singular } from "../../parse/tokens";
import { isGlue, isVerb } from "./verbs";

/** What an instruction says shall stay as it is, taken out of its words. */
export interface Kept {
  /** The words that remain to be followed. */
  readonly words: readonly string[];
  /** Singular nouns of what stays in the picture. */
  readonly nouns: ReadonlySet<string>;
  /** Those of them that a change was said not to touch: "make it night but not the boat". */
  readonly untouched: readonly string[];
  readonly understood: readonly string[];
}

const ARTICLE = /^(?:the|a|an|any|his|her|its|my|our|their)$/;
const JOINT = /^(?:but|and|while|,)$/;
const ENDS = /^(?:,|and|but|then|while|as|alone|untouched|unchanged|intact|with|in|on|at|by|near|make|turn)$/;
/** What follows a kept thing and says no more than that. */
const AS_IT_IS = /^(?:as|it|they|is|are|alone|untouched|unchanged|intact)$/;
const LEAVE_IT = /^(?:touch|change|remove|delete|erase|move|recolou?r|alter|lose|hide|affect|take)$/;

/** Takes "but not the lighthouse", "except the tree", "keep the boat" and "do not touch the car" out of an instruction. */
export function takeKept(words: readonly string[]): Kept {
  const rest: string[] = [];
  const nouns = new Set<string>();
  const untouched: string[] = [];
  const understood: string[] = [];
  for (let at = 0; at < words.length; ) {
    const opening = openingAt(words, at);
    let end = at + (opening?.length ?? 0);
    while (opening !== null && end < words.length && !ENDS.test(words[end] ?? "") && !isVerb(words[end] ?? "")) end++;
    const named = opening === null ? [] : nounsIn(words.slice(at + opening.length, end));
    if (opening === null || named.length === 0) {
      rest.push(words[at] ?? "");
      at++;
      continue;
    }
    for (const noun of named) {
      nouns.add(noun);
      if (opening.isException) untouched.push(noun);
      understood.push(`${opening.isException ? "not" : "keep"} ${noun}`);
    }
    while (AS_IT_IS.test(words[end] ?? "")) end++;
    // The sentence goes on as if nothing had been said between.
    while (JOINT.test(rest.at(-1) ?? "")) rest.pop();
    if (JOINT.test(words[end] ?? "")) end++;
    if (rest.length > 0) rest.push(",");
    at = end;
  }
  return { words: rest, nouns, untouched, understood };
}

/** How many words open such a phrase here, or null. */
function openingAt(words: readonly string[], at: number): { readonly length: number; readonly isException: boolean } | null {
  const [word = "", next = "", third = ""] = words.slice(at, at + 3);
  const before = words[at - 1] ?? ",";
  if (word === "not" && (ARTICLE.test(next) || before === "but") && !isColour(next)) return { length: 1, isException: true };
  if (word === "but" && /^(?:all|everything|anything)$/.test(before)) return { length: 1, isException: true };
  if (word === "except" || word === "excluding") return { length: next === "for" ? 2 : 1, isException: true };
  if (word === "apart" && next === "from") return { length: 2, isException: true };
  const isForbidding = (word === "don" && next === "t") || (word === "do" && next === "not");
  if (isForbidding && LEAVE_IT.test(third)) return { length: 3, isException: false };
  if (word === "never" && LEAVE_IT.test(next)) return { length: 2, isException: false };
  const isStart = JOINT.test(before);
  return isStart && /^(?:keep|leave|preserve|spare)$/.test(word) ? { length: 1, isException: false } : null;
}

function nounsIn(phrase: readonly string[]): readonly string[] {
  const parts = phrase.join(" ").split(/ (?:or|nor) /);
  return parts.flatMap((part) => {
    const noun = part
      .split(" ")
      .filter((word) => !isGlue(word) && !isColour(word))
      .at(-1);
    return noun === undefined ? [] : [singular(noun)];
  });
}
