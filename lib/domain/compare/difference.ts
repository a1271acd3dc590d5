export const FIRST_GAIN = 4;
export const MAX_GAIN = 16;

/** One colour of the heat map: red, green and blue from 0 to 1. */
export type Heat = readonly [red: number, green: number, blue: number];

/** From no difference to the largest, at even distances. Each is brighter than the one before: read in grey, it is still right. */
export const HEAT_MAP: readonly [Heat, ...Heat[]] = [
  [0, 0, 0],
  [0.16, 0.04, 0.4],
  [0.45, 0.07, 0.5],
  [0.75, 0.2, 0.35],
  [0.95, 0.45, 0.12],
  [1, 0.75, 0.2],
  [1, 1, 0.85],
];

/** The difference between two 8-bit values that a gain shows as bright as it gets. */
export function fullAt(gain: number): number {
  return Math.round(255 / gain);
}

/** Red, green, blue and alpha, 0–255 each. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** How far two pixels are apart: in the channel in which they are most, as the heat map shows it. Alpha does not count. */
export function pixelDifference(one: Rgba, other: Rgba): number {
  return Math.max(...[0, 1, 2].map((channel) => Math.abs((one[channel] ?? 0) - (other[channel] ?? 0))));
}

/** A pixel's colour as people write it: `#rrggbb`. */
export function hexOf([red, green, blue]: Rgba): string {
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
