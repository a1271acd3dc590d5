import { AXES, type Axis } from "./axes";
import { clausesOf, isProse, tidied } from "./clauses";
import { lossIn, masked } from "./kept";

/** One way to go along an axis. */
export interface VariedPrompt {
  /** What it is on the axis: "golden hour". */
  readonly label: string;
  readonly text: string;
}

/** The axes the rules can walk, as people are offered them. */
export const RULE_AXES: readonly string[] = AXES.map(({ name }) => name);

const axisOf = (named: string) => {
  const name = named.trim().toLowerCase();
  return AXES.find((axis) => axis.name === name || axis.also.includes(name));
};

/** Whether the rules know an axis by this name. */
export const isRuleAxis = (axis: string): boolean => axisOf(axis) !== undefined;

/**
 * Walks a prompt along an axis by a table of values. What the prompt says on that axis gives way, wherever it stands and however often,
 * so that each way has one value of it; where nothing stands, the value comes last. Values the prompt already has are left out; no two
 * ways are the same. Variables, alternatives and lettering stay whatever they say. Null: the rules have no such axis.
 */
export function varyByRules(text: string, named: string, count: number): readonly VariedPrompt[] | null {
  const axis = axisOf(named);
  const mask = masked(text);
  if (!axis || mask === null) return null;
  const stands = standingIn(mask.text, axis).map(bare);
  return axis.values
    .filter((value) => !stands.includes(bare(value)))
    .map((label) => ({ label, text: mask.unmask(tidied(withValue(mask.text, axis, label))) }))
    .filter((way) => lossIn(text, way.text) === null)
    .slice(0, count);
}

/** What a text says on an axis, each as it is written. Empty: nothing, or the rules have no such axis. */
export function saidOnAxis(text: string, named: string): readonly string[] {
  const axis = axisOf(named);
  return axis ? standingIn(text, axis) : [];
}

const standingIn = (text: string, axis: Axis) =>
  sentencesOf(text)
    .flatMap(clausesOf)
    .flatMap((clause) => spansIn(clause, axis).map(({ at, end }) => clause.slice(at, end).trim()));

const sentencesOf = (text: string): readonly string[] => (isProse(text) ? text.split(/(?<=[.!?…])\s+/u) : [text]);

function withValue(text: string, axis: Axis, value: string): string {
  if (!isProse(text)) {
    const { clauses, isPlaced } = exchanged(clausesOf(text.replace(/[.\s]+$/u, "")), axis, value, true);
    return [...clauses, ...(isPlaced ? [] : [value])].join(", ");
  }
  let isPlaced = false;
  const sentences = sentencesOf(text).flatMap((sentence) => {
    const clauses = clausesOf(sentence);
    if (!clauses.some((clause) => spansIn(clause, axis).length > 0)) return [sentence];
    const left = exchanged(clauses, axis, value, !isPlaced && axis.isAdjective === true);
    const said = left.clauses.length === 0 ? [] : [asSentence(left.clauses.join(", "))];
    // An adjective took the old one's place; any other value is a sentence of its own behind the one it stood in.
    const own = isPlaced || left.isPlaced ? [] : [asSentence(value)];
    isPlaced = true;
    return [...said, ...own];
  });
  return [...sentences, ...(isPlaced ? [] : [asSentence(value)])].join(" ");
}

const asSentence = (text: string) => {
  const whole = text.replace(/[,;:\s]+$/u, "");
  return whole.charAt(0).toUpperCase() + whole.slice(1) + (/[.!?…]$/u.test(whole) ? "" : ".");
};

/** Clauses without what they say on the axis. With `places`, the value stands where the first of it stood. */
function exchanged(clauses: readonly string[], axis: Axis, value: string, places: boolean) {
  let isPlaced = false;
  const changed = clauses.flatMap((clause) => {
    const spans = spansIn(clause, axis);
    if (spans.length === 0) return [clause];
    const puts = places && !isPlaced;
    isPlaced ||= puts;
    if (puts && axis.isAdjective) return [without(clause, spans, value)];
    const left = trimmed(without(clause, spans, null));
    return [...(left === "" ? [] : [left]), ...(puts ? [value] : [])];
  });
  return { clauses: changed, isPlaced };
}

/** A stretch of a clause that speaks of an axis. Characters; the end is behind the last. */
interface Span {
  readonly at: number;
  readonly end: number;
}

