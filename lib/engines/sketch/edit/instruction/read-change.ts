import { forbiddenBy } from "../../parse/negative";
import type { Reading } from "../../parse/reading";
import type { Subject } from "../../parse/scene-spec";
import { singular } from "../../parse/tokens";
import { readWords } from "../../parse/word-reader";
import type { Anchor, EditStep, Target } from "../edit-plan";
import { GRADES } from "./grades";
import type { ReadClause } from "./read-part";
import { coloursIn, nounNamed, REGION_WORDS, regionIn, wordsOfTarget } from "./target";
import { ADD, CHANGE, isGlue } from "./verbs";

/** "Make it night", "recolour the car blue", "add two foxes": what a clause changes or adds. */
export function readChange(whole: readonly string[], verb: string | null, negative: string): ReadClause {
  const { clause, at } = withoutSide(whole);
  const colours = coloursIn(clause);
  const region = regionIn(clause);
  const read = readWords(clause, forbiddenBy(negative), []);
  const thing = read.reading.subjects[0] ?? null;
  const isAddition = verb !== null && ADD.test(verb);
  const isChange = verb !== null && CHANGE.test(verb);
  if (colours.length > 0 && !isAddition && (isChange || region !== null)) {
    const to = colours.at(-1) ?? "";
    const from = colours.length > 1 ? (colours[0] ?? null) : null;
    const word = thing === null ? nounNamed(clause) : singular(thing.word);
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
  if (isAboutThing) steps.push(...additionsOf(read.reading.subjects, clause, !isAddition, at));
  const addedWords = new Set(isAboutThing ? [] : read.reading.subjects.map((subject) => subject.word));
  const understood = [...read.understood.filter((word) => !addedWords.has(singular(word))), ...graded];
  const known = new Set(understood.flatMap((word) => word.split(" ")));
  return {
    steps,
    understood: steps.length > 0 ? understood : [],
    ignored: clause.filter((word) => (steps.length === 0 || !known.has(word)) && !isGlue(word)),
  };
}

const PRONOUN = /^(?:her|him|them|it)$/;

const SIDES: Readonly<Record<string, number>> = { left: 0.13, right: 0.87, middle: 0.5, centre: 0.5, center: 0.5 };

/** "On the left", taken out of a clause; "left of the boat" is a relation and stays. */
function withoutSide(clause: readonly string[]): { readonly clause: readonly string[]; readonly at: number | null } {
  const side = clause.findIndex(
    (word, k) => Object.hasOwn(SIDES, word) && /^(?:on|to|at|in)$/.test(clause[k - 2] ?? "") && clause[k + 1] !== "of",
  );
  if (side < 0 || clause[side - 1] !== "the") return { clause, at: null };
  const after = clause[side + 1] === "side" ? side + 2 : side + 1;
  return { clause: [...clause.slice(0, side - 2), ...clause.slice(after)], at: SIDES[clause[side] ?? ""] ?? null };
}

/** New things; one with "the" that another stands by is in the picture already. */
function additionsOf(subjects: readonly Subject[], clause: readonly string[], isPlain: boolean, at: number | null): readonly EditStep[] {
  const isKnown = (subject: Subject) => {
    const at = clause.findIndex((word) => singular(word) === singular(subject.word));
    return subject.relation !== null && clause.slice(Math.max(0, at - 2), at).some((word) => /^(the|his|her|its|their)$/.test(word));
  };
  return subjects.flatMap((subject, k): EditStep[] => {
    if (isKnown(subject)) return [];
    const by = subjects.find((other) => isKnown(other) && other.relation?.to === k);
    const pronoun = clause[clause.indexOf("give") + 1] ?? "";
    const given: Anchor | null = clause.includes("give") && PRONOUN.test(pronoun) ? { word: pronoun, kind: "wearing" } : null;
    const anchor = by?.relation ? { word: singular(by.word), kind: by.relation.kind } : given;
    return [{ kind: "add", subject: at === null ? subject : { ...subject, at }, anchor, isPlain }];
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

export function recolouring(target: Target, colour: string, clause: readonly string[]): ReadClause {
  const known = new Set([...wordsOfTarget(target), ...colour.split(" "), ...Object.keys(REGION_WORDS)]);
  return {
    steps: [{ kind: "recolour", target, colour }],
    understood: clause.filter((word) => known.has(singular(word)) || known.has(word)),
    ignored: clause.filter((word) => !known.has(singular(word)) && !known.has(word) && !isGlue(word)),
  };
}
