import type { Raster } from "../../raster/image";
import { clamp } from "../../raster/maths";
import type { Random } from "../../raster/random";
import { f32, i32, u8 } from "../../raster/sample";
import type { Level } from "./hole-pyramid";

/** Half of a patch: 7 × 7 pixels hold a stroke, a window or a leaf. */
export const REACH = 3;
/** Samples of a patch. */
export const PATCH = (2 * REACH + 1) ** 2 * 3;

/** Where a patch may be taken from. */
export interface Nearness {
  /** Rows above or below its own, in pixels of this level. */
  readonly rows: number;
  readonly columns: number;
  /** What a patch costs (a mean squared difference) that is taken from a whole height above or below its home. */
  readonly heightCost: number;
  /** Rows between which patches are at home; what lies above or below is at home in the nearest of them. */
  readonly homeTop: number;
  readonly homeBottom: number;
}

/** What the search on a smaller size found. */
export interface Matches {
  readonly nearest: Int32Array;
  readonly width: number;
}

/**
 * For each patch of one level that touches the hole the middle of its best source, found by trying what fits its neighbours and what
 * lies around (PatchMatch, Barnes 2009).
 */
export class PatchField {
  /** −1 where a patch touches no hole. */
  readonly nearest: Int32Array;
  /** How unlike its source each touching patch is, summed over its samples. */
  readonly costs: Float32Array;
  readonly touching: readonly number[];
  readonly sources: readonly number[];
  readonly hole: Uint8Array;
  readonly width: number;
  readonly height: number;
  private readonly isSource: Uint8Array;
  private readonly rowCost: number;

  constructor(
    /** Filled in place. */
    readonly picture: Raster,
    { hole, unwanted }: Level,
    private readonly random: Random,
    private readonly nearness: Nearness,
    /** How strange each pixel would be in the hole, or null where that is not asked. */
    private readonly strangeness: Float32Array | null,
  ) {
    this.hole = hole;
    this.width = picture.width;
    this.height = picture.height;
    this.rowCost = (nearness.heightCost * PATCH) / (this.height * this.height);
    const count = this.width * this.height;
    this.nearest = new Int32Array(count).fill(-1);
    this.costs = new Float32Array(count);
    this.isSource = new Uint8Array(count);
    const isNear = grown(hole, this.width, this.height, REACH);
    const isAvoided = grown(unwanted, this.width, this.height, 1);
    const touching: number[] = [];
    const sources: number[] = [];
    for (let y = REACH; y < this.height - REACH; y++) {
      for (let x = REACH; x < this.width - REACH; x++) {
        const pixel = y * this.width + x;
        if (u8(isNear, pixel) === 1) touching.push(pixel);
        else if (u8(isAvoided, pixel) === 0) {
          sources.push(pixel);
          this.isSource[pixel] = 1;
        }
      }
    }
    this.touching = touching;
    this.sources = sources;
  }

  get isPossible(): boolean {
    return this.sources.length > 0 && this.touching.length > 0;
  }

  /** Takes over what a smaller size found; patches without it begin anywhere. */
  inherit({ nearest, width }: Matches): void {
    for (const pixel of this.touching) {
      const x = pixel % this.width;
      const y = (pixel - x) / this.width;
      const held = nearest[(y >> 1) * width + Math.min(width - 1, x >> 1)] ?? -1;
      const [column, row] = [(held % width) * 2 + (x & 1), Math.floor(held / width) * 2 + (y & 1)];
      const isUsable = held >= 0 && column < this.width && row < this.height && this.isFit(pixel, row * this.width + column);
      this.nearest[pixel] = isUsable ? row * this.width + column : this.drawn(pixel);
    }
  }

  /** Begins from sources found pixel by pixel (−1 where none is). */
  beginWith(found: Int32Array): void {
    for (const pixel of this.touching) {
      const own = i32(found, pixel);
      this.nearest[pixel] = own >= 0 && this.isFit(pixel, own) ? own : this.drawn(pixel);
    }
  }

  /** Whether a patch may be taken from there. */
  isFit(pixel: number, source: number): boolean {
    if (source < 0 || source >= this.isSource.length || u8(this.isSource, source) === 0) return false;
    const { width } = this;
    const x = pixel % width;
    const sourceX = source % width;
    return (
      Math.abs((pixel - x) / width - (source - sourceX) / width) <= this.nearness.rows && Math.abs(x - sourceX) <= this.nearness.columns
    );
  }

