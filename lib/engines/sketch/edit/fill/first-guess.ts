import type { Random } from "../../raster/random";
import { f32, i32, item, u8 } from "../../raster/sample";
import { PATCH, type PatchField, REACH } from "./patch-field";

/** Comparisons of two patches that the guess may take; with more of them only some of the sources are looked at. */
const MOST_COMPARED = 600_000;
/** Chance lets a source win that fits this much worse: another seed guesses another filling. */
const CHANCE = 0.12;

/** What is used again costs so much more: by the share, and a little in any case. A pattern of one patch over and over is no ground. */
const USED_AGAIN = 0.3;
const USED_LEAST = 0.0012 * PATCH;

/**
 * Fills the hole of the smallest picture ring after ring from its border, each pixel from the source whose surroundings are most like what is
 * known around it: lines that run into the hole go on in it. Returns the source of each pixel filled, else −1.
 */
export function guessInwards(field: PatchField, random: Random): Int32Array {
  const { picture, hole, sources } = field;
  const found = new Int32Array(hole.length).fill(-1);
  const isKnown = Uint8Array.from(hole, (flag) => 1 - flag);
  const open = hole.reduce((sum, flag) => sum + flag, 0);
  const uses = new Uint16Array(hole.length);
  const stride = Math.max(1, Math.ceil((open * sources.length) / MOST_COMPARED));
  for (let ring = borderOf(isKnown, picture.width); ring.length > 0; ring = borderOf(isKnown, picture.width)) {
    for (const pixel of ring) {
      const source = bestFor(pixel, field, { isKnown, uses, stride, random });
      uses[source] = (uses[source] ?? 0) + 1;
      found[pixel] = source;
      for (let k = 0; k < 3; k++) picture.samples[pixel * 3 + k] = f32(picture.samples, source * 3 + k);
    }
    for (const pixel of ring) isKnown[pixel] = 1;
  }
  return found;
}

/** Unknown pixels beside known ones, those with the most known around them first. */
function borderOf(isKnown: Uint8Array, width: number): readonly number[] {
  const height = isKnown.length / width;
  const border: { readonly pixel: number; readonly known: number }[] = [];
  for (let pixel = 0; pixel < isKnown.length; pixel++) {
    if (u8(isKnown, pixel) === 1) continue;
    const x = pixel % width;
    const y = (pixel - x) / width;
    let known = 0;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) known += u8(isKnown, ny * width + nx);
    if (known > 0) border.push({ pixel, known });
  }
  return border.sort((a, b) => b.known - a.known || a.pixel - b.pixel).map(({ pixel }) => pixel);
}

interface Guess {
  readonly isKnown: Uint8Array;
  /** How often each source has been used. */
  readonly uses: Uint16Array;
  readonly stride: number;
  readonly random: Random;
}

function bestFor(pixel: number, field: PatchField, { isKnown, uses, stride, random }: Guess): number {
  const { sources } = field;
  const offsets = knownAround(pixel, field, isKnown);
  // Outside every reach the nearest in colour is better than none.
  for (const isStrict of [true, false]) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let k = Math.floor(random.next() * stride); k < sources.length; k += stride) {
      const source = item(sources, k);
      if (isStrict && !field.isFit(pixel, source)) continue;
      const used = uses[source] ?? 0;
      const alike = unlikeness(pixel, source, field, offsets, least);
      const cost = alike * (1 + CHANCE * random.next() + USED_AGAIN * used) + USED_LEAST * used;
      if (cost < least) [best, least] = [source, cost];
    }
    if (best >= 0) return best;
  }
  return item(sources, 0);
}

/** Steps from a pixel to the known ones of its patch. */
function knownAround(pixel: number, { width, height }: PatchField, isKnown: Uint8Array): Int32Array {
  const x = pixel % width;
  const y = (pixel - x) / width;
  const steps: number[] = [];
  for (let dy = Math.max(-REACH, -y); dy <= Math.min(REACH, height - 1 - y); dy++)
    for (let dx = Math.max(-REACH, -x); dx <= Math.min(REACH, width - 1 - x); dx++)
      if (u8(isKnown, pixel + dy * width + dx) === 1) steps.push(dy * width + dx);
  return Int32Array.from(steps);
}

/** Summed as over a whole patch. Stops where it exceeds `limit`. */
function unlikeness(pixel: number, source: number, field: PatchField, steps: Int32Array, limit: number): number {
  const { samples } = field.picture;
  const scale = PATCH / Math.max(1, steps.length * 3);
  let sum = field.wayCost(pixel, source);
  for (let n = 0; n < steps.length; n++) {
    const step = i32(steps, n);
    const [p, q] = [(pixel + step) * 3, (source + step) * 3];
    const red = f32(samples, p) - f32(samples, q);
    const green = f32(samples, p + 1) - f32(samples, q + 1);
    const blue = f32(samples, p + 2) - f32(samples, q + 2);
    sum += scale * (red * red + green * green + blue * blue);
    if (sum > limit) return sum;
  }
  return sum;
}
