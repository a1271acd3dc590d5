import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { css, labFromRgb, lch, mixRgb, rgbFromLab } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { releaseGarbage } from "../raster/memory";
import { Noise } from "../raster/noise";
import { Random } from "../raster/random";
import { f32, item, u8c } from "../raster/sample";
import { ID } from "../scene/stage";
import type { Sitting } from "./canvas-picture";
import { flowOf } from "./flow";

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

/** A canvas records what it is told and draws only when it is read; reading it now and then keeps the record short. */
const STROKES_PER_FLUSH = 400;

type Point = readonly [x: number, y: number];

/** Paints the picture with thousands of curved strokes that follow its forms (after Hertzmann 1998). */
export function paintStrokes(sitting: Sitting, picture: Raster, brush: Brush): Raster {
  const { stage, seed } = sitting;
  const { width, height, unit } = stage;
  const random = new Random(`${seed}st`);
  const noise = new Noise(`${seed}fl`);
  const canvas = createCanvas(width, height);
  const paint = canvas.getContext("2d");
  paint.fillStyle = css(mixRgb(stage.light.middle, lch(0.5, 0.07, 45), 0.5));
  paint.fillRect(0, 0, width, height);
  const reliefCanvas = createCanvas(width, height);
  const relief = reliefCanvas.getContext("2d");
  relief.fillStyle = "#808080";
  relief.fillRect(0, 0, width, height);
  for (const context of [paint, relief]) {
    context.lineCap = "round";
    context.lineJoin = "round";
  }
  const flow = flowOf(picture, 6 * unit);
  let laid = 0;
  for (const [layer, relativeSize] of brush.sizes.entries()) {
    releaseGarbage();
    const size = relativeSize * unit;
    const reference = blur(picture, size * 0.32).samples;
    const current = layer === 0 ? null : paint.getImageData(0, 0, width, height).data;
    const isLast = layer === brush.sizes.length - 1;
    for (const [x, y] of wrongPlaces(sitting, reference, current, size, brush.tolerance * (isLast ? 1.15 : 1), random)) {
      const pixel = Math.floor(y) * width + Math.floor(x);
      const isFine = idAt(stage.ids, pixel) >= ID.PODIUM;
      const points = traceStroke(reference, flow, noise, width, height, x, y, size, Math.round(random.range(3, isFine ? 5 : 8)), unit);
      layStroke(paint, relief, points, reference, pixel, size, brush, unit, random);
      if (++laid % STROKES_PER_FLUSH === 0) for (const context of [paint, relief]) context.getImageData(0, 0, 1, 1);
    }
  }
  const painted = new Raster(width, height, 3);
  const bytes = paint.getImageData(0, 0, width, height).data;
  for (let i = 0; i < width * height; i++) for (let k = 0; k < 3; k++) painted.samples[i * 3 + k] = u8c(bytes, i * 4 + k) / 255;
  if (brush.impasto > 0) lightRelief(painted, relief, brush.impasto, unit);
  return painted;
}

function idAt(ids: Uint8Array, index: number): number {
  return ids[index] ?? 0;
}

/** Places on a jittered grid where the painting still differs from the reference, in random order. */
function wrongPlaces(
  sitting: Sitting,
  reference: Float32Array,
  current: Uint8ClampedArray | null,
  size: number,
  tolerance: number,
  random: Random,
): readonly Point[] {
  const { width, height, ids } = sitting.stage;
  const step = Math.max(2, size * 0.62);
  const places: { readonly point: Point; readonly order: number }[] = [];
  for (let y = step / 2; y < height + step / 2; y += step) {
    for (let x = step / 2; x < width + step / 2; x += step) {
      const px = clamp(x + random.range(-0.5, 0.5) * step, 0, width - 1);
      const py = clamp(y + random.range(-0.5, 0.5) * step, 0, height - 1);
      const order = random.next();
      const i = Math.floor(py) * width + Math.floor(px);
      if (current !== null) {
        const error =
          Math.abs(u8c(current, i * 4) / 255 - f32(reference, i * 3)) * 0.3 +
          Math.abs(u8c(current, i * 4 + 1) / 255 - f32(reference, i * 3 + 1)) * 0.59 +
          Math.abs(u8c(current, i * 4 + 2) / 255 - f32(reference, i * 3 + 2)) * 0.2;
        if (error < tolerance * (idAt(ids, i) >= ID.PODIUM ? 0.5 : 1)) continue;
      }
      places.push({ point: [px, py], order });
    }
  }
  return places.sort((a, b) => a.order - b.order).map((place) => place.point);
}

