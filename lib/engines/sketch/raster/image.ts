import { clamp } from "./maths";
import { countRaster } from "./memory";
import { f32, u8 } from "./sample";

/** Float samples, row by row, `channels` interleaved, 0–1. */
export class Raster {
  readonly samples: Float32Array;

  constructor(
    readonly width: number,
    readonly height: number,
    readonly channels: 1 | 3,
    samples?: Float32Array,
  ) {
    this.samples = samples ?? new Float32Array(width * height * channels);
    countRaster(this.samples.byteLength);
  }

  clone(): Raster {
    return new Raster(this.width, this.height, this.channels, this.samples.slice());
  }

  /** From 8-bit samples with `stride` bytes a pixel; the first `channels` of them are taken. */
  static fromBytes(bytes: Uint8Array, width: number, height: number, channels: 1 | 3, stride: number): Raster {
    const raster = new Raster(width, height, channels);
    const count = width * height;
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < channels; k++) raster.samples[i * channels + k] = u8(bytes, i * stride + k) / 255;
    }
    return raster;
  }

  /** One colour all over; for three channels. */
  fill([red, green, blue]: readonly [number, number, number]): this {
    for (let i = 0; i < this.samples.length; i += 3) {
      this.samples[i] = red;
      this.samples[i + 1] = green;
      this.samples[i + 2] = blue;
    }
    return this;
  }

  toRgbBytes(): Uint8Array {
    const count = this.width * this.height;
    const bytes = new Uint8Array(count * 3);
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < 3; k++) {
        const sample = f32(this.samples, i * this.channels + (this.channels === 1 ? 0 : k));
        bytes[i * 3 + k] = clamp(sample * 255 + 0.5, 0, 255);
      }
    }
    return bytes;
  }

  /** Brightness as a viewer sees it (Rec. 601 weights on sRGB). */
  luma(): Raster {
    const luma = new Raster(this.width, this.height, 1);
    for (let i = 0, j = 0; i < luma.samples.length; i++, j += 3) {
      luma.samples[i] = 0.299 * f32(this.samples, j) + 0.587 * f32(this.samples, j + 1) + 0.114 * f32(this.samples, j + 2);
    }
    return luma;
  }
}

/** Gaussian-like blur by repeated box blurs; `sigma` in pixels. Cost does not depend on `sigma`. */
export function blur(image: Raster, sigma: number, passes = 2): Raster {
  if (sigma < 0.4) return image.clone();
  const { width, height, channels } = image;
  const radius = Math.max(1, Math.round(sigma * Math.sqrt(3 / passes)));
  const source = image.samples.slice();
  const across = scratchOf(source.length);
  for (let pass = 0; pass < passes; pass++) {
    blurRows(source, across, width, height, channels, radius);
    blurColumns(across, source, width * channels, height, radius);
  }
  return new Raster(width, height, channels, source);
}

let scratch = new Float32Array(0);

/** A buffer that one blur uses and the next one uses again: a picture is blurred dozens of times, never two at once in a thread. */
function scratchOf(length: number): Float32Array {
  if (scratch.length !== length) scratch = new Float32Array(length);
  return scratch;
}

function blurRows(from: Float32Array, to: Float32Array, width: number, height: number, channels: number, radius: number): void {
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < channels; k++) blurRow(from, to, y * width * channels + k, width, channels, radius);
  }
}

/** One channel of one row. The stretches where the window hangs over an edge are apart, so that the long one between tests nothing. */
function blurRow(from: Float32Array, to: Float32Array, start: number, width: number, step: number, radius: number): void {
  const share = 1 / (2 * radius + 1);
  const first = f32(from, start);
  const end = start + (width - 1) * step;
  const last = f32(from, end);
  let sum = first * (radius + 1);
  for (let x = 1; x <= radius; x++) sum += f32(from, Math.min(start + x * step, end));
  const ahead = (radius + 1) * step;
  const behind = radius * step;
  const entersUntil = end - ahead;
  const leavesFrom = start + behind;
  let at = start;
  for (; at <= end && at < leavesFrom; at += step) {
    to[at] = sum * share;
    sum += (at <= entersUntil ? f32(from, at + ahead) : last) - first;
  }
  for (; at <= entersUntil; at += step) {
    to[at] = sum * share;
    sum += f32(from, at + ahead) - f32(from, at - behind);
  }
  for (; at <= end; at += step) {
    to[at] = sum * share;
    sum += last - f32(from, at - behind);
  }
}

function blurColumns(from: Float32Array, to: Float32Array, row: number, height: number, radius: number): void {
  const share = 1 / (2 * radius + 1);
  const sums = new Float32Array(row);
  for (let i = 0; i < row; i++) {
    let sum = f32(from, i) * (radius + 1);
    for (let y = 1; y <= radius; y++) sum += f32(from, i + Math.min(y, height - 1) * row);
    sums[i] = sum;
  }
  for (let y = 0; y < height; y++) {
    const entering = Math.min(y + radius + 1, height - 1) * row;
    const leaving = Math.max(y - radius, 0) * row;
    const target = y * row;
    for (let i = 0; i < row; i++) {
      const sum = f32(sums, i);
      to[target + i] = sum * share;
      sums[i] = sum + f32(from, entering + i) - f32(from, leaving + i);
    }
  }
}
