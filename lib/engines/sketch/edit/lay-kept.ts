import type { Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { f32 } from "../raster/sample";
import { spreadRow } from "./edge-tones";
import { inpaint } from "./fill/inpaint";
import { cropped } from "./frame";

/** Where the old picture lies in the larger one, and how much of its border is bare paper. Pixels. */
export interface Kept {
  readonly left: number;
  readonly top: number;
  /** Along the sides that were extended this much of the old picture gives way. */
  readonly margin: number;
}

/** A border of this share of the old side is woven from what lies on both sides of it, as far as so many borders. */
const WOVEN = 0.022;
const WARP = 5;
/** What it costs to weave with something from another height. */
const HEIGHT_COST = 0.4;
/** How far the tone of the old picture reaches beyond its edge, and of how deep a strip it is taken, as shares of the old side. */
const TONE_REACH = 0.16;
const STRIP = 0.03;

/**
 * Lays `old` into `painted`, a larger picture of the same scene, in place. Inside nothing of it is touched; outside, what was painted
 * takes on the tone of its edge, and a narrow border is woven of both, so that no seam is seen.
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
      for (let side = 0; side < across; side++) {
        const to = inPainted(along, side);
        for (let k = 0; k < 3; k++) {
          const tone = mix(f32(broad, side * 3 + k), f32(fine, side * 3 + k), narrow) * kept;
          painted.samples[to + k] = clamp(f32(painted.samples, to + k) + tone);
        }
      }
    }
  }
  for (let along = margin; along < length - margin; along++)
    for (let side = 0; side < across; side++) {
      const [from, to] = [inOld(along, side), inPainted(start + along, side)];
      for (let k = 0; k < 3; k++) painted.samples[to + k] = f32(old.samples, from + k);
    }
  for (const border of [start + margin, start + length - margin])
    weave(painted, border, { isWider, isBefore: border <= start + margin, length });
}

interface Weave {
  readonly isWider: boolean;
  /** Whether what is new lies before the border. */
  readonly isBefore: boolean;
  readonly length: number;
}

/** Fills a strip of what is new along a border from what lies on both sides of it: strokes and lines run through. */
function weave(painted: Raster, border: number, { isWider, isBefore, length }: Weave): void {
  const strip = Math.max(3, Math.round(length * WOVEN));
  const end = isWider ? painted.width : painted.height;
  const from = Math.max(0, border - WARP * strip);
  const to = Math.min(end, border + WARP * strip);
  const first = Math.max(0, isBefore ? border - strip : border);
  const last = Math.min(end, isBefore ? border : border + strip);
  if (last <= first || to - from < 3 * strip) return;
  const part = isWider ? cropped(painted, from, 0, to - from, painted.height) : cropped(painted, 0, from, painted.width, to - from);
  const hole = new Uint8Array(part.width * part.height);
  for (let pixel = 0; pixel < hole.length; pixel++) {
    const along = from + (isWider ? pixel % part.width : Math.floor(pixel / part.width));
    if (along >= first && along < last) hole[pixel] = 1;
  }
  const woven = inpaint(part, hole, { seed: "woven", heightCost: HEIGHT_COST });
  for (let y = 0; y < part.height; y++) {
    const at = isWider ? (y * painted.width + from) * 3 : (y + from) * painted.width * 3;
    painted.samples.set(woven.samples.subarray(y * part.width * 3, (y + 1) * part.width * 3), at);
  }
}
