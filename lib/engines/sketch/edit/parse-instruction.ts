import { isColour, isShade } from "../lexicon/colours";
import { LITTLE_WORDS } from "../lexicon/little-words";
import type { Mood } from "../lexicon/moods";
import { forbiddenBy } from "../parse/negative";
import type { Reading } from "../parse/reading";
import type { Subject } from "../parse/scene-spec";
import { singular, wordsOf } from "../parse/tokens";
import { readWords } from "../parse/word-reader";
import type { EditPlan, EditStep, Region, Target } from "./edit-plan";

const REMOVE = /^(remove|removed|delete|erase|drop|without|clear|hide|no)$/;
const ADD = /^(add|put|place|insert|include|give|draw|with)$/;
const CHANGE = /^(make|change|turn|recolou?r|colou?r|paint|tint|dye|repaint|set|switch|replace|render|redraw|convert|transform|relight)$/;
const EXTEND = /^(extend|expand|outpaint|uncrop|widen|continue)$/;
const MOVE = /^(move|shift|slide|push)$/;
/** What people ask of a picture editor and Sketch does not do. */
const FOREIGN_VERB =
  /^(zoom|rotate|crop|flip|mirror|tilt|straighten|undo|animate|duplicate|copy|blur|pan|resize|shrink|grow|swap|unblur|denoise)$/;
const UNDERSTOOD =
  "It understands, for example: make it night, remove the boat, move the boat to the left, add a tree, recolour the car blue, as ink drawing, extend, upscale.";
const ENLARGE = /^(upscale|enlarge|upsample|superresolution|double|bigger|sharper|sharpen)$/;
/** Words that hold an instruction together and paint nothing. */
const GLUE = new Set(
  "please it this that all just only so be is like should look want more much very bit slightly scene whole entire part there here picture image photo colour color get rid take away out one into as new instead other use let resolution size times twice 2x x2 has have".split(
    " ",
  ),
);
const REGION_WORDS: Readonly<Record<string, Region>> = {
  sky: "sky",
  heaven: "sky",
  background: "background",
  backdrop: "background",
  wall: "background",
  ground: "ground",
  floor: "ground",
  grass: "ground",
  water: "ground",
  sea: "ground",
  sand: "ground",
  meadow: "ground",
  field: "ground",
  street: "ground",
  everything: "everything",
};
/** Grading words a prompt does not need but an instruction does. */
const GRADES: Readonly<Record<string, Mood>> = {
  darker: { darker: 0.14 },
  brighter: { darker: -0.12 },
  lighter: { darker: -0.12 },
  warmer: { warmth: 0.07 },
  colder: { warmth: -0.07 },
  cooler: { warmth: -0.06 },
  moodier: { saturation: 0.78, contrast: 1.15, darker: 0.1 },
  softer: { contrast: 0.85, saturation: 0.9 },
  punchier: { contrast: 1.25, saturation: 1.2 },
  saturated: { saturation: 1.35 },
  desaturated: { saturation: 0.45 },
  greyscale: { saturation: 0 },
  grayscale: { saturation: 0 },
  monochrome: { saturation: 0 },
  sepia: { saturation: 0.25, warmth: 0.1 },
};

/** Reads an edit instruction: "make it night and remove the boat". Words without a step are reported as ignored. */
export function parseInstruction(text: string, negative = ""): EditPlan {
  const { words, unread, cutWords } = wordsOf(text);
  const steps: EditStep[] = [];
  const understood: string[] = [];
  const ignored: string[] = [...unread];
  const refusal = refusalOfWords(words);
  let isListOfRemovals = false;
  for (const said of clausesOf(words)) {
    // "remove the car, the tree": the verb stands for the list.
    const isNext = isListOfRemovals && said[0] === "the" && !said.some(isVerb);
    const clause = isNext ? ["remove", ...said] : said;
    const read = readClause(clause, negative);
    isListOfRemovals = read.steps.some(({ kind }) => kind === "remove");
    steps.push(...read.steps);
    understood.push(...read.understood);
    ignored.push(...read.ignored);
  }
  for (const clause of clausesOf(wordsOf(negative).words)) {
    const target = targetOf(clause);
    if (target.region !== null || target.word === null) continue;
    steps.push({ kind: "remove", target });
    understood.push(`without ${target.word}`);
  }
  if (cutWords > 0) ignored.push(`… and ${cutWords} more words`);
  return { steps: inOrder(steps), understood: [...new Set(understood)], ignored: [...new Set(ignored)].slice(0, 60), refusal };
}

