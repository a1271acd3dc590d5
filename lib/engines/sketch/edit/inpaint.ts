import type { Raster } from "../raster/image";
import { Random } from "../raster/random";
import { enlargedInto, grownInwards, halved, type Level } from "./hole-pyramid";
import { type Matches, PatchSearch } from "./patch-search";

const COARSEST_SIDE = 40;
/** Above this many pixels of the shorter side a level takes over what the level below found instead of searching again. */
const SEARCHED_SIDE = 1100;

export interface InpaintOptions {
  readonly seed: string;
  /** How far above or below its own row a patch may be taken from, as a share of the height. A wide hole beside the picture
   * then goes on with the same ground, water or sky. Null: from anywhere. */
  readonly rowReach?: number | null;
  /** The same across. */
  readonly columnReach?: number | null;
  /** Pixels (1) that stay but are never copied from, so that a thing is not doubled. */
  readonly unwanted?: Uint8Array | null;
}

/**
 * Fills the hole (1 = to fill) with what the rest of the picture is made of: nearest patches are searched from a small copy of
 * the picture up to the full one, and each hole pixel becomes the weighted mean of the patches that cover it (PatchMatch, after
 * Barnes 2009, in the scheme of Wexler 2007). Pixels outside the hole come back unchanged. Without a single whole patch outside
 * the hole it is filled by its border colours.
 */
export function inpaint(
  picture: Raster,
  hole: Uint8Array,
  { seed, rowReach = null, columnReach = null, unwanted = null }: InpaintOptions,
): Raster {
  const random = new Random(`${seed}|inpaint`);
  const pyramid: Level[] = [{ picture, hole, unwanted: unwanted ?? new Uint8Array(hole.length) }];
  for (let level = pyramid[0]; level !== undefined && Math.min(level.picture.width, level.picture.height) > COARSEST_SIDE; ) {
    level = halved(level);
    pyramid.push(level);
  }
  let filled: Raster | null = null;
  let matches: Matches | null = null;
  for (const [depth, level] of [...pyramid.entries()].reverse()) {
    const { width, height } = level.picture;
    const start: Raster = filled === null ? grownInwards(level) : enlargedInto(level, filled);
    const search = new PatchSearch(
      start,
      level,
      random,
      rowReach === null ? height : Math.ceil(rowReach * height) + 1,
      columnReach === null ? width : Math.ceil(columnReach * width) + 1,
    );
    if (search.isPossible) {
      search.begin(matches);
      const isLarge = Math.min(width, height) > SEARCHED_SIDE;
      const rounds = depth === 0 ? 1 : depth === 1 ? 2 : 4;
      for (let round = 0; round < rounds; round++) search.improve(isLarge ? 0 : 3);
    }
    filled = start;
    matches = { nearest: search.nearest, width };
  }
  return filled ?? picture.clone();
}
