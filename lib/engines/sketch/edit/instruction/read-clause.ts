import { isColour, isShade } from "../../lexicon/colours";
import { readChange, recolouring } from "./read-change";
import { readMove } from "./read-move";
import { only, type ReadClause } from "./read-part";
import { readRemoval } from "./read-removal";
import { colourIn, targetOf } from "./target";
import { ENLARGE, EXTEND, isGlue, isVerb, MOVE, REMOVE } from "./verbs";

const BLACK_AND_WHITE = /\bblack (and|&) white\b/;

/** Reads one clause of an instruction by its verb. */
export function readClause(clause: readonly string[], negative: string): ReadClause {
  const sentence = clause.join(" ");
  const verb = clause.find((word) => isVerb(word)) ?? null;
  if (BLACK_AND_WHITE.test(sentence)) return only({ kind: "mood", mood: { saturation: 0 } }, clause, ["black", "and", "white"]);
  if (/\b(transparent|cut ?out)\b/.test(sentence) && !/papercut|paper/.test(sentence))
    return only({ kind: "remove-background" }, clause, ["transparent", "cut", "out", "cutout", "background"]);
  const isRemoval = (verb !== null && REMOVE.test(verb)) || /\b(get rid|take away|take out)\b/.test(sentence);
  if (isRemoval) return readRemoval(clause);
  if (verb !== null && MOVE.test(verb)) return readMove(clause, verb);
  if (verb !== null && EXTEND.test(verb))
    return only({ kind: "extend" }, clause, [verb, "wider", "taller", "sides", "edges", "canvas", "frame"]);
  if (verb !== null && ENLARGE.test(verb)) return only({ kind: "enlarge" }, clause, [verb, "size", "resolution", "twice"]);
  if (verb === "replace") return readReplacement(clause, negative);
  return readChange(clause, verb, negative);
}

/** "Replace the boat with a house": the first goes, the second comes. */
function readReplacement(clause: readonly string[], negative: string): ReadClause {
  const middle = clause.findIndex((word) => word === "with" || word === "by");
  if (middle < 0) return readRemoval(clause);
  const before = clause.slice(0, middle);
  const after = clause.slice(middle + 1);
  const [from, to] = [targetOf(before), colourIn(after)];
  const isOnlyColour = to !== null && after.every((word) => isColour(word) || isShade(word) || isGlue(word));
  if (isOnlyColour) return recolouring({ ...from, colour: from.colour }, to, clause);
  const removal = readRemoval(before);
  const addition = readChange(after, "add", negative);
  return {
    steps: [...removal.steps, ...addition.steps],
    understood: [...removal.understood, ...addition.understood],
    ignored: [...removal.ignored, ...addition.ignored],
  };
}
