import type { Rgb } from "../raster/colour";
import { Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { f32, f64, i32, u8 } from "../raster/sample";

/** The middle of a stroke, point by point, in pixels. */
export class Path {
  readonly x: Float64Array;
  readonly y: Float64Array;
  count = 0;

  constructor(capacity: number) {
    this.x = new Float64Array(capacity);
    this.y = new Float64Array(capacity);
  }

  add(x: number, y: number): void {
    this.x[this.count] = x;
    this.y[this.count] = y;
    this.count++;
  }
}

/** More hairs than this cannot be told apart. */
export const MOST_HAIRS = 7;

/** What hangs in the brush. One load is filled again for each stroke: a picture takes a hundred thousand. */
export class Load {
  colour: Rgb = [0, 0, 0];
  /** Width of the stroke in pixels. */
  size = 1;
  alpha = 1;
  hairs = 0;
  /** Added to the channels of the colour, by hair. */
  readonly tones = new Float32Array(MOST_HAIRS);
  /** Height of the paint each hair leaves, 0–1. */
  readonly rises = new Float32Array(MOST_HAIRS);
  /** How far each hair drags beyond the end of the stroke, as a share of half the width. */
  readonly reaches = new Float32Array(MOST_HAIRS);
}

/** How much of the gap between two hairs a hair fills, from full to nothing. */
const HAIR_FULL = 0.2;
const HAIR_GONE = 0.36;
const HAIR_STRENGTH = 0.5;
const RISE_STRENGTH = 0.7;
/** Where two parts of a stroke meet, the first reaches this far beyond, as a share of half the width: enough to close the bend. */
const JOINT = 0.7;

/** Steps from one edge of a stroke to the other, and from no cover to full cover. */
const STEPS = 64;
const CELL = STEPS * STEPS;

/** For each number of hairs and each step across: which hair lies there, and how full it is. */
const HAIR_AT = new Uint8Array((MOST_HAIRS + 1) * STEPS);
const HAIR_SHARE = new Float32Array((MOST_HAIRS + 1) * STEPS);
for (let hairs = 1; hairs <= MOST_HAIRS; hairs++) {
  for (let step = 0; step < STEPS; step++) {
    const at = (step / (STEPS - 1)) * hairs;
    const hair = Math.min(hairs - 1, Math.floor(at));
    HAIR_AT[hairs * STEPS + step] = hair;
    HAIR_SHARE[hairs * STEPS + step] = clamp((HAIR_GONE - Math.abs(at - hair - 0.5)) / (HAIR_GONE - HAIR_FULL));
  }
}

/**
 * What strokes are laid on: colours, and the height of the paint. A stroke is first gathered – for each pixel how much of it is
 * covered and how far it lies from the middle – and then blended once, so that it never covers itself.
 */
export class PaintSheet {
  readonly colours: Raster;
  /** 0–1; 0.5 is bare ground. */
  readonly heights: Raster;
  /** Of the last stroke over a pixel: its number, its cover and the step across, in one number that grows with each of them in turn. */
  private readonly cells: Int32Array;
  private readonly gathered: Int32Array;
  private gatheredCount = 0;
  private stroke = 0;

  constructor(
    readonly width: number,
    readonly height: number,
    ground: Rgb,
  ) {
    const count = width * height;
    this.colours = new Raster(width, height, 3);
    this.colours.fill(ground);
    this.heights = new Raster(width, height, 1);
    this.heights.samples.fill(0.5);
    this.cells = new Int32Array(count);
    this.gathered = new Int32Array(count);
  }

  lay(path: Path, load: Load): void {
    this.stroke += CELL;
    this.gatheredCount = 0;
    for (let k = 1; k < path.count; k++) this.gather(path, k, load);
    this.blend(load);
  }

  /** The part of the stroke between point `k - 1` and point `k`. */
  private gather(path: Path, k: number, load: Load): void {
    const { width, height, cells, gathered, stroke } = this;
    const fromX = f64(path.x, k - 1) - 0.5;
    const fromY = f64(path.y, k - 1) - 0.5;
    const spanX = f64(path.x, k) - 0.5 - fromX;
    const spanY = f64(path.y, k) - 0.5 - fromY;
    const length = Math.sqrt(spanX * spanX + spanY * spanY);
    if (length < 1e-6) return;
    const unitX = spanX / length;
    const unitY = spanY / length;
    const radius = load.size / 2;
    const reach = radius + 0.5;
    const isEnd = k === path.count - 1;
    const isRagged = isEnd && load.hairs > 2;
    const before = k === 1 ? -reach : -0.5;
    const after = length + (isEnd ? reach : radius * JOINT + 0.5);
    const stepsAcross = (STEPS - 1) / (2 * reach);
    const top = Math.max(0, Math.ceil(fromY + Math.min(0, spanY) - reach));
    const bottom = Math.min(height - 1, Math.floor(fromY + Math.max(0, spanY) + reach));
    const perX = Math.abs(unitX) > 1e-4 ? 1 / unitX : 0;
    const perY = Math.abs(unitY) > 1e-4 ? 1 / unitY : 0;
    let count = this.gatheredCount;
    for (let y = top; y <= bottom; y++) {
      const dy = y - fromY;
      // The row meets the band of the stroke, and the strip from its start to its end, in a span each.
      let low = -fromX;
      let high = width - 1 - fromX;
      if (perY !== 0) {
        const middle = dy * unitX * perY;
        const half = reach * Math.abs(perY);
        low = Math.max(low, middle - half);
        high = Math.min(high, middle + half);
      }
      if (perX !== 0) {
        const one = (before - dy * unitY) * perX;
        const other = (after - dy * unitY) * perX;
        low = Math.max(low, Math.min(one, other));
        high = Math.min(high, Math.max(one, other));
      }
      const left = Math.ceil(low + fromX);
      const right = Math.floor(high + fromX);
      let across = dy * unitX - (left - fromX) * unitY;
      let along = dy * unitY + (left - fromX) * unitX;
      for (let i = y * width + left; i <= y * width + right; i++, across -= unitY, along += unitX) {
        let cover: number;
        if (along >= 0 && along <= length) cover = reach - (across < 0 ? -across : across);
        else {
          const beyond = along < 0 ? -along : along - length;
          cover = reach - Math.sqrt(across * across + beyond * beyond);
          if (isRagged && along > 0) {
            const hair = u8(HAIR_AT, load.hairs * STEPS + (((across + reach) * stepsAcross) & (STEPS - 1)));
            cover = Math.min(cover, f32(load.reaches, hair) * radius - beyond + 0.5);
          }
        }
        if (cover <= 0) continue;
        const cell = stroke + (cover >= 1 ? STEPS - 1 : (cover * STEPS) | 0) * STEPS + (((across + reach) * stepsAcross) & (STEPS - 1));
        const former = i32(cells, i);
        if (former >= cell) continue;
        if (former < stroke) gathered[count++] = i;
        cells[i] = cell;
      }
    }
    this.gatheredCount = count;
  }

  private blend(load: Load): void {
    const { cells, gathered, gatheredCount } = this;
    const { alpha, hairs, tones, rises } = load;
    const colours = this.colours.samples;
    const heights = this.heights.samples;
    const [red, green, blue] = load.colour;
    const table = hairs * STEPS;
    const perStep = 1 / (STEPS - 1);
    for (let k = 0; k < gatheredCount; k++) {
      const i = i32(gathered, k);
      const cell = i32(cells, i) & (CELL - 1);
      const cover = (cell >> 6) * perStep;
      let tone = 0;
      if (hairs > 0) {
        const share = f32(HAIR_SHARE, table + (cell & (STEPS - 1)));
        if (share > 0) {
          const hair = u8(HAIR_AT, table + (cell & (STEPS - 1)));
          tone = f32(tones, hair) * share * HAIR_STRENGTH;
          heights[i] = f32(heights, i) + (f32(rises, hair) - f32(heights, i)) * share * cover * RISE_STRENGTH;
        }
      }
      const share = cover * alpha;
      const at = i * 3;
      const r = f32(colours, at);
      const g = f32(colours, at + 1);
      const b = f32(colours, at + 2);
      colours[at] = r + (red + tone - r) * share;
      colours[at + 1] = g + (green + tone - g) * share;
      colours[at + 2] = b + (blue + tone - b) * share;
    }
  }
}
