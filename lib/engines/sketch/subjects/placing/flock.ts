import { clamp } from "../../raster/maths";
import { Random } from "../../raster/random";

/** A part of the picture, in pixels. */
export interface Region {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where one of a flock is: the middle of its foot, and its size. */
export interface Perch {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/**
 * Spreads `count` things over a region so that each is seen whole: in loose rows, every other one shifted by half a step, none larger
 * than `usual` or than its share of the region. The same seed gives the same flock.
 */
export function flockOver(region: Region, count: number, usual: number, seed: string): readonly Perch[] {
  const [wide, high] = [Math.max(1, region.right - region.left), Math.max(1, region.bottom - region.top)];
  const rows = clamp(Math.round(Math.sqrt((count * high) / wide)), 1, Math.max(1, Math.floor(count / 2)));
  const random = new Random(`${seed}|flock`);
  const perches: Perch[] = [];
  for (let row = 0; row < rows; row++) {
    const here = Math.floor(((row + 1) * count) / rows) - Math.floor((row * count) / rows);
    const step = wide / (here + (rows > 1 ? 0.5 : 0));
    const size = Math.min(usual, step * 0.8, (high / rows) * 0.86);
    // As far as its share of the region leaves it room.
    const [aside, lift] = [Math.max(0, step - size * 1.15) / 2, Math.max(0, high / rows - size) / 2];
    for (let k = 0; k < here; k++) {
      const shift = rows > 1 && row % 2 === 1 ? 0.5 : 0;
      const x = region.left + step * (k + 0.5 + shift) + random.range(-aside, aside);
      const y = region.top + (high / rows) * (row + 0.5) + random.range(-lift, lift) + size / 2;
      perches.push({ x, y, size });
    }
  }
  return perches;
}
