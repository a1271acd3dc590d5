import { singular } from "../../parse/tokens";
import { only, type ReadClause } from "./read-part";
import { targetOf, wordsOfTarget } from "./target";
import { isGlue, isVerb } from "./verbs";

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

function readOneRemoval(clause: readonly string[]): ReadClause {
  const rest = clause.filter((word) => !isGlue(word));
  if (rest.includes("background") || rest.includes("backdrop"))
    return only({ kind: "remove-background" }, clause, ["background", "backdrop"]);
  // Grass grows on the ground and can be mown.
  const target = rest.includes("grass") ? { region: null, word: "grass", colour: null } : targetOf(clause);
  if (target.word === null && target.colour === null && target.region === null)
    return { steps: [{ kind: "fill" }], understood: clause.filter((word) => isVerb(word)), ignored: rest };
  const known = wordsOfTarget(target);
  return {
    steps: [{ kind: "remove", target }],
    understood: clause.filter((word) => known.has(singular(word))),
    ignored: rest.filter((word) => !known.has(singular(word))),
  };
}
