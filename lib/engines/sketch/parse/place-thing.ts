import type { Looks } from "../lexicon/looks";
import { isAnimal, isPerson, MOST_DRAWN, MOST_IN_ALL } from "../lexicon/subjects";
import type { Draft } from "./draft";
import { nameAgain, toldBefore } from "./name-again";
import type { Subject, SubjectShape } from "./scene-spec";
import { ONE_OF_TWO } from "./thing-words";
import { singular } from "./tokens";
import { takeLooks, wear, wearerAt } from "./wearing";

/** More kinds of things than this cannot be told apart in one picture. */
export const MAX_SUBJECTS = 5;

/** A plural without a number: "balloons". */
const PLURAL_COUNT = 3;

/** "A field of tulips": where nothing else wants room. */
const FIELD_COUNT = 16;

/** "A bowl of cherries": a heap of what is small. */
const HEAP_COUNT = 8;
const SMALL_FRUIT = /^(?:cherry|cherries|blueberries|strawberry|blueberry|olive|plum|egg|nut|chestnut|candy|grape|raspberry|apricot)$/;

function isFieldOf(draft: Draft, noun: string): boolean {
  const isFlower = /^(?:sunflower|tulip|poppy|daisy|rose|flower)$/.test(noun);
  return isFlower && draft.reading.subjects.length === 0 && draft.word(-1) === "of" && /^(?:fields?|meadow)$/.test(draft.word(-2));
}

/** Size of a cub beside its mother. */
const YOUNG_SCALE = 0.66;

/** Sets a thing into the scene with all that was said before it. Whether it stands there; with too many kinds of things it does not. */
export function placeThing(draft: Draft, word: string, shape: SubjectShape, isPlural: boolean): boolean {
  const { subjects } = draft.reading;
  const told = toldBefore(draft, word, shape);
  if (told >= 0) {
    nameAgain(draft, told, shape);
    return true;
  }
  const looks = takeLooks(draft, shape);
  const same = sameAs(draft, shape, looks !== null);
  const isPlaced = same >= 0 || subjects.length < MAX_SUBJECTS;
  wear(draft, shape);
  const from = draft.topic;
  if (same >= 0) repeat(draft, same);
  else if (isPlaced) add(draft, word, shape, looks, isPlural);
  else draft.dropAttributes();
  draft.speakOf(same >= 0 ? same : isPlaced ? subjects.length - 1 : -1);
  if (isPlaced && from >= 0) draft.followBeside();
  draft.dropMaterial();
  draft.forgetAttributes();
  return isPlaced;
}

/** The thing of the list that these words name once more without adding anything, -1 where they add one. */
function sameAs(draft: Draft, shape: SubjectShape, isLooked: boolean): number {
  const isAnother = isLooked || /^(?:an?|another|one|second)$/.test(draft.word(-1));
  return draft.reading.subjects.findIndex(
    (subject) =>
      JSON.stringify(subject.shape) === JSON.stringify(shape) &&
      subject.colour === draft.colour &&
      subject.side === undefined &&
      (subject.scale ?? 1) === scaleOf(draft) &&
      !(isAnother && subject.looks !== undefined),
  );
}

/** Size of the thing that follows, 1 where nothing is said of it. */
function scaleOf({ isYoung, size }: Draft): number {
  return (isYoung ? YOUNG_SCALE : 1) * (size?.factor ?? 1);
}

/** "A family of three people": already as many. "Another cat" is one more of them. */
function repeat(draft: Draft, at: number): void {
  const named = draft.reading.subjects[at];
  draft.colour = null;
  const asked = draft.pendingCount;
  if (asked !== null && named?.count === asked.count) {
    draft.understood.push(asked.word);
    draft.pendingCount = null;
  }
  const isMore = /^(?:another|second)$/.test(draft.word(-1)) && named !== undefined && named.count < MOST_DRAWN;
  if (isMore) {
    draft.change(at, { count: named.count + 1 });
    draft.understood.push(draft.word(-1));
  }
  if (draft.size !== null && named?.scale !== undefined) draft.takeSize();
  draft.dropAttributes();
}

function add(draft: Draft, word: string, shape: SubjectShape, looks: Looks | null, isPlural: boolean): void {
  const { subjects } = draft.reading;
  const relation = relationOfNext(draft);
  if (relation !== null) draft.followRelation();
  if (/^(?:on|inside|below)$/.test(relation?.kind ?? "") && relation !== null) takeAlong(draft, relation.to);
  const count = takeCount(draft, singular(word), isPlural);
  const scale = scaleOf(draft);
  draft.takeSize();
  subjects.push({
    word,
    shape,
    count,
    colour: draft.colour,
    relation,
    ...(draft.side === null ? {} : { side: draft.side.side }),
    ...(scale === 1 ? {} : { scale }),
    ...(draft.isAloft && shape.kind === "icon" ? { isAloft: true as const } : {}),
    ...(looks === null ? {} : { looks }),
  });
  draft.isYoung = false;
  draft.isAloft = false;
  draft.takeSide();
  if (draft.between !== null) draft.between.found += count;
}

/** "A man and a dog in a boat" are both in it, and a fox and a rabbit under one umbrella: who was named in one breath, and stands nowhere yet, is where the last of them is. */
function takeAlong(draft: Draft, last: number): void {
  const { clause, reading } = draft;
  if (clause.hasVerb || clause.things.at(-1) !== last || !isAlive(reading.subjects[last])) return;
  for (const at of clause.things.slice(0, -1)) {
    const stands = reading.subjects.some(({ relation }) => relation?.to === at);
    const subject = reading.subjects[at];
    if (!stands && subject?.relation === null && isAlive(subject)) draft.change(at, { relation: { kind: "among", to: last } });
  }
}

function isAlive(subject: Subject | undefined): boolean {
  if (subject === undefined) return false;
  return (
    subject.shape.kind === "figure" || (subject.shape.kind === "icon" && (isAnimal(subject.shape.icon) || isPerson(subject.shape.icon)))
  );
}

function relationOfNext(draft: Draft): Subject["relation"] {
  const { between, relation, vessel, vesselHolds, topic } = draft;
  if (between !== null && between.found < 2) return { kind: "between", to: between.to };
  const by = wearerAt(draft);
  if (relation === "wearing" && by >= 0) return { kind: "wearing", to: by };
  if (vesselHolds >= 0) return { kind: relation ?? "inside", to: vesselHolds };
  if (vessel !== null && vessel.holds >= 0) return { kind: "among", to: vessel.holds };
  return relation !== null && topic >= 0 ? { kind: relation, to: draft.rootOf(topic) } : null;
}

function takeCount(draft: Draft, noun: string, isPlural: boolean): number {
  const asked = draft.pendingCount;
  if (asked === null) {
    if (draft.vessel !== null && draft.vessel.holds < 0 && SMALL_FRUIT.test(noun) && (isPlural || /ies$/.test(noun))) return HEAP_COUNT;
    return isPlural ? (isFieldOf(draft, noun) ? FIELD_COUNT : PLURAL_COUNT) : 1;
  }
  if (asked.word === "pair" && ONE_OF_TWO.test(`${noun}s`)) {
    draft.understood.push(asked.word);
    return 1;
  }
  if (asked.word !== draft.word()) draft.understood.push(asked.word);
  const drawn = draft.reading.subjects.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, Math.min(MOST_DRAWN, MOST_IN_ALL - drawn));
  if (asked.count > most) draft.ignored.push(`${asked.count} as ${most}`);
  return Math.min(most, asked.count);
}