function traceStroke(
  reference: Float32Array,
  flow: ReturnType<typeof flowOf>,
  noise: Noise,
  width: number,
  height: number,
  startX: number,
  startY: number,
  size: number,
  length: number,
  unit: number,
): Point[] {
  const start = (Math.floor(startY) * width + Math.floor(startX)) * 3;
  const r = f32(reference, start);
  const g = f32(reference, start + 1);
  const b = f32(reference, start + 2);
  const points: Point[] = [[startX, startY]];
  let x = startX;
  let y = startY;
  let heading: number | null = null;
  for (let k = 0; k < length; k++) {
    const at = Math.floor(clamp(y, 0, height - 1)) * width + Math.floor(clamp(x, 0, width - 1));
    let angle = f32(flow.certainty, at) > 0.18 ? f32(flow.angle, at) : noise.value(x / (220 * unit), y / (220 * unit)) * 6.28 * 0.22;
    if (heading !== null) {
      if (Math.cos(angle - heading) < 0) angle += Math.PI;
      angle = heading + Math.atan2(Math.sin(angle - heading), Math.cos(angle - heading)) * 0.6;
    }
    heading = angle;
    x += Math.cos(angle) * size * 0.85;
    y += Math.sin(angle) * size * 0.85;
    if (x < -size || y < -size || x > width + size || y > height + size) break;
    const next = (Math.floor(clamp(y, 0, height - 1)) * width + Math.floor(clamp(x, 0, width - 1))) * 3;
    const drift = Math.abs(f32(reference, next) - r) + Math.abs(f32(reference, next + 1) - g) + Math.abs(f32(reference, next + 2) - b);
    if (drift > 0.2 && k > 0) break;
    points.push([x, y]);
  }
  if (points.length < 2) points.push([startX + Math.cos(heading ?? 0) * size * 0.4, startY + Math.sin(heading ?? 0) * size * 0.4]);
  return points;
}

function layStroke(
  paint: SKRSContext2D,
  relief: SKRSContext2D,
  points: readonly Point[],
  reference: Float32Array,
  pixel: number,
  size: number,
  brush: Brush,
  unit: number,
  random: Random,
): void {
  const [lightness, a, b] = labFromRgb(f32(reference, pixel * 3), f32(reference, pixel * 3 + 1), f32(reference, pixel * 3 + 2));
  const shift = random.normal() * brush.jitter;
  const colour = rgbFromLab(clamp(lightness + shift), a + random.normal() * brush.jitter * 0.45, b + random.normal() * brush.jitter * 0.45);
  paint.lineWidth = size;
  paint.strokeStyle = css(colour, brush.alpha);
  strokeCurve(paint, points, 0, 0);
  const hairs = size > 7 * unit ? Math.min(7, Math.round(size / (3.4 * unit))) : size > 3.5 * unit ? 2 : 0;
  const [x0, y0] = item(points, points.length - 2);
  const [x1, y1] = item(points, points.length - 1);
  const heading = Math.atan2(y1 - y0, x1 - x0);
  const acrossX = -Math.sin(heading);
  const acrossY = Math.cos(heading);
  for (let hair = 0; hair < hairs; hair++) {
    const offset = ((hair + 0.5) / hairs - 0.5) * size * 0.86;
    paint.lineWidth = Math.max(0.8, (size / hairs) * 0.55);
    paint.strokeStyle = css(rgbFromLab(clamp(lightness + shift + random.normal() * brush.bristle), a, b), 0.5);
    strokeCurve(paint, points, acrossX * offset, acrossY * offset);
    if (brush.impasto === 0) continue;
    const rise = Math.round(128 + random.normal() * 62);
    relief.lineWidth = paint.lineWidth * 1.2;
    relief.strokeStyle = `rgba(${rise},${rise},${rise},.75)`;
    strokeCurve(relief, points, acrossX * offset, acrossY * offset);
  }
}

function strokeCurve(context: SKRSContext2D, points: readonly Point[], shiftX: number, shiftY: number): void {
  context.beginPath();
  const [startX, startY] = item(points, 0);
  context.moveTo(startX + shiftX, startY + shiftY);
  for (let k = 1; k < points.length - 1; k++) {
    const [x, y] = item(points, k);
    const [nextX, nextY] = item(points, k + 1);
    context.quadraticCurveTo(x + shiftX, y + shiftY, mix(x, nextX, 0.5) + shiftX, mix(y, nextY, 0.5) + shiftY);
  }
  const [endX, endY] = item(points, points.length - 1);
  context.lineTo(endX + shiftX, endY + shiftY);
  context.stroke();
}

/** Light from the upper left over the ridges of paint. */
function lightRelief(painted: Raster, relief: SKRSContext2D, impasto: number, unit: number): void {
  const { width, height, samples } = painted;
  const bytes = relief.getImageData(0, 0, width, height).data;
  const heights = new Raster(width, height, 1);
  for (let i = 0; i < width * height; i++) heights.samples[i] = u8c(bytes, i * 4) / 255;
  const soft = blur(heights, 0.7 * unit + 0.2, 1).samples;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const slope = (f32(soft, i - width - 1) - f32(soft, i + width + 1)) * impasto * 0.5;
      for (let k = 0; k < 3; k++) samples[i * 3 + k] = clamp(f32(samples, i * 3 + k) + slope);
    }
  }
}
