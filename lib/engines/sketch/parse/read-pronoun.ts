import { isColour, isShade } from "../lexicon/colours";
import { isAnimal, isPerson } from "../lexicon/subjects";
import type { Draft } from "./draft";
import { nameAgain } from "./name-again";
import type { Subject } from "./scene-spec";

const PRONOUN = /^(?:it|he|she|they|him|her|them|both)$/;

/** Colours that animals have: "it is pink" is hardly said of a cat. */
const OF_FUR = /^(?:white|black|brown|grey|gray|ginger|golden|beige|cream|tan|orange|chestnut|charcoal|silver|ivory)$/;

/** "It is red", "they are white", "a bird above it": the nearest thing that it can sensibly be said of is spoken of again. */
export function readPronoun(draft: Draft, raw: string): boolean {
  if (!PRONOUN.test(raw) || (raw === "both" && /^(?:is|are|was|were|the|a|of)$/.test(draft.word(-1)))) return false;
  // "Her dress" is no "her".
  if (raw === "her" && !/^(?:|,|and|on|in|with)$/.test(draft.word(1))) return false;
  const isObject = draft.relation !== null || draft.besideWords !== null || /^(?:in|inside|into)$/.test(draft.word(-1));
  if (/^(?:they|both)$/.test(raw) && !isObject) return speakOfSeveral(draft);
  const at = find(draft, raw, isObject ? draft.topic : -1);
  if (at < 0) return false;
  if (isObject) {
    nameAgain(draft, at);
    return true;
  }
  draft.openClause();
  draft.speakOf(at);
  return true;
}

function speakOfSeveral(draft: Draft): boolean {
  const { subjects } = draft.reading;
  const isPlural = (at: number) => (subjects[at]?.count ?? 0) > 1;
  const plural = [...draft.mentioned].reverse().find((at) => isPlural(at) && (subjects[at]?.colour ?? null) === null);
  const last = draft.clause.things.length > 1 ? draft.clause.things : draft.before;
  const things = last.length > 1 ? [...last] : plural === undefined ? [...new Set(draft.mentioned)] : [plural];
  const head = things.at(-1);
  if (head === undefined) return false;
  draft.openClause(things);
  draft.topic = head;
  return true;
}

/** The thing a pronoun stands for, -1 where nothing fits. `not` is the thing that something is said of, -1 where the pronoun is that. */
function find(draft: Draft, raw: string, not: number): number {
  const { subjects } = draft.reading;
  const near = [...new Set([...draft.mentioned].reverse())].filter((at) => {
    const subject = subjects[at];
    return at !== not && subject !== undefined && fits(subject, raw);
  });
  if (not >= 0) return near[0] ?? -1;
  const colour = colourAhead(draft);
  if (colour === null) return [...draft.before].reverse().find((at) => near.includes(at)) ?? near[0] ?? -1;
  const free = near.filter((at) => subjects[at]?.colour === null);
  const beasts = free.filter((at) => isBeast(subjects[at]));
  const others = free.filter((at) => !beasts.includes(at));
  return (OF_FUR.test(colour) ? (beasts[0] ?? others[0]) : (others[0] ?? beasts[0])) ?? near[0] ?? -1;
}

function isBeast(subject: Subject | undefined): boolean {
  return subject?.shape.kind === "icon" && isAnimal(subject.shape.icon);
}

function fits({ shape, count }: Subject, raw: string): boolean {
  const isSomebody = shape.kind === "figure" || (shape.kind === "icon" && isPerson(shape.icon));
  const isFemale = shape.kind === "figure" && /^(?:woman|girl)$/.test(shape.figure);
  switch (raw) {
    case "he":
    case "him":
      return isSomebody && !isFemale;
    case "she":
    case "her":
      return isSomebody && (isFemale || shape.kind === "icon");
    case "it":
      return !isSomebody && count === 1;
    default:
      return count > 1;
  }
}

/** The colour that is said of the pronoun: "it is dark red". */
function colourAhead(draft: Draft): string | null {
  let ahead = 1;
  while (ahead < 4 && (/^(?:is|was|both|all|very)$/.test(draft.word(ahead)) || isShade(draft.word(ahead)))) ahead++;
  return ahead > 1 && isColour(draft.word(ahead)) ? draft.word(ahead) : null;
}
