import { labFromRgb, lch, mixRgb, rgbFromLab } from "../raster/colour";
import { blur, type Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { releaseGarbage } from "../raster/memory";
import { Noise } from "../raster/noise";
import { Random } from "../raster/random";
import { f32, i32, u8 } from "../raster/sample";
import { ID } from "../scene/stage";
import type { Sitting } from "./canvas-picture";
import { type Flow, flowOf } from "./flow";
import { Load, MOST_HAIRS, PaintSheet, Path } from "./paint-sheet";

export interface Brush {
  /** Widths in thousandths of the shorter side, coarse first: each layer corrects what the one before got wrong. */
  readonly sizes: readonly number[];
  /** Difference of lightness between hairs of one stroke. */
  readonly bristle: number;
  /** Difference of lightness and hue between strokes. */
  readonly jitter: number;
  /** Height of the paint, 0–1; lights the hairs as ridges. */
  readonly impasto: number;
  /** A place is painted over only when it is wrong by more than this. */
  readonly tolerance: number;
  readonly alpha: number;
}

/** Parts of a stroke, each 0.85 of its width long. */
const SHORTEST = 3;
const LONGEST = 8;
const LONGEST_ON_SUBJECT = 5;
const STEP = 0.85;
/** Distance between the starts of neighbouring strokes, in widths. The coarse layers are mostly painted over. */
const COARSE_SPACING = 0.85;
const FINE_SPACING = 0.62;
/** A stroke ends where the picture has drifted this far from its colour, channels added up. */
const MOST_DRIFT = 0.2;
/** How much of a new direction a stroke takes on at each step. */
const TURN = 0.6;

/** Paints the picture with thousands of curved strokes that follow its forms (after Hertzmann 1998). */
export function paintStrokes(sitting: Sitting, picture: Raster, brush: Brush): Raster {
  const { stage, seed } = sitting;
  const { width, height, unit } = stage;
  const random = new Random(`${seed}st`);
  const sheet = new PaintSheet(width, height, mixRgb(stage.light.middle, lch(0.5, 0.07, 45), 0.5));
  const flow = flowOf(picture, 6 * unit, new Noise(`${seed}fl`), unit);
  const load = new Load();
  load.alpha = brush.alpha;
  const rough = new Path(LONGEST + 2);
  const curve = new Path(2 * (LONGEST + 2));
  for (const [layer, relativeSize] of brush.sizes.entries()) {
    releaseGarbage();
    const size = relativeSize * unit;
    load.size = size;
    const reference = blur(picture, size * 0.32).samples;
    const isLast = layer === brush.sizes.length - 1;
    const spacing = size * (layer < brush.sizes.length - 2 ? COARSE_SPACING : FINE_SPACING);
    const tolerance = layer === 0 ? -1 : brush.tolerance * (isLast ? 1.15 : 1);
    const places = wrongPlaces(sitting, reference, sheet.colours.samples, spacing, tolerance, random);
    for (let k = 0; k < places.x.length; k++) {
      const x = f32(places.x, k);
      const y = f32(places.y, k);
      const pixel = Math.floor(y) * width + Math.floor(x);
      const longest = u8(stage.ids, pixel) >= ID.PODIUM ? LONGEST_ON_SUBJECT : LONGEST;
      trace(rough, reference, flow, width, height, x, y, size, Math.round(random.range(SHORTEST, longest)));
      const isWide = size > 7;
      if (isWide) round(rough, curve);
      load.colour = jittered(reference, pixel, brush.jitter, random);
      loadHairs(load, unit, brush, random);
      sheet.lay(isWide ? curve : rough, load);
    }
  }
  if (brush.impasto > 0) lightRelief(sheet, brush.impasto, unit);
  const painted = sheet.colours;
  for (let i = 0; i < painted.samples.length; i++) painted.samples[i] = clamp(f32(painted.samples, i));
  return painted;
}

interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Places on a jittered grid where the painting differs from the reference by more than `tolerance`, in random order. */
function wrongPlaces(
  sitting: Sitting,
  reference: Float32Array,
  painted: Float32Array,
  spacing: number,
  tolerance: number,
  random: Random,
): Places {
  const { width, height, ids } = sitting.stage;
  const step = Math.max(2, spacing);
  const most = Math.ceil(height / step + 1) * Math.ceil(width / step + 1);
  const xs = new Float32Array(most);
  const ys = new Float32Array(most);
  let count = 0;
  for (let y = step / 2; y < height + step / 2; y += step) {
    for (let x = step / 2; x < width + step / 2; x += step) {
      const px = clamp(x + random.range(-0.5, 0.5) * step, 0, width - 1);
      const py = clamp(y + random.range(-0.5, 0.5) * step, 0, height - 1);
      const i = Math.floor(py) * width + Math.floor(px);
      const error =
        Math.abs(f32(painted, i * 3) - f32(reference, i * 3)) * 0.3 +
        Math.abs(f32(painted, i * 3 + 1) - f32(reference, i * 3 + 1)) * 0.59 +
        Math.abs(f32(painted, i * 3 + 2) - f32(reference, i * 3 + 2)) * 0.2;
      if (error < tolerance * (u8(ids, i) >= ID.PODIUM ? 0.5 : 1)) continue;
      xs[count] = px;
      ys[count] = py;
      count++;
    }
  }
  return shuffled(xs, ys, count, random);
}

function shuffled(xs: Float32Array, ys: Float32Array, count: number, random: Random): Places {
  const order = Int32Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k--) {
    const other = Math.floor(random.next() * (k + 1));
    const kept = i32(order, k);
    order[k] = i32(order, other);
    order[other] = kept;
  }
  const places = { x: new Float32Array(count), y: new Float32Array(count) };
  for (let k = 0; k < count; k++) {
    places.x[k] = f32(xs, i32(order, k));
    places.y[k] = f32(ys, i32(order, k));
  }
  return places;
}

