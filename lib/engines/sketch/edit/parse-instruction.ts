import { singular, wordsOf } from "../parse/tokens";
import type { EditPlan, EditStep } from "./edit-plan";
import { clausesOf } from "./instruction/clauses";
import { takeKept } from "./instruction/kept";
import { readClause } from "./instruction/read-clause";
import { targetOf } from "./instruction/target";
import { FOREIGN_VERB, isVerb } from "./instruction/verbs";
import { weatherNamed } from "./weather-word";

/** Reads an edit instruction: "make it night and remove the boat". Words without a step are reported as ignored. */
export function parseInstruction(text: string, negative = ""): EditPlan {
  const { words: said, unread, cutWords } = wordsOf(text);
  const { words, ...kept } = takeKept(said);
  const steps: EditStep[] = [];
  const understood: string[] = [...kept.understood];
  const ignored: string[] = [...unread];
  let isListOfRemovals = false;
  for (const part of clausesOf(words)) {
    // "remove the car, the tree": the verb stands for the list.
    const isNext = isListOfRemovals && part[0] === "the" && !part.some(isVerb);
    const clause = isNext ? ["remove", ...part] : part;
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
  const wanted = steps.filter((step) => !isAbout(step, kept.nouns));
  return {
    steps: inOrder(kept.nouns.size === 0 ? wanted : wanted.map(alone)),
    understood: [...new Set(understood)],
    ignored: [...new Set(ignored)].slice(0, 60),
    refusal: refusalOfWords(words) ?? refusalOfKept(wanted, kept.untouched),
  };
}

const UNDERSTOOD =
  "It understands, for example: make it night, remove the boat, move the boat to the left, add a tree, recolour the car blue, as ink drawing, extend, upscale.";

/** Why these words cannot be followed, by the word that stands in the way, or null. */
function refusalOfWords(words: readonly string[]): string | null {
  const not = words.findIndex((word) => word === "not" || word === "never");
  if (not >= 0 && isVerb(words[not + 1] ?? ""))
    return `Nothing was changed: “${words.slice(not, not + 5).join(" ")}” says only what not to do. Say what it should be instead.`;
  if (not >= 0) return `Sketch cannot follow “${words.slice(not, not + 2).join(" ")}”. Say what it should be instead.`;
  const first = clausesOf(words).map((clause) => clause.find((word) => isVerb(word) || FOREIGN_VERB.test(word)));
  const foreign = first.find((word) => word !== undefined && FOREIGN_VERB.test(word));
  return foreign === undefined ? null : `Sketch does not know how to ${foreign} a picture. ${UNDERSTOOD}`;
}

function isAbout(step: EditStep, nouns: ReadonlySet<string>): boolean {
  if (step.kind === "add") return nouns.has(singular(step.subject.word));
  return "target" in step && step.target.word !== null && nouns.has(step.target.word);
}

function alone(step: EditStep): EditStep {
  return step.kind === "recolour" && step.target.region !== "everything" ? { ...step, isAlone: true } : step;
}

/** Steps that reach every part of a picture: nothing in it can be spared. */
const EVERYWHERE: ReadonlySet<EditStep["kind"]> = new Set(["light", "medium", "weather", "season", "mood"]);

function refusalOfKept(steps: readonly EditStep[], untouched: readonly string[]): string | null {
  const [noun] = untouched;
  const isSpared = !steps.some((step) => EVERYWHERE.has(step.kind) || (step.kind === "recolour" && step.target.region === "everything"));
  if (noun === undefined || isSpared) return null;
  return `Sketch cannot change the whole picture “but not the ${noun}”. Mark what may change with a mask, without the ${noun}.`;
}

/** What takes away comes first and what prints over everything last, however the sentence runs. */
const ORDER = [
  "remove",
  "fill",
  "replace",
  "look",
  "scale",
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
    .sort((a, b) => placeOf(a) - placeOf(b));
}

/** Weather is taken away after what brings it. */
function placeOf(step: EditStep): number {
  const isWeatherGone = step.kind === "remove" && step.target.word !== null && weatherNamed(step.target.word) !== null;
  return isWeatherGone ? ORDER.indexOf("weather") + 0.5 : ORDER.indexOf(step.kind);
}
