import { Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { Random } from "../raster/random";
import { f32, u8 } from "../raster/sample";

/** Half of a patch: 7 × 7 pixels hold a stroke, a window or a leaf. */
const REACH = 3;
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
    const search = new Search(
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

interface Level {
  readonly picture: Raster;
  readonly hole: Uint8Array;
  readonly unwanted: Uint8Array;
}

interface Matches {
  readonly nearest: Int32Array;
  readonly width: number;
}

/** Half the size. Only known pixels are averaged, so that what is to be removed does not colour the coarse levels. */
function halved({ picture, hole, unwanted }: Level): Level {
  const width = Math.max(1, picture.width >> 1);
  const height = Math.max(1, picture.height >> 1);
  const small = new Raster(width, height, 3);
  const smallHole = new Uint8Array(width * height);
  const smallUnwanted = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = y * width + x;
      let known = 0;
      for (let corner = 0; corner < 4; corner++) {
        const from =
          Math.min(picture.height - 1, y * 2 + (corner >> 1)) * picture.width + Math.min(picture.width - 1, x * 2 + (corner & 1));
        if (u8(unwanted, from) === 1) smallUnwanted[to] = 1;
        if (u8(hole, from) === 1) continue;
        known++;
        for (let k = 0; k < 3; k++) small.samples[to * 3 + k] = f32(small.samples, to * 3 + k) + f32(picture.samples, from * 3 + k);
      }
      if (known < 3) smallHole[to] = 1;
      if (known > 0) for (let k = 0; k < 3; k++) small.samples[to * 3 + k] = f32(small.samples, to * 3 + k) / known;
    }
  }
  return { picture: small, hole: smallHole, unwanted: smallUnwanted };
}

/** The first guess: ring after ring, each pixel the mean of its known neighbours. */
function grownInwards({ picture, hole }: Level): Raster {
  const { width, height } = picture;
  const grown = picture.clone();
  const isKnown = Uint8Array.from(hole, (flag) => 1 - flag);
  let ring: number[] = [];
  do {
    ring = [];
    for (let pixel = 0; pixel < isKnown.length; pixel++) {
      if (u8(isKnown, pixel) === 1) continue;
      const x = pixel % width;
      const y = (pixel - x) / width;
      let count = 0;
      const sum: [number, number, number] = [0, 0, 0];
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const neighbour = ny * width + nx;
          if (u8(isKnown, neighbour) === 0) continue;
          count++;
          sum[0] += f32(grown.samples, neighbour * 3);
          sum[1] += f32(grown.samples, neighbour * 3 + 1);
          sum[2] += f32(grown.samples, neighbour * 3 + 2);
        }
      }
      if (count === 0) continue;
      grown.samples.set([sum[0] / count, sum[1] / count, sum[2] / count], pixel * 3);
      ring.push(pixel);
    }
    for (const pixel of ring) isKnown[pixel] = 1;
  } while (ring.length > 0);
  return grown;
}

function enlargedInto({ picture, hole }: Level, smaller: Raster): Raster {
  const { width } = picture;
  const start = picture.clone();
  for (let pixel = 0; pixel < hole.length; pixel++) {
    if (u8(hole, pixel) === 0) continue;
    const x = Math.min(smaller.width - 1, (pixel % width) >> 1);
    const y = Math.min(smaller.height - 1, Math.floor(pixel / width) >> 1);
    const from = (y * smaller.width + x) * 3;
    for (let k = 0; k < 3; k++) start.samples[pixel * 3 + k] = f32(smaller.samples, from + k);
  }
  return start;
}

/** The search on one level. `nearest` holds for each patch that touches the hole the middle of its best source, else −1. */
class Search {
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
