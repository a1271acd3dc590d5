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

/** How a difference is shown: each colour brighter by a factor, or the largest of the three as heat. */
export interface DifferenceShade {
  readonly gain: number;
  readonly isHeat: boolean;
}

const OPAQUE = 0xff000000;

/**
 * Shows differences: pixels of 32 bits, red lowest, as a canvas gives them where bytes lie little end first. One look-up a pixel: a screen of
 * them takes a few milliseconds.
 * @param apart the differences @param shown as many pixels, all written; may be the same array
 */
export function shadeDifference(apart: Uint32Array, shown: Uint32Array, { gain, isHeat }: DifferenceShade): void {
  if (isHeat) {
    const heat = Uint32Array.from({ length: 256 }, (_, apart) => heatOf(apart, gain));
    for (let at = 0; at < apart.length; at += 1) {
      const pixel = apart[at] ?? 0;
      const [red, green, blue] = [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255];
      shown[at] = heat[red > green ? (red > blue ? red : blue) : green > blue ? green : blue] ?? 0;
    }
    return;
  }
  const brighter = Uint32Array.from({ length: 256 }, (_, apart) => Math.min(255, Math.round(apart * gain)));
  for (let at = 0; at < apart.length; at += 1) {
    const pixel = apart[at] ?? 0;
    shown[at] =
      (OPAQUE |
        ((brighter[(pixel >>> 16) & 255] ?? 0) << 16) |
        ((brighter[(pixel >>> 8) & 255] ?? 0) << 8) |
        (brighter[pixel & 255] ?? 0)) >>>
      0;
  }
}

/** The heat of one difference, between the two colours of the map it lies between. */
function heatOf(apart: number, gain: number): number {
  const place = Math.min(1, (apart * gain) / 255) * (HEAT_MAP.length - 1);
  const [from, to] = [HEAT_MAP[Math.floor(place)] ?? HEAT_MAP[0], HEAT_MAP[Math.ceil(place)] ?? HEAT_MAP[0]];
  const part = (channel: 0 | 1 | 2) => Math.round((from[channel] + (to[channel] - from[channel]) * (place % 1)) * 255);
  return (OPAQUE | (part(2) << 16) | (part(1) << 8) | part(0)) >>> 0;
}
