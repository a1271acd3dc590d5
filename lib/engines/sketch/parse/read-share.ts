import { isColour, isShade } from "../lexicon/colours";
import { countOf } from "../lexicon/subjects";
import type { Draft } from "./draft";
import { MAX_SUBJECTS } from "./place-thing";

/** Those of several alike that a phrase gives a colour of their own. */
interface Share {
  /** How many; all that are left where the words do not say. */
  readonly count: number;
  readonly colour: string;
  /** Words it takes, the first included. */
  readonly length: number;
}

/** "Two cats, one black and one white", "one is red, the others are blue": of several alike each wears its own colour. */
export function readShare(draft: Draft, raw: string): boolean {
  const at = groupOf(draft);
  const group = draft.reading.subjects[at];
  const share = group === undefined ? null : shareAt(draft, raw);
  if (group === undefined || share === null) return false;
  const { count, colour, length } = share;
  const rest = group.count - Math.min(count, group.count);
  const hasRoom = rest > 0 && draft.reading.subjects.length < MAX_SUBJECTS;
  draft.change(at, { colour, count: hasRoom ? group.count - rest : group.count });
  if (hasRoom) draft.reading.subjects.push({ ...group, count: rest, colour: null, relation: { kind: "among", to: draft.rootOf(at) } });
  draft.shared = hasRoom ? draft.reading.subjects.length - 1 : -1;
  draft.speakOf(hasRoom ? draft.shared : at);
  draft.understood.push(colour);
  draft.position += length - 1;
  return true;
}

/** The several alike that wear no colour yet, -1 where there are none. */
function groupOf({ reading: { subjects }, mentioned, shared }: Draft): number {
  if (subjects[shared]?.colour === null) return shared;
  return mentioned.findLast((at) => (subjects[at]?.count ?? 0) > 1 && subjects[at]?.colour === null) ?? -1;
}

function shareAt(draft: Draft, raw: string): Share | null {
  const isRest = raw === "the" && /^(?:others?|rest|last|third|second)$/.test(draft.word(1));
  const isOne = /^(?:one|another)$/.test(raw);
  const count = isRest ? (/^(?:others|rest)$/.test(draft.word(1)) ? Number.POSITIVE_INFINITY : 1) : isOne ? 1 : countOf(raw);
  if (count === null) return null;
  let ahead = isRest ? 2 : 1;
  if (draft.word(ahead) === "one") ahead++;
  if (draft.word(ahead) === "of" && draft.word(ahead + 1) === "them") ahead += 2;
  if (/^(?:is|are|in)$/.test(draft.word(ahead))) ahead++;
  const shade = isShade(draft.word(ahead)) && isColour(draft.word(ahead + 1)) ? `${draft.word(ahead)} ` : "";
  if (shade !== "") ahead++;
  const colour = draft.word(ahead);
  const isAtEnd = /^(?:|,|and|while|on|in|with|at|under|beside|by)$/.test(draft.word(ahead + 1));
  // "One black and one white cat" is said of what follows.
  const isBeforeNoun = draft.word(ahead + 1) === "and" && draft.pendingCount !== null;
  return isColour(colour) && isAtEnd && !isBeforeNoun ? { count, colour: shade + colour, length: ahead + 1 } : null;
}
