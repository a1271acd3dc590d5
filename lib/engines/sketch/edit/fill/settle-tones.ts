import type { Raster } from "../../raster/image";
import { clamp } from "../../raster/maths";
import { f32, i32, u8 } from "../../raster/sample";

/** Over-relaxation, and how much each pixel holds to what it is: a step in tone is spread over some tens of pixels. */
const RELAXED = 1.8;
const HOLD = 0.004;
/** Where two copies meet, a step in tone up to this is evened out; from twice of it on it is an edge of something and stays. */
const TONE = 0.09;

/**
 * Takes the steps in tone out of a hole that was filled by copying, in place: where copies from two places meet, and at the border of the
 * hole, light and colour pass into each other while what is drawn stays (gradients of the sources, Perez 2003). `from` is where each pixel of the
 * hole was copied from. Pixels outside the hole are not touched.
 */
export function settleTones(picture: Raster, hole: Uint8Array, from: Int32Array, sweeps: number): void {
  const { width, height, samples } = picture;
  const pixels: number[] = [];
  const order = new Int32Array(hole.length).fill(-1);
  for (let pixel = 0; pixel < hole.length; pixel++) {
    if (u8(hole, pixel) === 0 || i32(from, pixel) < 0) continue;
    order[pixel] = pixels.length;
    pixels.push(pixel);
  }
  const neighbours = new Int32Array(pixels.length * 4).fill(-1);
  // Sum over the neighbours of the steps to each, three channels, and how many neighbours count.
  const steps = new Float32Array(pixels.length * 3);
  const counts = new Uint8Array(pixels.length);
  const step = new Float32Array(3);
  for (const [at, pixel] of pixels.entries()) {
    const x = pixel % width;
    const y = (pixel - x) / width;
    for (let side = 0; side < 4; side++) {
      const [nx, ny] = [x + (side === 0 ? -1 : side === 1 ? 1 : 0), y + (side === 2 ? -1 : side === 3 ? 1 : 0)];
      if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
      const next = ny * width + nx;
      const isInside = u8(hole, next) === 1;
      if (isInside && i32(order, next) < 0) continue;
      measureStep(samples, hole, from, pixel, next, isInside, step);
      for (let k = 0; k < 3; k++) steps[at * 3 + k] = f32(steps, at * 3 + k) + f32(step, k);
      counts[at] = u8(counts, at) + 1;
      if (isInside) neighbours[at * 4 + side] = i32(order, next);
    }
  }
  const change = new Float32Array(pixels.length * 3);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isForward = sweep % 2 === 0;
    for (let n = 0; n < pixels.length; n++) {
      const at = isForward ? n : pixels.length - 1 - n;
      const count = u8(counts, at);
      if (count === 0) continue;
      for (let k = 0; k < 3; k++) {
        let sum = f32(steps, at * 3 + k);
        for (let side = at * 4; side < at * 4 + 4; side++) {
          const next = i32(neighbours, side);
          if (next >= 0) sum += f32(change, next * 3 + k);
        }
        const own = f32(change, at * 3 + k);
        change[at * 3 + k] = own + RELAXED * (sum / (count + HOLD) - own);
      }
    }
  }
  for (const [at, pixel] of pixels.entries())
    for (let k = 0; k < 3; k++) samples[pixel * 3 + k] = clamp(f32(samples, pixel * 3 + k) + f32(change, at * 3 + k));
}

/** By how much more a pixel would have to be, beside its neighbour, to be as it is beside it in the sources. */
function measureStep(
  samples: Float32Array,
  hole: Uint8Array,
  from: Int32Array,
  pixel: number,
  next: number,
  isInside: boolean,
  step: Float32Array,
): void {
  step.fill(0);
  const way = next - pixel;
  const [own, other] = [i32(from, pixel), isInside ? i32(from, next) : next];
  if (own + way === other) return;
  let most = 0;
  for (let k = 0; k < 3; k++) {
    const [here, there] = [f32(samples, pixel * 3 + k), f32(samples, next * 3 + k)];
    const beside = (own + way) * 3 + k;
    const isUsable = beside >= 0 && beside < samples.length && u8(hole, own + way) === 0;
    // Seen from this pixel's source, and from the neighbour's.
    const mine = isUsable ? there - f32(samples, beside) : 0;
    const before = (other - way) * 3 + k;
    const isMutual = isInside && before >= 0 && before < samples.length && u8(hole, other - way) === 0;
    const theirs = isMutual ? f32(samples, before) - here : mine;
    const wanted = (mine + theirs) / 2;
    step[k] = wanted;
    most = Math.max(most, Math.abs(wanted));
  }
  const share = clamp(2 - most / TONE);
  for (let k = 0; k < 3; k++) step[k] = f32(step, k) * share;
}
