import { oneOf } from "../../parse/one-of";
import type { Subject } from "../../parse/scene-spec";
import { item } from "../../raster/sample";
import type { Stage } from "../../scene/stage";
import { iconName } from "../placing/placement";
import { statureAmong } from "../placing/stature";

/** One thing that lies before a camera above it: its middle and its reach in pixels. */
export interface Lying {
  readonly subject: Subject;
  readonly order: number;
  size: number;
  x: number;
  y: number;
  /** Painted after what it lies on. */
  level: number;
}

/** Places for up to three things, as shares of the picture; more of them go on a grid. */
const FEW: readonly (readonly (readonly [x: number, y: number])[])[] = [
  [[0.5, 0.5]],
  [
    [0.31, 0.41],
    [0.69, 0.6],
  ],
  [
    [0.3, 0.34],
    [0.7, 0.4],
    [0.47, 0.72],
  ],
];

const SIZES = [0.58, 0.42, 0.36, 0.3, 0.29, 0.26, 0.24, 0.23, 0.22] as const;

/** Where each thing lies, seen from above: spread over the picture, and as relations say; what lies on something comes later. */
export function layOut(stage: Stage): readonly Lying[] {
  const { spec, width, height, framing } = stage;
  const shift = framing.subjectX - 0.5;
  const here = spread(
    stage,
    spec.subjects.filter((subject) => !subject.isAdded),
    shift,
  );
  const added = spread(
    stage,
    spec.subjects.filter((subject) => subject.isAdded),
    shift,
  ).map((thing) => ({
    ...thing,
    x: width - thing.x,
    y: here.length === 0 ? thing.y : thing.y * 0.6 + height * 0.3,
    size: here.length === 0 ? thing.size : thing.size * 0.6,
  }));
  const things = [...here, ...added];
  for (const thing of things) {
    const { at, shift: aside = 0, scale = 1 } = oneOf(thing.subject, thing.order);
    thing.size *= scale;
    thing.x = (at === undefined ? thing.x : at * width) + aside * width;
  }
  for (const thing of things) relate(stage, thing, things);
  lieBetween(stage, things);
  return [...things].sort((a, b) => a.level - b.level);
}

function spread(stage: Stage, subjects: readonly Subject[], shift: number): readonly Lying[] {
  const { width, height, random, framing, spec } = stage;
  const units = subjects.flatMap((subject) => Array.from({ length: subject.count }, (_, order) => ({ subject, order })));
  const count = units.length;
  const isStill = spec.places[0] === "table" || spec.places[0] === "studio";
  const base = SIZES[Math.min(SIZES.length, count) - 1] ?? 0.58;
  const scale = Math.min(1.25, Math.max(0.8, framing.subjectScale));
  return units.map(({ subject, order }, k) => {
    const [x, y] = placeOf(k, count);
    const stature = subjects.length > 1 ? statureAmong(subject, subjects) : 1;
    const far = isStill ? 1.15 : /mountain|castle|house|church|tree/.test(iconName(subject)) ? 0.7 : 0.62;
    return {
      subject,
      order,
      size: base * stature * far * scale * Math.min(width, height) * random.range(0.94, 1.06),
      x: (x + (count === 1 ? shift * 0.6 : random.range(-0.03, 0.03))) * width,
      y: (y + random.range(-0.03, 0.03)) * height,
      level: subject.shape.kind === "lathe" ? 0 : 1,
    };
  });
}

function placeOf(k: number, count: number): readonly [number, number] {
  const few = FEW[count - 1];
  if (few !== undefined) return item(few, k);
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const row = Math.floor(k / columns);
  const inRow = row === rows - 1 ? count - row * columns : columns;
  return [((k % columns) + 0.5) / inRow, (row + 0.5) / rows];
}

/** "A between B and C": in a row across the picture, A in the middle. */
function lieBetween({ spec, width, height }: Stage, things: readonly Lying[]): void {
  const outer = things.filter(({ subject }) => subject.relation?.kind === "between");
  const middle = spec.subjects[outer[0]?.subject.relation?.to ?? -1];
  if (middle === undefined || outer.length < 2) return;
  const half = Math.ceil(outer.length / 2);
  const row = [...outer.slice(0, half), ...things.filter(({ subject }) => subject === middle), ...outer.slice(half)];
  for (const [k, thing] of row.entries()) {
    thing.x = ((k + 0.5) / row.length) * width;
    thing.y = height * (k % 2 === 0 ? 0.46 : 0.54);
    thing.size = Math.min(thing.size, (width / row.length) * 0.95);
  }
}

/** "A behind B" lies above it in the picture; what is on or in something lies over its middle. */
function relate(stage: Stage, holder: Lying, things: readonly Lying[]): void {
  const { relation } = holder.subject;
  if (relation === null || holder.order > 0) return;
  const anchor = stage.spec.subjects[relation.to];
  const others = things.filter(
    ({ subject }) =>
      subject === anchor || (relation.kind === "inside" && subject.relation?.kind === "among" && subject.relation.to === relation.to),
  );
  const reach = (holder.size + (others[0]?.size ?? 0)) * 0.52;
  for (const [k, other] of others.entries()) {
    const across = ((k + 0.5) / others.length - 0.5) * holder.size * 0.55;
    switch (relation.kind) {
      case "left-of":
        [other.x, other.y] = [holder.x - reach, holder.y];
        break;
      case "right-of":
        [other.x, other.y] = [holder.x + reach, holder.y];
        break;
      case "behind":
      case "above":
        [other.x, other.y] = [holder.x, holder.y - reach];
        break;
      case "in-front-of":
        [other.x, other.y] = [holder.x, holder.y + reach];
        break;
      case "on":
      case "inside":
        [other.x, other.y] = [holder.x + across, holder.y + (others.length > 2 ? (k % 2) * 0.2 - 0.1 : 0) * holder.size];
        other.size = Math.min(other.size, holder.size * (others.length > 1 ? 0.4 : 0.55));
        other.level = holder.level + 1;
        break;
      case "below":
        [other.x, other.y] = [holder.x + holder.size * 0.3, holder.y + holder.size * 0.26];
        holder.level = other.level + 1;
        break;
      case "between":
      case "among":
        break;
      case "holding":
      case "wearing":
        [holder.x, holder.y] = [other.x + other.size * (relation.kind === "holding" ? 0.2 : 0), other.y];
        holder.size = other.size * 0.3;
        holder.level = other.level + 1;
        break;
    }
  }
}
