import { f32, i32, u8 } from "../../raster/sample";
import { type PatchField, REACH } from "./patch-field";

/** What fits better than this (summed over a patch) fits as well as one can tell. */
const NOISE = 0.02;

/**
 * The patches that cover a pixel of the hole vote for its colour, each the more the better it fits. `evenness` is how many times worse than the
 * best one a patch may fit and still have a third of its voice: much on small pictures, which shall agree; little on large ones, which shall
 * be sharp.
 */
export function vote(field: PatchField, evenness: number): void {
  const { picture, width, height, hole, nearest, costs } = field;
  const { samples } = picture;
  const source = samples.slice();
  for (let pixel = 0; pixel < hole.length; pixel++) {
    if (u8(hole, pixel) === 0) continue;
    const [left, right, top, bottom] = windowOf(pixel, width, height);
    let least = Number.POSITIVE_INFINITY;
    for (let y = top; y <= bottom; y++)
      for (let at = y * width + left; at <= y * width + right; at++)
        if (i32(nearest, at) >= 0 && f32(costs, at) < least) least = f32(costs, at);
    if (least === Number.POSITIVE_INFINITY) continue;
    const scale = 1 / (evenness * (least + NOISE));
    let [red, green, blue, total] = [0, 0, 0, 0];
    for (let y = top; y <= bottom; y++) {
      for (let at = y * width + left; at <= y * width + right; at++) {
        const held = i32(nearest, at);
        if (held < 0) continue;
        const weight = Math.exp((least - f32(costs, at)) * scale);
        if (weight < 0.01) continue;
        const from = (held + pixel - at) * 3;
        red += weight * f32(source, from);
        green += weight * f32(source, from + 1);
        blue += weight * f32(source, from + 2);
        total += weight;
      }
    }
    samples[pixel * 3] = red / total;
    samples[pixel * 3 + 1] = green / total;
    samples[pixel * 3 + 2] = blue / total;
  }
}

/** Each pixel of the hole copied from the best of the patches that cover it. Returns where from; −1 elsewhere. */
export function copyBest({ picture, width, height, hole, nearest, costs }: PatchField): Int32Array {
  const { samples } = picture;
  const from = new Int32Array(hole.length).fill(-1);
  for (let pixel = 0; pixel < hole.length; pixel++) {
    if (u8(hole, pixel) === 0) continue;
    const [left, right, top, bottom] = windowOf(pixel, width, height);
    let least = Number.POSITIVE_INFINITY;
    for (let y = top; y <= bottom; y++) {
      for (let at = y * width + left; at <= y * width + right; at++) {
        const held = i32(nearest, at);
        if (held < 0 || f32(costs, at) >= least) continue;
        least = f32(costs, at);
        from[pixel] = held + pixel - at;
      }
    }
    const best = i32(from, pixel);
    if (best >= 0) for (let k = 0; k < 3; k++) samples[pixel * 3 + k] = f32(samples, best * 3 + k);
  }
  return from;
}

function windowOf(pixel: number, width: number, height: number): readonly [left: number, right: number, top: number, bottom: number] {
  const x = pixel % width;
  const y = (pixel - x) / width;
  return [Math.max(0, x - REACH), Math.min(width - 1, x + REACH), Math.max(0, y - REACH), Math.min(height - 1, y + REACH)];
}
