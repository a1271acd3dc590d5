import type { Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import type { Random } from "../raster/random";
import { f32, u8 } from "../raster/sample";
import type { Level } from "./hole-pyramid";

/** Half of a patch: 7 × 7 pixels hold a stroke, a window or a leaf. */
const REACH = 3;

/** What the search on a smaller size found. */
export interface Matches {
  readonly nearest: Int32Array;
  readonly width: number;
}

/** The search on one level. `nearest` holds for each patch that touches the hole the middle of its best source, else −1. */
export class PatchSearch {
  readonly nearest: Int32Array;
  private readonly hole: Uint8Array;
  private readonly width: number;
  private readonly height: number;
  private readonly costs: Float32Array;
  private readonly touching: number[] = [];
  private readonly sources: number[] = [];
  private readonly isSource: Uint8Array;
  private readonly sums: Float32Array;
  private readonly weights: Float32Array;

  constructor(
    /** Filled in place. */
    private readonly picture: Raster,
    { hole, unwanted }: Level,
    private readonly random: Random,
    private readonly rowReach: number,
    private readonly columnReach: number,
  ) {
    this.hole = hole;
    this.width = picture.width;
    this.height = picture.height;
    const count = this.width * this.height;
    this.nearest = new Int32Array(count).fill(-1);
    this.costs = new Float32Array(count);
    this.isSource = new Uint8Array(count);
    this.sums = new Float32Array(count * 3);
    this.weights = new Float32Array(count);
    const isNear = this.pixelsNearHole();
    for (let y = REACH; y < this.height - REACH; y++) {
      for (let x = REACH; x < this.width - REACH; x++) {
        const pixel = y * this.width + x;
        if (u8(isNear, pixel) === 1) this.touching.push(pixel);
        else if (u8(unwanted, pixel) === 0) {
          this.sources.push(pixel);
          this.isSource[pixel] = 1;
        }
      }
    }
  }

  get isPossible(): boolean {
    return this.sources.length > 0 && this.touching.length > 0;
  }

  /** Pixels within `REACH` of the hole, by two passes. */
  private pixelsNearHole(): Uint8Array {
    const { width, height, hole } = this;
    const across = new Uint8Array(hole.length);
    const near = new Uint8Array(hole.length);
    for (let y = 0; y < height; y++) {
      let last = Number.NEGATIVE_INFINITY;
      for (let x = 0; x < width + REACH; x++) {
        if (x < width && u8(hole, y * width + x) === 1) last = x;
        const behind = x - REACH;
        if (behind >= 0 && behind < width && last >= behind - REACH) across[y * width + behind] = 1;
      }
    }
    for (let x = 0; x < width; x++) {
      let last = Number.NEGATIVE_INFINITY;
      for (let y = 0; y < height + REACH; y++) {
        if (y < height && u8(across, y * width + x) === 1) last = y;
        const behind = y - REACH;
        if (behind >= 0 && behind < height && last >= behind - REACH) near[behind * width + x] = 1;
      }
    }
    return near;
  }

  begin(coarser: Matches | null): void {
    for (const pixel of this.touching) {
      this.nearest[pixel] = this.inherited(pixel, coarser) ?? this.drawn(pixel);
    }
  }

  private inherited(pixel: number, coarser: Matches | null): number | null {
    if (coarser === null) return null;
    const x = pixel % this.width;
    const y = (pixel - x) / this.width;
    const held = coarser.nearest[(y >> 1) * coarser.width + Math.min(coarser.width - 1, x >> 1)] ?? -1;
    if (held < 0) return null;
    const column = (held % coarser.width) * 2 + (x & 1);
    const row = Math.floor(held / coarser.width) * 2 + (y & 1);
    const candidate = row * this.width + column;
    return column < this.width && row < this.height && u8(this.isSource, candidate) === 1 ? candidate : null;
  }

  /** A source at random, within reach where a few tries find one. */
  private drawn(pixel: number): number {
    let candidate = 0;
    for (let attempt = 0; attempt < 24; attempt++) {
      candidate = this.sources[Math.floor(this.random.next() * this.sources.length)] ?? 0;
      if (this.isWithinReach(pixel, candidate)) break;
    }
    return candidate;
  }

  private isWithinReach(pixel: number, source: number): boolean {
    const { width } = this;
    const x = pixel % width;
    const sourceX = source % width;
    return Math.abs((pixel - x) / width - (source - sourceX) / width) <= this.rowReach && Math.abs(x - sourceX) <= this.columnReach;
  }

  /** Squared difference of two patches; stops as soon as it exceeds `limit`. */
  private cost(pixel: number, source: number, limit: number): number {
    const { samples } = this.picture;
    const row = this.width * 3;
    let sum = 0;
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

  /** Searches in `passes` sweeps, then lets the patches vote for the colours of the hole. */
  improve(passes: number): void {
    for (const pixel of this.touching) this.costs[pixel] = this.cost(pixel, this.nearest[pixel] ?? 0, Number.POSITIVE_INFINITY);
    for (let pass = 0; pass < passes; pass++) {
      const isForward = pass % 2 === 0;
      const step = isForward ? -1 : 1;
      for (let k = 0; k < this.touching.length; k++) {
        const pixel = this.touching[isForward ? k : this.touching.length - 1 - k] ?? 0;
        this.propagate(pixel, step);
        this.propagate(pixel, step * this.width);
        this.searchAround(pixel);
      }
    }
    this.vote();
  }

  private tryOn(pixel: number, source: number): void {
    if (source < 0 || source >= this.isSource.length || u8(this.isSource, source) === 0 || !this.isWithinReach(pixel, source)) return;
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

  private searchAround(pixel: number): void {
    const { width, height, random } = this;
    const ownX = pixel % width;
    const ownY = (pixel - ownX) / width;
    for (let radius = Math.max(width, height); radius > 1; radius >>= 1) {
      const best = this.nearest[pixel] ?? 0;
      const bestX = best % width;
      const bestY = (best - bestX) / width;
      const x = bestX + Math.round((random.next() * 2 - 1) * Math.min(radius, this.columnReach));
      const y = bestY + Math.round((random.next() * 2 - 1) * Math.min(radius, this.rowReach));
      const column = clamp(x, Math.max(REACH, ownX - this.columnReach), Math.min(width - REACH - 1, ownX + this.columnReach));
      const row = clamp(y, Math.max(REACH, ownY - this.rowReach), Math.min(height - REACH - 1, ownY + this.rowReach));
      this.tryOn(pixel, row * width + column);
    }
  }

  private vote(): void {
    const { picture, hole, width, sums, weights } = this;
    const { samples } = picture;
    sums.fill(0);
    weights.fill(0);
    for (const pixel of this.touching) {
      const source = this.nearest[pixel] ?? 0;
      const weight = 1 / (1e-3 + f32(this.costs, pixel));
      for (let dy = -REACH; dy <= REACH; dy++) {
        for (let dx = -REACH; dx <= REACH; dx++) {
          const to = pixel + dy * width + dx;
          if (u8(hole, to) === 0) continue;
          const from = (source + dy * width + dx) * 3;
          sums[to * 3] = f32(sums, to * 3) + f32(samples, from) * weight;
          sums[to * 3 + 1] = f32(sums, to * 3 + 1) + f32(samples, from + 1) * weight;
          sums[to * 3 + 2] = f32(sums, to * 3 + 2) + f32(samples, from + 2) * weight;
          weights[to] = f32(weights, to) + weight;
        }
      }
    }
    for (let pixel = 0; pixel < hole.length; pixel++) {
      const weight = f32(weights, pixel);
      if (weight === 0 || u8(hole, pixel) === 0) continue;
      for (let k = 0; k < 3; k++) samples[pixel * 3 + k] = f32(sums, pixel * 3 + k) / weight;
    }
  }
}