  /** What it costs to take from there, however alike the patches are. */
  wayCost(pixel: number, source: number): number {
    const home = clamp(Math.floor(pixel / this.width), this.nearness.homeTop, this.nearness.homeBottom);
    const rows = home - Math.floor(source / this.width);
    return this.rowCost * rows * rows + (this.strangeness === null ? 0 : PATCH * f32(this.strangeness, source));
  }

  /** A source at random, within reach where a few tries find one. */
  private drawn(pixel: number): number {
    let candidate = 0;
    for (let attempt = 0; attempt < 24; attempt++) {
      candidate = this.sources[Math.floor(this.random.next() * this.sources.length)] ?? 0;
      if (this.isFit(pixel, candidate)) break;
    }
    return candidate;
  }

  /** How unlike two patches are; stops as soon as it exceeds `limit`. */
  private cost(pixel: number, source: number, limit: number): number {
    const { samples } = this.picture;
    const row = this.width * 3;
    let sum = this.wayCost(pixel, source);
    for (let dy = -REACH; dy <= REACH; dy++) {
      let p = (pixel - REACH) * 3 + dy * row;
      let q = (source - REACH) * 3 + dy * row;
      for (let n = 0; n < (2 * REACH + 1) * 3; n++) {
        const difference = f32(samples, p++) - f32(samples, q++);
        sum += difference * difference;
      }
      if (sum > limit) return sum;
    }
    return sum;
  }

  /** Measures what is held: the picture has changed. */
  measure(): void {
    for (const pixel of this.touching) this.costs[pixel] = this.cost(pixel, i32(this.nearest, pixel), Number.POSITIVE_INFINITY);
  }

  /** Searches in `passes` sweeps, around what is held as far as `radius` pixels. */
  improve(passes: number, radius: number): void {
    this.measure();
    for (let pass = 0; pass < passes; pass++) {
      const isForward = pass % 2 === 0;
      const step = isForward ? -1 : 1;
      for (let k = 0; k < this.touching.length; k++) {
        const pixel = this.touching[isForward ? k : this.touching.length - 1 - k] ?? 0;
        this.propagate(pixel, step);
        this.propagate(pixel, step * this.width);
        this.searchAround(pixel, radius);
      }
    }
  }

  private tryOn(pixel: number, source: number): void {
    if (source === i32(this.nearest, pixel) || !this.isFit(pixel, source)) return;
    const cost = this.cost(pixel, source, f32(this.costs, pixel));
    if (cost >= f32(this.costs, pixel)) return;
    this.costs[pixel] = cost;
    this.nearest[pixel] = source;
  }

  /** What fits a neighbour probably fits here, moved by one. */
  private propagate(pixel: number, step: number): void {
    const held = this.nearest[pixel + step] ?? -1;
    if (held >= 0) this.tryOn(pixel, held - step);
  }

  private searchAround(pixel: number, widest: number): void {
    const { width, height, random, nearness } = this;
    const ownX = pixel % width;
    const ownY = (pixel - ownX) / width;
    for (let radius = widest; radius >= 1; radius >>= 1) {
      const best = i32(this.nearest, pixel);
      const bestX = best % width;
      const bestY = (best - bestX) / width;
      const x = bestX + Math.round((random.next() * 2 - 1) * Math.min(radius, nearness.columns));
      const y = bestY + Math.round((random.next() * 2 - 1) * Math.min(radius, nearness.rows));
      const column = clamp(x, Math.max(REACH, ownX - nearness.columns), Math.min(width - REACH - 1, ownX + nearness.columns));
      const row = clamp(y, Math.max(REACH, ownY - nearness.rows), Math.min(height - REACH - 1, ownY + nearness.rows));
      this.tryOn(pixel, row * width + column);
    }
  }
}

/** What is marked, and what lies within `reach` of it across and down. */
export function grown(marked: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const across = new Uint8Array(marked.length);
  const near = new Uint8Array(marked.length);
  spread(marked, across, height, width, width, 1, reach);
  spread(across, near, width, height, 1, width, reach);
  return near;
}

/** Lines of `length` pixels, `step` apart; line after line is `lineStep` further. */
function spread(from: Uint8Array, to: Uint8Array, lines: number, length: number, lineStep: number, step: number, reach: number): void {
  for (let line = 0; line < lines; line++) {
    let last = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < length + reach; at++) {
      if (at < length && u8(from, line * lineStep + at * step) === 1) last = at;
      const behind = at - reach;
      if (behind >= 0 && behind < length && last >= behind - reach) to[line * lineStep + behind * step] = 1;
    }
  }
}
