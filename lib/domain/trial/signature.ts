import { z } from "zod";
import { ContentClasses } from "../asset/unsafe";

/** Side of the small grey picture a signature keeps, pixels. */
export const GREY_SIDE = 32;

/** One colour of a picture in OKLab (Ottosson 2020), and how much of the picture it is. */
export const PaletteColour = z.strictObject({ l: z.number(), a: z.number(), b: z.number(), share: z.number() });
export type PaletteColour = z.infer<typeof PaletteColour>;

/**
 * How a picture was looked at. Only pictures that were looked at in the same way are compared.
 * - `mobilenet-1`: manner and classes by MobileNetV2, colour and composition by this studio.
 * - `no-network-1`: colour and composition alone, on a machine that cannot run the network.
 * - `own-1`: by an older studio, whose histograms of light and grain said something else about manner. Measured anew.
 */
export const MeasureMethod = z.enum(["mobilenet-1", "no-network-1", "own-1"]);
export type MeasureMethod = z.infer<typeof MeasureMethod>;

/** Ways of looking that are not used any more. */
export const OLD_METHODS = ["own-1"] as const satisfies readonly MeasureMethod[];

/**
 * What a picture looks like, in three kilobytes: enough to say how far two pictures are from each other in manner, colour and composition without
 * opening them again.
 */
export const Signature = z.object({
  method: MeasureMethod,
  /** Mean and deviation of every channel of the network's blocks 1, 3 and 6, a unit vector for each: 240 floats, little-endian, base64. */
  manner: z.string().nullable().default(null),
  /** What the network takes the picture for. */
  classes: ContentClasses.nullable().default(null),
  palette: z.array(PaletteColour).min(1).max(6),
  /** 64 bits as 16 hexadecimal digits: the signs of the coarsest waves of the grey picture (pHash). */
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  /** The grey picture, 32 × 32 bytes, base64. */
  grey: z.string(),
});
export type Signature = z.infer<typeof Signature>;

/**
 * How far a picture is in manner (1 − the cosine of what the network's early blocks say: the same hand and subject at another seed is about 0.01,
 * another medium 0.1 and more; null where no network looked) and in colour (ΔE in OKLab).
 */
export const Distance = z.strictObject({ style: z.number().nullable(), palette: z.number() });
export type Distance = z.infer<typeof Distance>;

export function distanceBetween(one: Signature, other: Signature): Distance {
  return {
    style: one.manner === null || other.manner === null ? null : mannerApart(floatsOf(one.manner), floatsOf(other.manner)),
    palette: (paletteReach(one.palette, other.palette) + paletteReach(other.palette, one.palette)) / 2,
  };
}

/** Unit vectors of the blocks, one behind the other. */
const MANNER_BLOCKS = 3;

function mannerApart(one: Float32Array, other: Float32Array): number {
  const product = one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
  return Math.min(1, Math.max(0, 1 - product / MANNER_BLOCKS));
}

function floatsOf(base64: string): Float32Array {
  const bytes = new DataView(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, index) => bytes.getFloat32(index * 4, true));
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
