import { oneOf, ordersOf } from "../parse/one-of";
import type { ChangedOne, SceneSpec, Subject } from "../parse/scene-spec";
import { u8 } from "../raster/sample";
import type { Stage } from "../scene/stage";
import type { Target, Which } from "./edit-plan";
import { EditRefusal } from "./refusal";

/** One thing of a scene: which of the things that its subject counts. */
export interface Thing {
  readonly subject: Subject;
  readonly order: number;
}

/** A thing as the picture shows it. Pixels. */
interface SeenThing extends Thing {
  /** The middle of what is seen of it. */
  readonly x: number;
  readonly foot: number;
  /** How many pixels show it. */
  readonly area: number;
}

/** What is seen of each thing of a scene. */
export type Look = (scene: SceneSpec) => readonly SeenThing[];

export function seenThings(stage: Stage): readonly SeenThing[] {
  const tallies = new Map<number, { area: number; sumX: number; foot: number }>();
  for (let pixel = 0; pixel < stage.ids.length; pixel++) {
    const id = u8(stage.ids, pixel);
    if (!stage.subjects.has(id)) continue;
    const tally = tallies.get(id) ?? { area: 0, sumX: 0, foot: 0 };
    tally.area++;
    tally.sumX += pixel % stage.width;
    tally.foot = Math.floor(pixel / stage.width);
    tallies.set(id, tally);
  }
  return [...tallies].flatMap(([id, { area, sumX, foot }]) => {
    const subject = stage.subjects.get(id);
    return subject === undefined ? [] : [{ subject, order: stage.orders.get(id) ?? 0, x: sumX / area, foot, area }];
  });
}

/** Every thing that a scene still shows of these subjects. */
export function thingsOf(subjects: Iterable<Subject>): readonly Thing[] {
  return [...subjects].flatMap((subject) => ordersOf(subject).map((order) => ({ subject, order })));
}

/** Those of the things that are told from the rest: by number the first of them, by their look those that are seen so. */
export function chosenAmong(
  things: readonly Thing[],
  { word, count, which }: Pick<Target, "word" | "count" | "which">,
  scene: SceneSpec,
  look: Look,
): readonly Thing[] {
  if (which === undefined) return count === undefined ? things : things.slice(0, count);
  const seen = look(scene).filter((one) => things.some(({ subject, order }) => subject === one.subject && order === one.order));
  if (seen.length < 2)
    throw new EditRefusal(
      `This picture shows only one ${word ?? "such thing"}: there is no ${which.replace("-", " ")} one to tell from the others.`,
    );
  if (which === "every-other") return sortedBy(seen, "left").filter((_, k) => k % 2 === 0);
  return sortedBy(seen, which).slice(0, count ?? 1);
}

function sortedBy(seen: readonly SeenThing[], which: Exclude<Which, "every-other">): readonly SeenThing[] {
  const middle = [...seen].sort((a, b) => a.x - b.x)[seen.length >> 1]?.x ?? 0;
  const rank: Readonly<Record<typeof which, (one: SeenThing) => number>> = {
    left: ({ x }) => x,
    right: ({ x }) => -x,
    middle: ({ x }) => Math.abs(x - middle),
    largest: ({ area }) => -area,
    smallest: ({ area }) => area,
    nearest: ({ foot }) => -foot,
    farthest: ({ foot }) => foot,
  };
  return [...seen].sort((a, b) => rank[which](a) - rank[which](b));
}

/** What an edit makes of a thing: its colour, how much larger it becomes, how far it goes to the right, or that it goes. */
type Change = { readonly colour: string } | { readonly scale: number } | { readonly shift: number } | { readonly isGone: true };

/** The subjects after a change of these things alone. */
export function withChanged(scene: SceneSpec, things: readonly Thing[], change: Change): SceneSpec {
  return {
    ...scene,
    subjects: scene.subjects.map((subject) => {
      const orders = things.flatMap((thing) => (thing.subject === subject ? [thing.order] : []));
      if (orders.length === 0) return subject;
      if (orders.length === ordersOf(subject).length) return wholeChanged(subject, change);
      const kept = subject.changed?.filter(({ order }) => !orders.includes(order)) ?? [];
      const now = orders.map((order): ChangedOne => {
        const former = subject.changed?.find((one) => one.order === order) ?? { order };
        return { ...former, ...changedBy(former, change) };
      });
      return { ...subject, changed: [...kept, ...now].sort((a, b) => a.order - b.order) };
    }),
  };
}

function wholeChanged(subject: Subject, change: Change): Subject {
  const after: Subject = { ...subject, ...changedBy(subject, change) };
  if (!("colour" in change) || after.changed === undefined) return after;
  return { ...after, changed: after.changed.map(({ colour: _former, ...rest }) => rest) };
}

function changedBy({ scale = 1, shift = 0 }: Pick<Subject, "scale" | "shift">, change: Change): Change {
  if ("scale" in change) return { scale: Math.max(0.2, Math.min(4, scale * change.scale)) };
  if ("shift" in change) return { shift: Math.max(-0.6, Math.min(0.6, shift + change.shift)) };
  return change;
}

/** Whether one of the things has this colour by its words or by an edit. */
export function hasColour({ subject, order }: Thing, colour: string): boolean {
  return oneOf(subject, order).colour === colour;
}