/** Why these words cannot be followed, by the word that stands in the way, or null. */
function refusalOfWords(words: readonly string[]): string | null {
  const not = words.findIndex((word) => word === "not" || word === "never");
  if (not >= 0) return `Sketch cannot follow “${words.slice(not, not + 2).join(" ")}”. Say what it should be instead.`;
  const first = clausesOf(words).map((clause) => clause.find((word) => isVerb(word) || FOREIGN_VERB.test(word)));
  const foreign = first.find((word) => word !== undefined && FOREIGN_VERB.test(word));
  return foreign === undefined ? null : `Sketch does not know how to ${foreign} a picture. ${UNDERSTOOD}`;
}

/** What takes away comes first and what prints over everything last, however the sentence runs. */
const ORDER = [
  "remove",
  "fill",
  "move",
  "extend",
  "recolour",
  "season",
  "light",
  "add",
  "weather",
  "mood",
  "medium",
  "remove-background",
  "enlarge",
] as const;

function inOrder(steps: readonly EditStep[]): readonly EditStep[] {
  const hasWinter = steps.some((step) => step.kind === "season" && step.season === "winter");
  const unique = steps.filter((step, k) => steps.findIndex((other) => JSON.stringify(other) === JSON.stringify(step)) === k);
  // Winter brings its snow; it need not fall twice.
  return unique
    .filter((step) => !(hasWinter && step.kind === "weather" && step.weather === "snow"))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Clauses end at commas, at "then", and at an "and" before the next verb or the next part with a colour of its own. */
function clausesOf(words: readonly string[]): readonly (readonly string[])[] {
  const clauses: string[][] = [[]];
  for (const [k, word] of words.entries()) {
    const current = clauses.at(-1) ?? [];
    const isJoint = word === "and" || word === "but" || word === "while";
    if (word === "," || word === "then") clauses.push([]);
    else if (isJoint && (isVerb(words[k + 1] ?? "") || Object.hasOwn(GRADES, words[k + 1] ?? ""))) clauses.push([]);
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

function isVerb(word: string): boolean {
  return REMOVE.test(word) || ADD.test(word) || MOVE.test(word) || CHANGE.test(word) || EXTEND.test(word) || ENLARGE.test(word);
}

interface ReadClause {
  readonly steps: readonly EditStep[];
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
}

const BLACK_AND_WHITE = /\bblack (and|&) white\b/;

function readClause(clause: readonly string[], negative: string): ReadClause {
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

/** One step; the words named are understood, the rest ignored. */
function only(step: EditStep, clause: readonly string[], known: readonly string[]): ReadClause {
  return {
    steps: [step],
    understood: clause.filter((word) => known.includes(word)),
    ignored: clause.filter((word) => !known.includes(word) && !isGlue(word)),
  };
}

function isGlue(word: string): boolean {
  return GLUE.has(word) || LITTLE_WORDS.has(word) || isVerb(word) || /^\d+$/.test(word) || word.length < 2;
}

const SIDES: Readonly<Record<string, number>> = { left: -0.28, leftwards: -0.28, right: 0.28, rightwards: 0.28 };

/** "Move the boat to the left". A little is half as far. */
function readMove(clause: readonly string[], verb: string): ReadClause {
  const side = clause.find((word) => Object.hasOwn(SIDES, word));
  const target = targetOf(clause.filter((word) => word !== side));
  const rest = clause.filter((word) => !isGlue(word));
  if (side === undefined || target.word === null) return { steps: [], understood: [], ignored: [verb, ...rest] };
  const isLittle = clause.some((word) => word === "bit" || word === "slightly" || word === "little");
  const known = wordsOfTarget(target);
  return {
    steps: [{ kind: "move", target, shift: (SIDES[side] ?? 0) * (isLittle ? 0.5 : 1) }],
    understood: [...clause.filter((word) => known.has(singular(word))), side],
    ignored: rest.filter((word) => !known.has(singular(word)) && word !== side),
  };
}

/** "Remove the car and the tree" are two removals. */
function readRemoval(clause: readonly string[]): ReadClause {
  const joint = clause.indexOf("and");
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

function readChange(clause: readonly string[], verb: string | null, negative: string): ReadClause {
  const colours = coloursIn(clause);
  const region = regionIn(clause);
  const read = readWords(clause, forbiddenBy(negative), null);
  const thing = read.reading.subjects[0] ?? null;
  const isAddition = verb !== null && ADD.test(verb);
  const isChange = verb !== null && CHANGE.test(verb);
  if (colours.length > 0 && !isAddition && (isChange || region !== null)) {
    const to = colours.at(-1) ?? "";
    const from = colours.length > 1 ? (colours[0] ?? null) : null;
    const word = thing === null ? null : singular(thing.word);
    const isManner = word === null && region === null && hasManner(read.reading);
    if (!isManner)
      return recolouring(
        { region: region ?? (word === null && from === null ? "everything" : null), word: region === null ? word : null, colour: from },
        to,
        clause,
      );
  }
  const steps: EditStep[] = mannersOf(read.reading);
  const graded = clause.filter((word) => Object.hasOwn(GRADES, word));
  for (const word of graded) steps.push({ kind: "mood", mood: GRADES[word] ?? {} });
  const isAboutThing = isAddition || verb === null || (isChange && (thing?.count ?? 1) > 1);
  if (isAboutThing) steps.push(...additionsOf(read.reading.subjects, clause, !isAddition));
  const addedWords = new Set(isAboutThing ? [] : read.reading.subjects.map((subject) => subject.word));
  const understood = [...read.understood.filter((word) => !addedWords.has(singular(word))), ...graded];
  const known = new Set(understood.flatMap((word) => word.split(" ")));
  return {
    steps,
    understood: steps.length > 0 ? understood : [],
    ignored: clause.filter((word) => (steps.length === 0 || !known.has(word)) && !isGlue(word)),
  };
}

/** New things; one with "the" that another stands by is in the picture already. */
function additionsOf(subjects: readonly Subject[], clause: readonly string[], isPlain: boolean): readonly EditStep[] {
  const isKnown = (subject: Subject) => {
    const at = clause.findIndex((word) => singular(word) === singular(subject.word));
    return subject.relation !== null && clause.slice(Math.max(0, at - 2), at).some((word) => /^(the|his|her|its|their)$/.test(word));
  };
  return subjects.flatMap((subject, k): EditStep[] => {
    if (isKnown(subject)) return [];
    const by = subjects.find((other) => isKnown(other) && other.relation?.to === k);
    const anchor = by?.relation ? { word: singular(by.word), kind: by.relation.kind } : null;
    return [{ kind: "add", subject, anchor, isPlain }];
  });
}

function hasManner(reading: Reading): boolean {
  return reading.light !== null || reading.medium !== null || reading.season !== null;
}

function mannersOf(reading: Reading): EditStep[] {
  const steps: EditStep[] = [];
  if (reading.season !== null) steps.push({ kind: "season", season: reading.season });
  if (reading.light !== null) steps.push({ kind: "light", light: reading.light });
  for (const weather of reading.weather) steps.push({ kind: "weather", weather });
  if (reading.places.includes("snow")) steps.push({ kind: "weather", weather: "snow" });
  if (Object.keys(reading.mood).length > 0) steps.push({ kind: "mood", mood: reading.mood });
  if (reading.medium !== null) steps.push({ kind: "medium", medium: reading.medium });
  return steps;
}

function recolouring(target: Target, colour: string, clause: readonly string[]): ReadClause {
  const known = new Set([...wordsOfTarget(target), ...colour.split(" "), ...Object.keys(REGION_WORDS)]);
  return {
    steps: [{ kind: "recolour", target, colour }],
    understood: clause.filter((word) => known.has(singular(word)) || known.has(word)),
    ignored: clause.filter((word) => !known.has(singular(word)) && !known.has(word) && !isGlue(word)),
  };
}

function wordsOfTarget(target: Target): ReadonlySet<string> {
  return new Set(
    [target.region, target.word, ...(target.colour ?? "").split(" ")]
      .filter((word) => word !== null && word !== "")
      .map((word) => String(word)),
  );
}

function regionIn(clause: readonly string[]): Region | null {
  for (const word of clause) if (Object.hasOwn(REGION_WORDS, word)) return REGION_WORDS[word] ?? null;
  return null;
}

/** Colour names in order; a shade belongs to the colour after it. */
function coloursIn(clause: readonly string[]): readonly string[] {
  return clause.flatMap((word, k) => {
    if (!isColour(word)) return [];
    const before = clause[k - 1] ?? "";
    return [isShade(before) ? `${before} ${word}` : word];
  });
}

function colourIn(clause: readonly string[]): string | null {
  return coloursIn(clause).at(-1) ?? null;
}

function targetOf(clause: readonly string[]): Target {
  const words = clause.filter((word) => !isGlue(word));
  const region = regionIn(words);
  const nouns = words.filter((word) => !isColour(word) && !isShade(word) && !Object.hasOwn(REGION_WORDS, word)).map(singular);
  return { region: nouns.length > 0 ? null : region, word: nouns.at(-1) ?? null, colour: colourIn(words) };
}
