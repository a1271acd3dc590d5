import { z } from "zod";

/** A part of the picture's width or height from its left or top: the same place in every rendition. */
export const Part = z.number().min(0).max(1);
const Point = z.strictObject({ x: Part, y: Part });
export type Point = z.infer<typeof Point>;

/** More points than a hand draws between two looks; a longer line is thinned before it is sent. */
export const MOST_POINTS = 200;

/**
 * What is drawn around or towards a defect, from its place on: a box to the opposite corner, an arrow to its tip, a line
 * drawn by hand through points.
 */
export const Outline = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("box"), to: Point }),
  z.strictObject({ kind: z.literal("arrow"), to: Point }),
  z.strictObject({ kind: z.literal("freehand"), through: z.array(Point).min(1).max(MOST_POINTS) }),
]);
export type Outline = z.infer<typeof Outline>;

/** The moments of a video a defect is seen in, both included; one frame where they are the same. Milliseconds. */
export const During = z
  .strictObject({ fromMs: z.int().min(0).max(86_400_000), toMs: z.int().min(0).max(86_400_000) })
  .refine(({ fromMs, toMs }) => fromMs <= toMs, "The end is not before the beginning.");
export type During = z.infer<typeof During>;

/**
 * A hand-drawn line with no point that nobody would miss (Ramer–Douglas–Peucker): those within `tolerance` of the straight
 * way between their neighbours go, coarser and coarser until at most {@link MOST_POINTS} are left.
 */
export function thinned(line: readonly Point[], tolerance = 0.002): readonly Point[] {
  const kept = simplified(line, tolerance);
  return kept.length <= MOST_POINTS ? kept : thinned(line, tolerance * 2);
}

function simplified(line: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  let farthest = 0;
  let distance = tolerance;
  for (let index = 1; index < line.length - 1; index += 1) {
    const point = line[index];
    const off = point ? distanceFrom(point, first, last) : 0;
    if (off > distance) [farthest, distance] = [index, off];
  }
  if (farthest === 0) return [first, last];
  return [...simplified(line.slice(0, farthest + 1), tolerance).slice(0, -1), ...simplified(line.slice(farthest), tolerance)];
}

/** From a point to the straight way between two others. */
function distanceFrom(point: Point, from: Point, to: Point): number {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const length = across * across + down * down;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * across + (point.y - from.y) * down) / length));
  return Math.hypot(point.x - from.x - along * across, point.y - from.y - along * down);
}
