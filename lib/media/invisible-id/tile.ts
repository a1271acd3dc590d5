import { idBits } from "./payload";

/** The mark is one square that repeats over the whole picture, so that any piece of it is enough. Pixels. */
export const TILE = 128;
/** The square is a mosaic of chips of this many pixels: large enough to be seen again after the picture was halved. */
const CHIP = 4;
const CHIPS = TILE / CHIP;
/** Pixels around one whose mean is taken away before anything is compared: a picture is mostly slow changes. */
const RADIUS = 7;
/** An edge says nothing about the mark, and must not drown it. Levels. */
const MOST = 20;

/** Which square of the mosaic a pattern lights up: rows of a Hadamard matrix, so that no two patterns overlap, shuffled to look like noise. */
function pattern(row: number): Float32Array {
  const tile = new Float32Array(TILE * TILE);
  for (let at = 0; at < tile.length; at += 1) {
    const chip = Math.floor(Math.floor(at / TILE) / CHIP) * CHIPS + Math.floor((at % TILE) / CHIP);
    tile[at] = (SIGN[chip] ?? 1) * (isOdd(row & (ORDER[chip] ?? 0)) ? -1 : 1);
  }
  return tile;
}

function isOdd(word: number): boolean {
  let bits = 0;
  for (let left = word; left !== 0; left &= left - 1) bits ^= 1;
  return bits === 1;
}

// Drawn once and for ever: what was marked last year is read with the same patterns.
const [SIGN, ORDER] = (() => {
  let state = 0x5e1ec75;
  const draw = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const sign = Int8Array.from({ length: CHIPS * CHIPS }, () => (draw() & 0x100 ? 1 : -1));
  const order = Uint16Array.from({ length: CHIPS * CHIPS }, (_, index) => index);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = draw() % (last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return [sign, order] as const;
})();

export interface Patterns {
  /** Where the square begins is found by this one. */
  readonly sync: Float32Array;
  /** One for each bit, added or taken away. */
  readonly bits: readonly Float32Array[];
}

const raw: Patterns = { sync: pattern(1), bits: Array.from({ length: idBits }, (_, bit) => pattern(bit + 2)) };
/** As they are added to a picture. */
export const ADDED = raw;
/** As they are looked for: seen through the same filter as the picture. */
export const SOUGHT: Patterns = { sync: sharpened(raw.sync), bits: raw.bits.map(sharpened) };

function sharpened(tile: Float32Array): Float32Array {
  const wrapped = { pixels: tile, width: TILE, height: TILE };
  const filtered = withoutSlowChanges(wrapped, true);
  const size = Math.sqrt(filtered.reduce((sum, value) => sum + value * value, 0));
  return filtered.map((value) => value / size);
}

/** Brightness of a picture, 0 to 255, row by row. */
export interface Brightness {
  readonly pixels: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** The picture folded onto one square: what repeats adds up, everything else cancels out. */
export function folded(picture: Brightness): Float32Array {
  const fast = withoutSlowChanges(picture, false);
  const sums = new Float32Array(TILE * TILE);
  const counts = new Float32Array(TILE * TILE);
  for (let y = 0, at = 0; y < picture.height; y += 1)
    for (let x = 0; x < picture.width; x += 1, at += 1) {
      const place = (y % TILE) * TILE + (x % TILE);
      sums[place] = (sums[place] ?? 0) + Math.max(-MOST, Math.min(MOST, fast[at] ?? 0));
      counts[place] = (counts[place] ?? 0) + 1;
    }
  return sums.map((sum, place) => sum / Math.max(1, counts[place] ?? 1));
}

/** Each pixel less the mean of those around it. A tile continues on its other side; a picture ends at its edge. */
function withoutSlowChanges({ pixels, width, height }: Brightness, wraps: boolean): Float32Array {
  const rows = new Float32Array(pixels.length);
  const means = new Float32Array(pixels.length);
  for (let y = 0; y < height; y += 1) meanAlong(pixels, rows, { from: y * width, step: 1, length: width, wraps });
  for (let x = 0; x < width; x += 1) meanAlong(rows, means, { from: x, step: width, length: height, wraps });
  return means.map((mean, at) => (pixels[at] ?? 0) - mean);
}

interface Line {
  readonly from: number;
  readonly step: number;
  readonly length: number;
  readonly wraps: boolean;
}

function meanAlong(source: Float32Array, target: Float32Array, { from, step, length, wraps }: Line): void {
  const at = (index: number) => {
    const place = wraps ? (index + length) % length : Math.max(0, Math.min(length - 1, index));
    return source[from + place * step] ?? 0;
  };
  let sum = 0;
  for (let index = -RADIUS; index <= RADIUS; index += 1) sum += at(index);
  for (let index = 0; index < length; index += 1) {
    target[from + index * step] = sum / (2 * RADIUS + 1);
    sum += at(index + RADIUS + 1) - at(index - RADIUS);
  }
}
