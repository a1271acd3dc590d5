import { correlate } from "./correlate";
import { fromBits } from "./payload";
import { type Brightness, folded, SOUGHT, TILE } from "./tile";

/** How far the best place must stand out of all others, in standard deviations, before bits are read at all. */
const MAY_BE_ONE = 5;
/** From here on it is hardly chance, and the least certain bits are tried both ways; below, each must be right as it is. */
const IS_ONE = 6.5;
const DOUBTFUL = 4;

/** The invisible id in a picture at the size it was marked at, wherever it was cut; null when there is none. */
export function readId(picture: Brightness): string | null {
  if (picture.width < TILE || picture.height < TILE) return null;
  const tile = folded(picture);
  const { place, standsOut } = bestPlace(tile);
  if (standsOut < MAY_BE_ONE) return null;
  return decode(correlations(tile, place), standsOut < IS_ONE ? 0 : DOUBTFUL);
}

/** How strongly each bit is there when the square begins at this place. */
export function correlations(tile: Float32Array, place: number): Float32Array {
  const dx = place % TILE;
  const dy = Math.floor(place / TILE);
  const aligned = new Float32Array(tile.length);
  for (let at = 0; at < tile.length; at += 1) {
    const x = ((at % TILE) + dx) % TILE;
    const y = (Math.floor(at / TILE) + dy) % TILE;
    aligned[at] = tile[y * TILE + x] ?? 0;
  }
  return Float32Array.from(SOUGHT.bits, (bit) => dot(aligned, bit));
}

export const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

function bestPlace(tile: Float32Array): { place: number; standsOut: number } {
  const map = correlate(tile, SOUGHT.sync, TILE);
  let place = 0;
  let squares = 0;
  for (let at = 0; at < map.length; at += 1) {
    squares += (map[at] ?? 0) ** 2;
    if ((map[at] ?? 0) > (map[place] ?? 0)) place = at;
  }
  return { place, standsOut: (map[place] ?? 0) / Math.sqrt(squares / map.length) };
}

function decode(strengths: Float32Array, doubts: number): string | null {
  const doubtful = [...strengths.keys()].sort((a, b) => Math.abs(strengths[a] ?? 0) - Math.abs(strengths[b] ?? 0)).slice(0, doubts);
  for (let flips = 0; flips < 1 << doubts; flips += 1) {
    const bits = strengths.map((strength, bit) => (flips & (1 << doubtful.indexOf(bit)) && doubtful.includes(bit) ? -strength : strength));
    const id = fromBits(bits);
    if (id !== null) return id;
  }
  return null;
}