const BEFORE =
  "(?:(?:lit by|lit with|lit in|illuminated by|bathed in|glowing in|set in|seen in|shot in|shot on|shot with|painted in|painted with|drawn in|drawn with|done in|made in|rendered in|printed as|(?:just )?before|(?:just )?after|during|around|against|beneath|under|with|in|at|on|by|as) )?(?:(?:an?|the|some) )?";
/** What ends a phrase: a stop, the end, or a word that begins the next thought. Else it is part of a name: "night market", "oil lamp". */
const ENDS =
  "(?=\\s*(?:$|[^\\p{L}\\p{N}\\s'’-]|(?:in|on|at|by|of|under|over|above|below|beside|behind|before|after|near|from|through|with|without|and|or|as|while|where|against|across|along|around|between|into|is|are|was|were|falls|fills|for|to|during|that|inside|outside|among)\\b))";
/** A noun has to follow, so that an article before it has something to stand for. */
const MODIFIES = "(?= [\\p{L}])";
const LEADS_TO = "(?: of(?= ))?";

const patterns = new Map<string, readonly RegExp[]>();
function patternsOf({ name, phrases, modifiers, isAdjective }: Axis): readonly RegExp[] {
  const known = patterns.get(name);
  if (known) return known;
  const word = (source: string) => `(?<![\\p{L}\\p{N}-])${source}(?![\\p{L}\\p{N}-])`;
  const made = [
    ...phrases.map((phrase) =>
      // An adjective stays within its article; of a clause's own beginning there is nothing before.
      isAdjective ? word(`(?:${phrase})`) : phrase.startsWith("^") ? `${phrase}${ENDS}` : word(`${BEFORE}(?:${phrase})${LEADS_TO}`) + ENDS,
    ),
    ...modifiers.map((modifier) => word(`(?:${modifier})`) + MODIFIES),
  ].map((source) => new RegExp(source, "giu"));
  patterns.set(name, made);
  return made;
}

/** In order; what overlaps, or is joined by "and" or "with", is one. */
function spansIn(clause: string, axis: Axis): readonly Span[] {
  const found = patternsOf(axis)
    .flatMap((pattern) => [...clause.matchAll(pattern)].map((match) => ({ at: match.index, end: match.index + match[0].length })))
    .filter(({ at, end }) => end > at)
    .sort((one, other) => one.at - other.at || other.end - one.end);
  const merged: { at: number; end: number }[] = [];
  for (const span of found) {
    const last = merged.at(-1);
    if (last && (span.at <= last.end || /^(?:\s+|\s*(?:and|or|with)\s+(?:an?\s+|the\s+)?)$/iu.test(clause.slice(last.end, span.at))))
      last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** A clause without its spans, or with a value in the place of the first; the article before one fits what now follows it. */
function without(clause: string, spans: readonly Span[], value: string | null): string {
  let made = clause;
  for (const [index, { at, end }] of [...spans.entries()].reverse()) {
    const after = (index === 0 && value !== null ? value : "") + made.slice(end);
    const before = made.slice(0, at).replace(/(^|\s)an?(\s+)$/iu, (article, space: string, between: string) => {
      const next = after.trimStart();
      if (!/^\p{L}/u.test(next)) return space;
      const fitting = /^[aeiou]/i.test(next) && !/^(?:uni|use|one|eu)/i.test(next) ? "an" : "a";
      return space + (/^\s*A/u.test(article) ? fitting.charAt(0).toUpperCase() + fitting.slice(1) : fitting) + between;
    });
    made = before + after;
  }
  return tidied(made);
}

const LOOSE_END = /(?:^|\s+)(?:is|are|was|were|and|or|but|with|in|at|by|of|under|on|the|an?|lit|from|to|as|set|shot|bathed)$/iu;
const LOOSE_START = /^(?:and|or|but|of)\s+/iu;
const NOTHING =
  /^(?:it|this|the|its)?\s*(?:scene|light|lighting|picture|image|mood|season|weather|camera|sky|time|place|day|palette|all|everything)?$/iu;

/** What is left of a clause when words were taken out of it; empty when it says nothing any more. */
function trimmed(clause: string): string {
  let left = clause.replace(LOOSE_START, "").replace(/[.,;:\s]+$/u, "");
  let before: string;
  do {
    before = left;
    left = left.replace(LOOSE_END, "").trim();
  } while (left !== before);
  return NOTHING.test(left) ? "" : left;
}

const bare = (clause: string) =>
  tidied(clause.toLowerCase())
    .replace(/^(?:in|at|on|a|an|the) /, "")
    .replace(/ (?:light|lighting|style)$/, "")
    .replace(/[.,;:]+$/u, "");
