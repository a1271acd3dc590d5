import type { Target, Which } from "../edit-plan";
import { ADD, isGlue, isVerb, REMOVE } from "./verbs";

/** Which of several things a clause means, taken out of its words. */
interface Choice {
  readonly clause: readonly string[];
  readonly chosen: Pick<Target, "count" | "which">;
  /** The words that said so. */
  readonly said: readonly string[];
}

const SIDES: Readonly<Record<string, Which>> = {
  left: "left",
  right: "right",
  middle: "middle",
  central: "middle",
  centre: "middle",
  center: "middle",
};
const WORDS: Readonly<Record<string, Which>> = {
  leftmost: "left",
  rightmost: "right",
  middlemost: "middle",
  largest: "largest",
  biggest: "largest",
  tallest: "largest",
  smallest: "smallest",
  tiniest: "smallest",
  nearest: "nearest",
  closest: "nearest",
  foremost: "nearest",
  farthest: "farthest",
  furthest: "farthest",
};
const NUMBERS: Readonly<Record<string, number>> = { both: 2, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

/** "The left boat", "two of the boats", "every other tree", "the fox on the right". Null where all are meant. */
export function takeChoice(clause: readonly string[]): Choice | null {
  const verb = clause.find(isVerb) ?? "";
  const taken = new Set<number>();
  let which: Which | undefined;
  let count: number | undefined;
  const take = (from: number, length: number) => {
    for (let k = from; k < from + length; k++) taken.add(k);
  };
  for (const [k, word] of clause.entries()) {
    const [before = "", next = "", third = ""] = [clause[k - 1], clause[k + 1], clause[k + 2]];
    const isBeforeThing = next !== "" && !isGlue(next);
    if ((word === "every" || word === "each") && /^(?:other|second)$/.test(next)) {
      which = "every-other";
      take(k, 2);
    } else if (Object.hasOwn(WORDS, word)) {
      which = WORDS[word];
      take(k, 1);
    } else if (Object.hasOwn(SIDES, word) && before === "the" && isBeforeThing && next !== "side") {
      which = SIDES[word];
      take(k, 1);
    } else if (Object.hasOwn(SIDES, word) && before === "the" && /^(?:on|at|in)$/.test(clause[k - 2] ?? "") && next !== "of") {
      // Of what is brought in it says where it goes.
      if (ADD.test(verb)) continue;
      which = SIDES[word];
      take(k - 2, next === "side" ? 4 : 3);
    } else if (Object.hasOwn(NUMBERS, word) && (isBeforeThing || next === "of" || (next === "the" && third !== ""))) {
      count = NUMBERS[word];
      take(k, next === "of" ? 2 : 1);
    } else if (/^an?$/.test(word) && REMOVE.test(verb) && !/^(?:no|without|minus|neither|nor)$/.test(verb)) count ??= 1;
  }
  if (which === undefined && count === undefined) return null;
  const chosen = { ...(count === undefined ? {} : { count }), ...(which === undefined ? {} : { which }) };
  const isSaid = (word: string, k: number) => taken.has(k) && (!isGlue(word) || Object.hasOwn(SIDES, word) || /^(?:one|other)$/.test(word));
  return { clause: clause.filter((_, k) => !taken.has(k)), chosen, said: clause.filter(isSaid) };
}
