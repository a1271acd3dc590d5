import type { Raster } from "../../raster/image";
import { Random } from "../../raster/random";
import { guessInwards } from "./first-guess";
import { grownInwards, halved, type Level } from "./hole-pyramid";
import { type Matches, type Nearness, PatchField } from "./patch-field";
import { settleTones } from "./settle-tones";
import { strangenessOf } from "./strangeness";
import { copyBest, vote } from "./vote";

const COARSEST_SIDE = 68;
/** Ground, water and sky lie where they lie: what a patch costs that is taken from a whole height away. */
const HEIGHT_COST = 0.05;
/** Rounds and how even the vote is on the full size, on half of it and so on; the last of them counts for all that are smaller. */
const ROUNDS = [1, 2, 3, 4] as const;
const EVENNESS = [0.2, 0.35, 0.6, 1] as const;

/** On the full size and on half of it only what is held is refined: nothing strange gets in any more. */
const FINE_LEVELS = 2;

/** A hole of more pixels than this takes over on the full size what was found on half of it, for speed. */
const LARGE = 250_000;
/** Sweeps in which tones settle. */
const SWEEPS = 36;

export interface InpaintOptions {
  readonly seed: string;
  /** How far above or below its own row a patch may be taken from, as a share of the height. A wide hole beside the picture
   * then goes on with the same ground, water or sky. Null: from anywhere. */
  readonly rowReach?: number | null;
  /** What it costs, as a mean squared difference, to take a patch from a whole height away. */
  readonly heightCost?: number;
  /** Rows outside these are filled from near the first and the last of them, as shares of the height. */
  readonly home?: readonly [top: number, bottom: number];
  /** Pixels (1) that stay but are never copied from, so that a thing is not doubled. */
  readonly unwanted?: Uint8Array | null;
}

/**
 * Fills the hole (1 = to fill) with what the rest of the picture is made of. On a small copy lines and areas are continued into it; from there
 * up to the full size nearest patches are searched and vote for each pixel (after Wexler 2007 and Newson 2014), on the full size each
 * is copied from one of them, so that it is as sharp as the rest, and at last the tones are settled. Pixels outside the hole come back unchanged. Without
 * a single whole patch outside the hole it is filled by its border colours.
 */
export function inpaint(
  picture: Raster,
  hole: Uint8Array,
  { seed, rowReach = null, heightCost = HEIGHT_COST, home = [0, 1], unwanted = null }: InpaintOptions,
): Raster {
  const random = new Random(`${seed}|inpaint`);
  const pyramid: Level[] = [{ picture, hole, unwanted: unwanted ?? new Uint8Array(hole.length) }];
  for (let level = pyramid[0]; level !== undefined && Math.min(level.picture.width, level.picture.height) > COARSEST_SIDE; ) {
    level = halved(level);
    pyramid.push(level);
  }
  let matches: Matches | null = null;
  for (const [depth, level] of [...pyramid.entries()].reverse()) {
    const { width, height } = level.picture;
    const filled = level.picture.clone();
    const nearness: Nearness = {
      rows: rowReach === null ? height : Math.ceil(rowReach * height) + 1,
      columns: width,
      heightCost,
      homeTop: Math.round(home[0] * height),
      homeBottom: Math.round(home[1] * height),
    };
    const field = new PatchField(filled, level, random, nearness, depth < FINE_LEVELS ? null : strangenessOf(level));
    if (!field.isPossible) continue;
    if (matches === null) field.beginWith(guessInwards(field, random));
    else {
      field.inherit(matches);
      // What was there is to go: it is not asked.
      vote(field, 1);
      field.measure();
    }
    const isLarge = depth === 0 && hole.reduce((sum, flag) => sum + flag, 0) > LARGE;
    const evenness = EVENNESS[Math.min(depth, EVENNESS.length - 1)] ?? 1;
    if (matches !== null && !isLarge) vote(field, evenness);
    const rounds = isLarge ? 0 : (ROUNDS[Math.min(depth, ROUNDS.length - 1)] ?? 1);
    for (let round = 0; round < rounds; round++) {
      field.improve(depth === 0 ? 1 : 2, depth === 0 ? 4 : depth === 1 ? 32 : Math.max(width, height));
      if (depth > 0 || round < rounds - 1) vote(field, evenness);
    }
    matches = { nearest: field.nearest, width };
    if (depth > 0) continue;
    settleTones(filled, hole, copyBest(field), isLarge ? SWEEPS / 2 : SWEEPS);
    return filled;
  }
  return grownInwards({ picture, hole, unwanted: hole });
}
