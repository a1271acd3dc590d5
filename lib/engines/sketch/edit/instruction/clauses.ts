import { isColour, isShade } from "../../lexicon/colours";
import { GRADES } from "./grades";
import { coloursIn } from "./target";
import { isGlue, isVerb } from "./verbs";

/** Words that say what shall not be there, wherever they stand. */
const MISSING = /^(?:without|no|minus)$/;

/** Clauses end at commas, at "then", before what shall be missing, and at an "and" before the next verb or the next part with a colour of its own. */
export function clausesOf(words: readonly string[]): readonly (readonly string[])[] {
  const clauses: string[][] = [[]];
  for (const [k, word] of words.entries()) {
    const current = clauses.at(-1) ?? [];
    const isJoint = word === "and" || word === "but" || word === "while";
    if (word === "," || word === "then") clauses.push([]);
    else if (MISSING.test(word) && current.some((said) => !isGlue(said))) {
      // "Make it night with no stars": the joint goes with what it joined.
      if (current.at(-1) === "with") current.pop();
      clauses.push([word]);
    } else if (isJoint && (isVerb(words[k + 1] ?? "") || Object.hasOwn(GRADES, words[k + 1] ?? ""))) clauses.push([]);
    else if (isJoint && coloursIn(current).length > 0 && isNextColouring(words.slice(k + 1)))
      clauses.push(current.filter(isVerb).slice(0, 1));
    else current.push(word);
  }
  return clauses.filter((clause) => clause.length > 0);
}

/** "… and the ground red": a part or a thing, and then its colour. */
function isNextColouring(rest: readonly string[]): boolean {
  const end = rest.findIndex((word) => word === "," || word === "and" || word === "then");
  const clause = (end < 0 ? rest : rest.slice(0, end)).filter((word) => !isGlue(word));
  return clause.length > 1 && coloursIn(clause).length > 0 && !isColour(clause[0] ?? "") && !isShade(clause[0] ?? "");
}
