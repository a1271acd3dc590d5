import { FLYING } from "../lexicon/subjects";
import { isDefinite } from "./around";
import { enter, isContainer, openedBy } from "./containers";
import type { Draft } from "./draft";
import type { Relation, Subject, SubjectShape } from "./scene-spec";
import { singular } from "./tokens";
import { isWearable } from "./wearing";

/** What a relation is called from the other side; "on" and the like have no such name. */
const INVERSE: Readonly<Partial<Record<Relation, Relation>>> = {
  "left-of": "right-of",
  "right-of": "left-of",
  behind: "in-front-of",
  "in-front-of": "behind",
};

/** Where "the banana" was named before, -1 where it was not. */
export function toldBefore(draft: Draft, word: string, shape: SubjectShape): number {
  if (draft.pendingCount !== null || draft.looks !== null || !isDefinite(draft)) return -1;
  // A boat that somebody sits in is drawn otherwise than one that sails by, and is the same boat.
  const isSame = (subject: Subject): boolean =>
    subject.shape.kind === shape.kind &&
    (singular(subject.word) === singular(word) ||
      (shape.kind === "icon" && subject.shape.kind === "icon" && subject.shape.icon === shape.icon)) &&
    (draft.colour === null || subject.colour === null || subject.colour === draft.colour);
  const { subjects } = draft.reading;
  const exact = subjects.findIndex((subject) => isSame(subject) && subject.colour === draft.colour);
  return exact >= 0 ? exact : subjects.findIndex(isSame);
}

/**
 * "A red cherry to the right of the banana": no second banana, but what is said of the first. `shape` is how it is drawn now that this
 * is said; without one it opens where something is in it.
 */
export function nameAgain(draft: Draft, at: number, shape?: SubjectShape): void {
  const from = draft.rootOf(draft.topic);
  const named = draft.reading.subjects[at];
  if (named === undefined) return;
  const drawn = shape ?? (named.shape.kind === "icon" ? openedBy(draft, named.shape.icon, named.word) : null) ?? named.shape;
  enter(draft, drawn);
  if (draft.relation === "inside" && isContainer(drawn)) draft.change(at, { shape: drawn });
  if (draft.colour !== null) draft.change(at, { colour: draft.colour });
  if (draft.size !== null) draft.change(at, { scale: (named.scale ?? 1) === 1 ? draft.size.factor : (named.scale ?? 1) });
  draft.takeSize();
  tie(draft, at, from);
  if (at !== from && from >= 0) draft.followBeside();
  draft.dropRelation();
  draft.dropMaterial();
  draft.forgetAttributes();
  draft.speakOf(at);
  if (draft.side === null || named.side !== undefined) return;
  draft.change(at, { side: draft.side.side });
  draft.takeSide();
}

/** The relation that waits, between the thing `from` that the words spoke of and the one they name now. */
function tie(draft: Draft, at: number, from: number): void {
  const { relation } = draft;
  const [named, spoken] = [draft.reading.subjects[at], draft.reading.subjects[from]];
  if (relation === null || named === undefined || spoken === undefined || at === from || relation === "between") return;
  if (relation === "wearing" && (spoken.shape.kind !== "figure" || !isWearable(named.shape))) return;
  const inverse = INVERSE[relation];
  // Said the other way round it is the same: "the fox is on the boat", "the boat is under the fox".
  const isSaid = spoken.relation?.to === at;
  if (isSaid) draft.followRelation();
  else if (relation === "above" && named.relation !== null && canFly(spoken)) draft.change(from, { isAloft: true });
  else if (named.relation?.kind === "above" && canFly(draft.reading.subjects[named.relation.to])) {
    // What is over it is in the air, and leaves room for another relation.
    draft.change(named.relation.to, { isAloft: true });
    draft.change(at, { relation: { kind: relation, to: from } });
  } else if (named.relation === null) draft.change(at, { relation: { kind: relation, to: from } });
  else if (inverse !== undefined && spoken.relation === null) draft.change(from, { relation: { kind: inverse, to: at } });
  else return;
  draft.followRelation();
}

function canFly(subject: Subject | undefined): boolean {
  return subject?.shape.kind === "icon" && FLYING.test(subject.shape.icon);
}
