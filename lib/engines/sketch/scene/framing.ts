import type { Composition } from "../parse/scene-spec";
import type { Random } from "../raster/random";

/** A composition in numbers. Positions are shares of the picture's width or height. */
export interface Framing {
  /** Added to the scene's own horizon. */
  readonly horizonShift: number;
  readonly subjectX: number;
  readonly subjectScale: number;
  readonly sunX: number;
  /** Added to where subjects stand; positive is lower, nearer to the viewer. */
  readonly groundShift: number;
  /** Several subjects step into depth instead of standing in a row. */
  readonly isDiagonal: boolean;
}

/** From near the ground the land is a strip, and what stands on it rises into the sky. */
export function fromBelow(framing: Framing): Framing {
  return { ...framing, horizonShift: framing.horizonShift + 0.1, groundShift: framing.groundShift + 0.06, sunX: 1 - framing.subjectX };
}

export function framingOf(composition: Composition, random: Random): Framing {
  const side = random.chance(0.5) ? 1 : -1;
  const jitter = random.range(-0.03, 0.03);
  const still = { horizonShift: 0, groundShift: 0, isDiagonal: false } as const;
  switch (composition) {
    case "thirds-left":
      return { ...still, horizonShift: random.range(-0.03, 0.04), subjectX: 0.34 + jitter, subjectScale: 1, sunX: random.range(0.64, 0.8) };
    case "thirds-right":
      return { ...still, horizonShift: random.range(-0.05, 0.02), subjectX: 0.66 + jitter, subjectScale: 1, sunX: random.range(0.2, 0.36) };
    case "symmetric":
      return { ...still, subjectX: 0.5, subjectScale: 1.16, sunX: 0.5 + jitter * 2 };
    case "low-horizon":
      return {
        ...still,
        horizonShift: 0.16,
        groundShift: 0.05,
        subjectX: 0.5 + side * 0.13,
        subjectScale: 0.86,
        sunX: 0.5 - side * random.range(0.14, 0.28),
      };
    case "high-horizon":
      return {
        ...still,
        horizonShift: -0.19,
        groundShift: -0.02,
        subjectX: 0.5 + side * 0.1,
        subjectScale: 0.88,
        sunX: 0.5 - side * random.range(0.1, 0.3),
      };
    case "close-up":
      return {
        ...still,
        horizonShift: random.range(-0.18, 0.08),
        groundShift: 0.08,
        subjectX: 0.5 + side * random.range(0.03, 0.15),
        subjectScale: random.range(1.35, 1.8),
        sunX: random.range(0.16, 0.84),
      };
    case "wide":
      return {
        ...still,
        horizonShift: 0.06,
        groundShift: -0.05,
        subjectX: 0.5 + side * random.range(0.1, 0.2),
        subjectScale: 0.52,
        sunX: 0.5 - side * random.range(0.08, 0.26),
      };
    case "diagonal":
      return {
        horizonShift: random.range(-0.08, 0.08),
        groundShift: 0.03,
        subjectX: 0.5 - side * 0.17,
        subjectScale: 1.05,
        sunX: 0.5 + side * 0.3,
        isDiagonal: true,
      };
  }
}
