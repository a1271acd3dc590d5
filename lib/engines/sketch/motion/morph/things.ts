import { clamp, mix } from "../../raster/maths";
import { u8 } from "../../raster/sample";
import type { Plate } from "../plate";

/** Where the thing of a picture stands and how far it spreads, in shares of the picture's width and height. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
}

/** The things of two pictures, of which the one becomes the other. */
export interface ThingPair {
  readonly first: Place;
  readonly last: Place;
}

/** A thing smaller than this share of the picture is chance, larger than that the picture itself. */
const LEAST_SHARE = 0.006;
const MOST_SHARE = 0.6;
/** A guessed thing becomes at most so many times broader or taller: beyond, something else was taken for it in one of the two. */
const MOST_GROWTH = 1.9;
/** The same where scenes say that it is the same thing. */
const MOST_KNOWN_GROWTH = 6;

/** The pair, where both pictures are of one thing and either could become the other. */
export function pairThings(first: Plate, last: Plate): ThingPair | null {
  const [from, to] = [placeOf(first), placeOf(last)];
  if (from === null || to === null) return null;
  const isKnown = [first, last].every(({ parts }) => parts.some((part) => part.isKnown));
  const most = isKnown ? MOST_KNOWN_GROWTH : MOST_GROWTH;
  const isLikely = (growth: number) => growth < most && growth > 1 / most;
  return isLikely(to.across / from.across) && isLikely(to.down / from.down) ? { first: from, last: to } : null;
}

/** Where the thing stands at `passed` (0–1) of the way. */
export function placeAt({ first, last }: ThingPair, passed: number): Place {
  const grown = (from: number, to: number) => from ** (1 - passed) * to ** passed;
  return {
    x: mix(first.x, last.x, passed),
    y: mix(first.y, last.y, passed),
    across: grown(first.across, last.across),
    down: grown(first.down, last.down),
  };
}

function placeOf({ width, height, partOf, parts }: Plate): Place | null {
  const isThing = Uint8Array.from({ length: 256 }, (_, part) => (parts[part]?.isThing === true ? 1 : 0));
  let count = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  for (let row = 0; row < height; row += 2) {
    for (let column = 0; column < width; column += 2) {
      if (u8(isThing, u8(partOf, row * width + column)) === 0) continue;
      const u = (column + 0.5) / width;
      const v = (row + 0.5) / height;
      count++;
      x += u;
      y += v;
      xx += u * u;
      yy += v * v;
    }
  }
  const share = clamp((count * 4) / (width * height));
  if (share < LEAST_SHARE || share > MOST_SHARE) return null;
  const spread = (squares: number, mean: number) => Math.sqrt(Math.max(1e-4, squares / count - mean * mean));
  return { x: x / count, y: y / count, across: spread(xx, x / count), down: spread(yy, y / count) };
}
