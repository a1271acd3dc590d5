import { singular } from "../../parse/tokens";
import { only, type ReadClause } from "./read-part";
import { targetOf, wordsOfTarget } from "./target";
import { isGlue, isVerb, REMOVE } from "./verbs";

/** "Remove the car and the tree" are two removals. */
export function readRemoval(clause: readonly string[]): ReadClause {
  const joint = clause.findIndex((word, k) => k > 0 && /^(?:and|or|nor)$/.test(word));
  if (joint < 0) return readOneRemoval(clause);
  const [first, second] = [readOneRemoval(clause.slice(0, joint)), readRemoval(clause.slice(joint + 1))];
  const isList = first.steps[0]?.kind === "remove" && second.steps[0]?.kind === "remove";
  if (!isList) return readOneRemoval(clause);
  return {
    steps: [...first.steps, ...second.steps],
    understood: [...first.understood, ...second.understood],
    ignored: [...first.ignored, ...second.ignored],
  };
}

const NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

/** How many are meant where it is said. */
function countIn(clause: readonly string[]): number | null {
  if (!REMOVE.test(clause[0] ?? "") || /^(?:no|without|minus|neither|nor)$/.test(clause[0] ?? "")) return null;
  const number = clause.find((word) => Object.hasOwn(NUMBERS, word));
  return number === undefined ? null : (NUMBERS[number] ?? null);
}

function readOneRemoval(clause: readonly string[]): ReadClause {
  const rest = clause.filter((word) => !isGlue(word));
  if (rest.includes("background") || rest.includes("backdrop"))
    return only({ kind: "remove-background" }, clause, ["background", "backdrop"]);
  // Grass grows on the ground and can be mown.
  const target = rest.includes("grass") ? { region: null, word: "grass", colour: null } : targetOf(clause);
  if (target.word === null && target.colour === null && target.region === null)
    return { steps: [{ kind: "fill" }], understood: clause.filter((word) => isVerb(word)), ignored: rest };
  const known = wordsOfTarget(target);
  const count = countIn(clause);
  return {
    steps: [{ kind: "remove", target: count === null || target.word === null ? target : { ...target, count } }],
    understood: clause.filter((word) => known.has(singular(word))),
    ignored: rest.filter((word) => !known.has(singular(word))),
  };
}
