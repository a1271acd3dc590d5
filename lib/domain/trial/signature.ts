import { z } from "zod";

/** Bins of every histogram of a signature. */
export const BINS = 12;
/** Side of the small grey picture a signature keeps, pixels. */
export const GREY_SIDE = 32;

const Histogram = z.array(z.number().min(0).max(1)).length(BINS);

/** One colour of a picture in OKLab (Ottosson 2020), and how much of the picture it is. */
export const PaletteColour = z.strictObject({ l: z.number(), a: z.number(), b: z.number(), share: z.number() });
export type PaletteColour = z.infer<typeof PaletteColour>;

/**
 * What a picture looks like, in two kilobytes: enough to say how far two pictures are from each other in manner, colour and
 * composition without opening them again. `own-1` are statistics of this studio, no trained network: what it cannot see
 * (a face that is another, a brush that is another with the same grain) it does not measure.
 */
export const Signature = z.strictObject({
  method: z.literal("own-1"),
  /** How light, how colourful, and – at three sizes of detail – how rough it is: histograms that each add up to 1. */
  lightness: Histogram,
  chroma: Histogram,
  grain: z.array(Histogram).length(3),
  palette: z.array(PaletteColour).min(1).max(6),
  /** 64 bits as 16 hexadecimal digits: the signs of the coarsest waves of the grey picture (pHash). */
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  /** The grey picture, 32 × 32 bytes, base64. */
  grey: z.string(),
});
export type Signature = z.infer<typeof Signature>;

/** How far a picture is in manner (0 = the same distribution of light, colour and grain, 1 = nothing in common) and in colour (ΔE in OKLab). */
export const Distance = z.strictObject({ style: z.number(), palette: z.number() });
export type Distance = z.infer<typeof Distance>;

export function distanceBetween(one: Signature, other: Signature): Distance {
  const histograms = (signature: Signature) => [signature.lightness, signature.chroma, ...signature.grain];
  const others = histograms(other);
  const apart = histograms(one).map((histogram, index) => moved(histogram, others[index] ?? []));
  return {
    style: apart.reduce((sum, part) => sum + part, 0) / apart.length,
    palette: (paletteReach(one.palette, other.palette) + paletteReach(other.palette, one.palette)) / 2,
  };
}

/** How far one histogram must be moved to become the other (earth mover's distance), as a share of the longest way. */
function moved(one: readonly number[], other: readonly number[]): number {
  let [carried, work] = [0, 0];
  for (const [bin, share] of one.entries()) {
    carried += share - (other[bin] ?? 0);
    work += Math.abs(carried);
  }
  return work / (one.length - 1);
}

/** For each colour the nearest one there, weighted by how much of the picture it is. */
function paletteReach(from: readonly PaletteColour[], to: readonly PaletteColour[]): number {
  return from.reduce(
    (sum, { l, a, b, share }) => sum + share * Math.min(...to.map((other) => Math.hypot(l - other.l, a - other.a, b - other.b))),
    0,
  );
}

/** How many of the 64 bits of two hashes differ. */
export function hashDistance(one: string, other: string): number {
  let count = 0;
  for (let digit = 0; digit < one.length; digit += 1) {
    let different = Number.parseInt(one.charAt(digit), 16) ^ Number.parseInt(other.charAt(digit), 16);
    for (; different > 0; different &= different - 1) count += 1;
  }
  return count;
}

/** Windows of the similarity: pixels of the grey picture. */
const WINDOW = 8;
const STEP = 4;
/** (0.01 × 255)² and (0.03 × 255)², as published. */
const [C1, C2] = [6.5025, 58.5225];

/**
 * How alike two compositions are: the structural similarity (Wang et al. 2004) of the two grey pictures, averaged over
 * windows. 1 = the same, about 0 = nothing in the same place.
 */
export function similarity(one: Uint8Array, other: Uint8Array): number {
  let [sum, windows] = [0, 0];
  for (let top = 0; top + WINDOW <= GREY_SIDE; top += STEP)
    for (let left = 0; left + WINDOW <= GREY_SIDE; left += STEP) {
      sum += windowSimilarity(one, other, top, left);
      windows += 1;
    }
  return sum / windows;
}

function windowSimilarity(one: Uint8Array, other: Uint8Array, top: number, left: number): number {
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let row = top; row < top + WINDOW; row += 1)
    for (let column = left; column < left + WINDOW; column += 1) {
      const a = one[row * GREY_SIDE + column] ?? 0;
      const b = other[row * GREY_SIDE + column] ?? 0;
      x += a;
      y += b;
      xx += a * a;
      yy += b * b;
      xy += a * b;
    }
  const n = WINDOW * WINDOW;
  const [meanX, meanY] = [x / n, y / n];
  const [varX, varY, both] = [xx / n - meanX ** 2, yy / n - meanY ** 2, xy / n - meanX * meanY];
  return ((2 * meanX * meanY + C1) * (2 * both + C2)) / ((meanX ** 2 + meanY ** 2 + C1) * (varX + varY + C2));
}
