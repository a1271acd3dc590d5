import { FUNCTION_WORDS } from "../lexicon/little-words";
import { placeOf } from "../lexicon/places";
import type { Draft } from "./draft";
import { singular } from "./tokens";

/** What is said of the things that a clause names first: "the fox and the dog are …". */
const VERB =
  /^(?:is|are|was|were|has|have|wears|wear|holds|hold|carries|carry|sits|sit|stands|stand|lies|lie|sleeps|sleep|flies|fly|floats|float|hangs|hang|hides|hide|rides|ride|runs|run|walks|walk|waits|wait|swims|swim|rests|rest|looks|look)$/;

/** Words that may stand between "is" and what it says: "are both white". */
const BETWEEN = /^(?:both|all|also|very|quite|painted|coloured|colored)$/;
const PREPOSITION = /^(?:on|in|at|by|near|beside|under|behind|with|of|to|above|over|inside|from|before)$/;

/** Follows the words that make a clause: its verb speaks of what it named first, "and" after it and a comma begin another. */
export function readClauseWord(draft: Draft, raw: string): void {
  const { clause } = draft;
  if (raw === "," || (raw === "and" && clause.hasVerb) || /^(?:while|but|whereas)$/.test(raw)) draft.openClause();
  else if (raw === "and") clause.isOpen = true;
  else if (/^(?:who|which|that)$/.test(raw) && draft.topic >= 0) draft.openClause([draft.topic]);
  else if (VERB.test(raw)) {
    clause.hasVerb = true;
    const head = clause.things.at(-1);
    if (head !== undefined) draft.topic = head;
  }
}

/**
 * What a colour is said of that follows "is" or "are", perhaps past "both": numbers of things, or the scene where the noun before the
 * verb is of no thing ("the sky is red"); null where no such verb stands there.
 */
export function saidOf(draft: Draft): readonly number[] | "scene" | null {
  let back = 1;
  while (back < 4 && BETWEEN.test(draft.word(-back))) back++;
  const verb = draft.word(-back);
  const { clause } = draft;
  if (!/^(?:is|are|was|were)$/.test(verb)) return isElliptic(draft) ? clause.things : null;
  if (isOfScene(draft, back + 1) || clause.things.length === 0) return "scene";
  return /^(?:are|were)$/.test(verb) ? clause.things : clause.things.slice(-1);
}

/** "The cat is white and the dog black". */
function isElliptic(draft: Draft): boolean {
  const { clause, wasColoured } = draft;
  const isAtEnd = /^(?:|,|and|with|on|in|while|but)$/.test(draft.word(1));
  const named = draft.reading.subjects[clause.things.at(-1) ?? -1];
  return wasColoured && !clause.hasVerb && isAtEnd && named !== undefined && singular(draft.word(-1)) === singular(named.word);
}

/** Whether the noun before a verb is of the scene and hangs on no thing: "the sea is", not "the cat by the sea is". */
function isOfScene(draft: Draft, back: number): boolean {
  const noun = singular(draft.word(-back));
  if (placeOf(noun) === null && !/^(?:sky|background|backdrop|wall|floor|ground|grass|sand|water|light)$/.test(noun)) return false;
  const before = FUNCTION_WORDS.has(draft.word(-back - 1)) ? draft.word(-back - 2) : draft.word(-back - 1);
  return !PREPOSITION.test(before);
}
