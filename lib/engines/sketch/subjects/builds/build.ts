import type { Rgb } from "../../raster/colour";

/** An animal that stands on four legs, seen from its left side. Lengths in units of a sheet of 64 × 56, y down, the ground at 54. */
export interface Build {
  readonly fur: Rgb;
  readonly belly: Rgb;
  readonly hooves: Rgb;
  /** y of the back and of the belly. */
  readonly back: number;
  readonly under: number;
  /** Half the width of a leg at the body. */
  readonly leg: number;
  /** Middle of the head and its radius. */
  readonly head: readonly [x: number, y: number, radius: number];
  /** How far the muzzle reaches beyond the head, and how far down. */
  readonly muzzle: readonly [reach: number, drop: number, width: number];
  /** What only this animal has, drawn before or after the rest. */
  readonly behind?: (paint: Paint) => string;
  readonly front?: (paint: Paint) => string;
}

/** Colours as the drawing needs them. */
export interface Paint {
  readonly fur: string;
  readonly shade: string;
  readonly deep: string;
  readonly belly: string;
}

/** What the darkest parts tend to. */
export const DARK: Rgb = [0.12, 0.07, 0.1];
