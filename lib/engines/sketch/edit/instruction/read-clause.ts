import { isColour, isShade } from "../../lexicon/colours";
import { forbiddenBy } from "../../parse/negative";
import { singular } from "../../parse/tokens";
import { readWords } from "../../parse/word-reader";
import type { EditStep } from "../edit-plan";
import { readChange, recolouring } from "./read-change";
import { readLookChange } from "./read-look-change";
import { readMove } from "./read-move";
import { only, type ReadClause } from "./read-part";
import { readRemoval } from "./read-removal";
import { takeChoice } from "./take-choice";
import { colourIn, coloursIn, targetOf } from "./target";
import { CHANGE, ENLARGE, EXTEND, isGlue, isVerb, MOVE, REMOVE } from "./verbs";

const BLACK_AND_WHITE = /\bblack (and|&) white\b/;

/** Reads one clause of an instruction by its verb, and which of several it means. */
export function readClause(whole: readonly string[], negative: string): ReadClause {
  const choice = takeChoice(whole);
  if (choice === null) return readAbout(whole, negative);
  const { clause, chosen, said } = choice;
  const read = readAbout(clause, negative);
  const steps = read.steps.map((step): EditStep => (isAboutThing(step) ? { ...step, target: { ...step.target, ...chosen } } : step));
  // "Add one tree", "make it two cars": the number is of what comes.
  if (!steps.some(isAboutThing)) return readAbout(whole, negative);
  return { steps, understood: [...said, ...read.understood], ignored: read.ignored };
}

type StepAboutThing = Extract<EditStep, { kind: "remove" | "recolour" | "scale" | "move" | "replace" }>;

/** Whether a step is about things that can be counted. */
function isAboutThing(step: EditStep): step is StepAboutThing {
  const isOfThings = /^(?:remove|recolour|scale|move|replace)$/.test(step.kind);
  return isOfThings && "target" in step && step.target.region === null && (step.target.word !== null || step.target.colour !== null);
}

/** Reads a clause that is about all of what it names. */
function readAbout(clause: readonly string[], negative: string): ReadClause {
  const sentence = clause.join(" ");
  const verb = clause.find((word) => isVerb(word)) ?? null;
  if (BLACK_AND_WHITE.test(sentence)) return only({ kind: "mood", mood: { saturation: 0 } }, clause, ["black", "and", "white"]);
  if (/\b(transparent|cut ?out)\b/.test(sentence) && !/papercut|paper/.test(sentence))
    return only({ kind: "remove-background" }, clause, ["transparent", "cut", "out", "cutout", "background"]);
  const look = readLookChange(clause, verb);
  if (look !== null) return look;
  const isRemoval = (verb !== null && REMOVE.test(verb)) || /\b(get rid|take away|take out)\b/.test(sentence);
  if (isRemoval) return readRemoval(clause);
  if (verb !== null && MOVE.test(verb)) return readMove(clause, verb);
  if (verb !== null && EXTEND.test(verb))
    return only({ kind: "extend" }, clause, [verb, "wider", "taller", "sides", "edges", "canvas", "frame"]);
  if (verb !== null && ENLARGE.test(verb)) return only({ kind: "enlarge" }, clause, [verb, "size", "resolution", "twice"]);
  if (verb === "replace") return readReplacement(clause, /^(?:with|by)$/, negative) ?? readRemoval(clause);
  const factor = clause.map((word) => FACTORS[word]).find((known) => known !== undefined);
  const scaled = targetOf(clause.filter((word) => !Object.hasOwn(FACTORS, word)));
  // "Make it bigger": the thing that the picture is of.
  const isNamed = scaled.word !== null || (verb !== null && clause.some((word) => ITS.test(word)));
  if (factor !== undefined && isNamed && coloursIn(clause).length === 0 && (verb === null || CHANGE.test(verb)))
    return only({ kind: "scale", target: scaled, factor }, clause, [
      ...Object.keys(FACTORS),
      ...clause.filter((word) => singular(word) === scaled.word),
    ]);
  const turned = verb !== null && CHANGE.test(verb) ? readReplacement(clause, /^into$/, negative) : null;
  if (turned !== null) return turned;
  return readChange(clause, verb, negative);
}

const ITS = /^(?:it|them|him|her)$/;

/** How much larger each word makes a thing. */
const FACTORS: Readonly<Record<string, number>> = {
  bigger: 1.45,
  larger: 1.45,
  taller: 1.45,
  huge: 1.9,
  giant: 1.9,
  smaller: 0.65,
  shorter: 0.65,
  tiny: 0.4,
};

/** "Replace the boat with a house", "turn the boats into whales": the one stands where the other stood. Null where that is not said. */
function readReplacement(clause: readonly string[], joint: RegExp, negative: string): ReadClause | null {
  const middle = clause.findIndex((word) => joint.test(word));
  if (middle < 0) return null;
  const [before, after] = [clause.slice(0, middle), clause.slice(middle + 1)];
  const pronoun = before.some((word) => /^(?:her|him|them)$/.test(word));
  const named = targetOf(before);
  const target = named.word === null && pronoun ? { ...named, word: "person" } : named;
  const to = colourIn(after);
  const isOnlyColour = to !== null && after.every((word) => isColour(word) || isShade(word) || isGlue(word));
  if (isOnlyColour) return recolouring(target, to, clause);
  if (target.word === null) return null;
  const { reading, understood } = readWords(after, forbiddenBy(negative), []);
  const subject = reading.subjects[0];
  if (subject === undefined) return null;
  const known = new Set([target.word, target.colour, ...understood.flatMap((word) => word.split(" "))]);
  const words = clause.filter((word) => !isGlue(word));
  return {
    steps: [{ kind: "replace", target, subject }],
    understood: words.filter((word) => known.has(singular(word)) || known.has(word)),
    ignored: words.filter((word) => !known.has(singular(word)) && !known.has(word)),
  };
}
