import type { Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { f32 } from "../raster/sample";
import { spreadRow } from "./edge-tones";

/** Where the old picture lies in the larger one, and how much of its border is bare paper. Pixels. */
export interface Kept {
  readonly left: number;
  readonly top: number;
  /** Along the sides that were extended this much of the old picture gives way. */
  readonly margin: number;
}

/** Over this share of the old side its own brushwork, turned round, passes into what was painted anew. */
const TURNED = 0.045;
/** How far the tone of the old picture reaches beyond its edge, and of how deep a strip it is taken, as shares of the old side. */
const TONE_REACH = 0.16;
const STRIP = 0.03;

/**
 * Lays `old` into `painted`, a larger picture of the same scene, in place. Inside nothing of it is touched; outside, what was painted
 * takes on the tone of its edge and begins with its brushwork, so that no seam is seen.
 */
export function layKept(painted: Raster, old: Raster, { left, top, margin }: Kept): void {
  const isWider = painted.width > old.width;
  const across = isWider ? old.height : old.width;
  const length = isWider ? old.width : old.height;
  const start = isWider ? left : top;
  const end = (isWider ? painted.width : painted.height) - 1;
  const inOld = (along: number, side: number) => (isWider ? side * old.width + along : along * old.width + side) * 3;
  const inPainted = (along: number, side: number) => (isWider ? side * painted.width + along : along * painted.width + side) * 3;
  const strip = Math.max(1, Math.round(length * STRIP));
  const turned = Math.max(2, length * TURNED);
  for (const isAfter of [false, true]) {
    const edge = isAfter ? length - 1 - margin : margin;
    const step = isAfter ? -1 : 1;
    const tones = new Float32Array(across * 3);
    for (let side = 0; side < across; side++) {
      for (let deep = 0; deep < strip; deep++) {
        const [from, to] = [inOld(edge + step * deep, side), inPainted(start + edge + step * deep, side)];
        for (let k = 0; k < 3; k++)
          tones[side * 3 + k] = f32(tones, side * 3 + k) + (f32(old.samples, from + k) - f32(painted.samples, to + k)) / strip;
      }
    }
    const weights = new Float32Array(across).fill(1);
    const [fine, broad] = [spreadRow(tones, weights, Math.max(1, across * 0.02)), spreadRow(tones, weights, Math.max(2, across * 0.12))];
    for (let distance = 1; ; distance++) {
      const along = start + edge - step * distance;
      if (along < 0 || along > end) break;
      const kept = Math.exp(-distance / (TONE_REACH * length));
      const narrow = Math.exp(-distance / (0.25 * TONE_REACH * length));
      const share = smooth(turned, 0, distance);
      for (let side = 0; side < across; side++) {
        const [from, to] = [inOld(edge + step * Math.min(length - 1 - 2 * margin, distance - 1), side), inPainted(along, side)];
        for (let k = 0; k < 3; k++) {
          const tone = mix(f32(broad, side * 3 + k), f32(fine, side * 3 + k), narrow) * kept;
          painted.samples[to + k] = clamp(mix(f32(painted.samples, to + k) + tone, f32(old.samples, from + k), share));
        }
      }
    }
  }
  for (let along = margin; along < length - margin; along++)
    for (let side = 0; side < across; side++) {
      const [from, to] = [inOld(along, side), inPainted(start + along, side)];
      for (let k = 0; k < 3; k++) painted.samples[to + k] = f32(old.samples, from + k);
    }
}