/** Follows the forms from a place for up to `length` steps, as long as the colour of the picture stays about the same. */
function trace(
  path: Path,
  reference: Float32Array,
  flow: Flow,
  width: number,
  height: number,
  startX: number,
  startY: number,
  size: number,
  length: number,
): void {
  const start = (Math.floor(startY) * width + Math.floor(startX)) * 3;
  const r = f32(reference, start);
  const g = f32(reference, start + 1);
  const b = f32(reference, start + 2);
  path.count = 0;
  path.add(startX, startY);
  let x = startX;
  let y = startY;
  let headingX = 0;
  let headingY = 0;
  for (let k = 0; k < length; k++) {
    const at = Math.floor(clamp(y, 0, height - 1)) * width + Math.floor(clamp(x, 0, width - 1));
    let alongX = f32(flow.x, at);
    let alongY = f32(flow.y, at);
    if (k > 0) {
      const side = alongX * headingX + alongY * headingY < 0 ? -TURN : TURN;
      alongX = headingX * (1 - TURN) + alongX * side;
      alongY = headingY * (1 - TURN) + alongY * side;
      const norm = 1 / Math.sqrt(alongX * alongX + alongY * alongY + 1e-12);
      alongX *= norm;
      alongY *= norm;
    }
    headingX = alongX;
    headingY = alongY;
    x += alongX * size * STEP;
    y += alongY * size * STEP;
    if (x < -size || y < -size || x > width + size || y > height + size) break;
    const next = (Math.floor(clamp(y, 0, height - 1)) * width + Math.floor(clamp(x, 0, width - 1))) * 3;
    const drift = Math.abs(f32(reference, next) - r) + Math.abs(f32(reference, next + 1) - g) + Math.abs(f32(reference, next + 2) - b);
    if (drift > MOST_DRIFT && k > 0) break;
    path.add(x, y);
  }
  if (path.count < 2) path.add(startX + headingX * size * 0.4, startY + headingY * size * 0.4);
}

/** Cuts the corners of a path once (Chaikin); its ends stay. */
function round(from: Path, to: Path): void {
  const last = from.count - 1;
  to.count = 0;
  to.add(from.x[0] as number, from.y[0] as number);
  for (let k = 0; k < last; k++) {
    const x = from.x[k] as number;
    const y = from.y[k] as number;
    const nextX = from.x[k + 1] as number;
    const nextY = from.y[k + 1] as number;
    if (k > 0) to.add(x * 0.75 + nextX * 0.25, y * 0.75 + nextY * 0.25);
    if (k < last - 1) to.add(x * 0.25 + nextX * 0.75, y * 0.25 + nextY * 0.75);
  }
  to.add(from.x[last] as number, from.y[last] as number);
}

function jittered(reference: Float32Array, pixel: number, jitter: number, random: Random) {
  const [lightness, a, b] = labFromRgb(f32(reference, pixel * 3), f32(reference, pixel * 3 + 1), f32(reference, pixel * 3 + 2));
  const hueJitter = jitter * 0.45;
  return rgbFromLab(clamp(lightness + random.normal() * jitter), a + random.normal() * hueJitter, b + random.normal() * hueJitter);
}

function loadHairs(load: Load, unit: number, brush: Brush, random: Random): void {
  const { size } = load;
  load.hairs = size > 7 * unit ? Math.min(MOST_HAIRS, Math.round(size / (3.4 * unit))) : size > 3.5 * unit ? 2 : 0;
  for (let hair = 0; hair < load.hairs; hair++) {
    load.tones[hair] = random.normal() * brush.bristle;
    load.rises[hair] = clamp(0.5 + random.normal() * 0.24);
    load.reaches[hair] = random.range(-0.1, 1);
  }
}

/** Light from the upper left over the ridges of paint. */
function lightRelief(sheet: PaintSheet, impasto: number, unit: number): void {
  const { width, height } = sheet;
  const { samples } = sheet.colours;
  const soft = blur(sheet.heights, 0.7 * unit + 0.2, 1).samples;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const slope = (f32(soft, i - width - 1) - f32(soft, i + width + 1)) * impasto * 0.5;
      for (let k = 0; k < 3; k++) samples[i * 3 + k] = f32(samples, i * 3 + k) + slope;
    }
  }
}
