import { blur, Raster } from "../raster/image";
import { mix } from "../raster/maths";
import type { Noise } from "../raster/noise";
import { f32 } from "../raster/sample";

/** A unit vector along the forms for each pixel; which of its two ends points forwards means nothing. */
export interface Flow {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Slopes of brightness below this (squared, a pixel) say little: there the brush follows its own slow swing. */
const FAINT = 2e-5;
/** How far apart the swing of the brush is looked up, in pixels; it changes slowly. */
const SWING_STEP = 8;

/** The direction a brush would follow: the smoothed structure tensor of the picture, and a slow swing where the picture is even. */
export function flowOf(picture: Raster, sigma: number, noise: Noise, unit: number): Flow {
  const { width, height } = picture;
  const tensor = tensorOf(picture);
  const smoothed = blur(tensor, sigma).samples;
  const count = width * height;
  const flow: Flow = { x: new Float32Array(count), y: new Float32Array(count) };
  const columns = Math.ceil(width / SWING_STEP) + 2;
  const swings = [new Float32Array(columns), new Float32Array(columns)] as const;
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / SWING_STEP);
    if (y % SWING_STEP === 0) for (const k of [0, 1] as const) readSwing(swings[k], row + k, noise, unit);
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const column = Math.floor(x / SWING_STEP);
      const across = (x % SWING_STEP) / SWING_STEP;
      const swing = mix(
        mix(f32(swings[0], column), f32(swings[0], column + 1), across),
        mix(f32(swings[1], column), f32(swings[1], column + 1), across),
        (y % SWING_STEP) / SWING_STEP,
      );
      // A weak gradient across the swing joins the picture's own: the surer of the two decides.
      const sine = Math.sin(swing);
      const cosine = Math.cos(swing);
      const a = f32(smoothed, i * 3) + FAINT * sine * sine;
      const b = f32(smoothed, i * 3 + 1) - FAINT * sine * cosine;
      const c = f32(smoothed, i * 3 + 2) + FAINT * cosine * cosine;
      const half = Math.hypot(a - c, 2 * b);
      const alongX = c - a + half;
      const alongY = -2 * b;
      const length = Math.hypot(alongX, alongY);
      flow.x[i] = length < 1e-12 ? 0 : alongX / length;
      flow.y[i] = length < 1e-12 ? 1 : alongY / length;
    }
  }
  return flow;
}

function readSwing(swing: Float32Array, row: number, noise: Noise, unit: number): void {
  const scale = SWING_STEP / (220 * unit);
  for (let column = 0; column < swing.length; column++) swing[column] = noise.value(column * scale, row * scale) * 1.38;
}

function tensorOf(picture: Raster): Raster {
  const { width, height } = picture;
  const soft = blur(picture.luma(), 1.2).samples;
  const tensor = new Raster(width, height, 3);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const gx = f32(soft, i + 1) - f32(soft, i - 1);
      const gy = f32(soft, i + width) - f32(soft, i - width);
      tensor.samples[i * 3] = gx * gx;
      tensor.samples[i * 3 + 1] = gx * gy;
      tensor.samples[i * 3 + 2] = gy * gy;
    }
  }
  return tensor;
}
