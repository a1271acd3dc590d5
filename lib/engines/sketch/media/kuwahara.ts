import { Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { releaseGarbage } from "../raster/memory";
import { f32, f64 } from "../raster/sample";

/** Smooths areas and keeps edges: each pixel becomes the calmest of its four corner neighbourhoods, softly weighted. */
export function kuwahara(picture: Raster, radius: number): Raster {
  const { width, height } = picture;
  const out = new Raster(width, height, 3);
  const means = cornerMeans(picture, radius);
  const row = (width + radius) * 4;
  // The neighbourhood whose upper left corner is (x, y) lies at (x + radius, y + radius) of the table.
  const corners = [0, radius * 4, radius * row, radius * row + radius * 4] as const;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const upperLeft = y * row + x * 4;
      let weights = 0;
      let r = 0;
      let g = 0;
      let b = 0;
      for (const corner of corners) {
        const at = upperLeft + corner;
        const red = f32(means, at);
        const green = f32(means, at + 1);
        const blue = f32(means, at + 2);
        const luma = 0.3 * red + 0.59 * green + 0.11 * blue;
        const variance = 1e-5 + Math.max(0, f32(means, at + 3) - luma * luma);
        const weight = 1 / (variance * variance);
        weights += weight;
        r += red * weight;
        g += green * weight;
        b += blue * weight;
      }
      const i = (y * width + x) * 3;
      out.samples[i] = r / weights;
      out.samples[i + 1] = g / weights;
      out.samples[i + 2] = b / weights;
    }
  }
  releaseGarbage();
  return out;
}

/**
 * Mean red, green, blue and squared luma of each square of `radius + 1` pixels, for every upper left corner from `-radius` on.
 * Pixels outside repeat the border. Sums run along columns and rows, so that the cost does not depend on `radius`.
 */
function cornerMeans(picture: Raster, radius: number): Float32Array {
  const { width, height, samples } = picture;
  const columns = width + radius;
  const rows = height + radius;
  const means = new Float32Array(columns * rows * 4);
  const columnSums = new Float64Array(width * 4);
  const share = 1 / (radius + 1) ** 2;
  const addRow = (y: number, sign: number) => {
    const from = clamp(y, 0, height - 1) * width * 3;
    for (let x = 0; x < width; x++) {
      const i = from + x * 3;
      const red = f32(samples, i);
      const green = f32(samples, i + 1);
      const blue = f32(samples, i + 2);
      const luma = 0.3 * red + 0.59 * green + 0.11 * blue;
      columnSums[x * 4] = f64(columnSums, x * 4) + sign * red;
      columnSums[x * 4 + 1] = f64(columnSums, x * 4 + 1) + sign * green;
      columnSums[x * 4 + 2] = f64(columnSums, x * 4 + 2) + sign * blue;
      columnSums[x * 4 + 3] = f64(columnSums, x * 4 + 3) + sign * luma * luma;
    }
  };
  for (let y = -radius; y <= 0; y++) addRow(y, 1);
  for (let top = 0; top < rows; top++) {
    for (let k = 0; k < 4; k++) {
      let sum = 0;
      for (let x = -radius; x <= 0; x++) sum += f64(columnSums, clamp(x, 0, width - 1) * 4 + k);
      for (let left = 0; left < columns; left++) {
        means[(top * columns + left) * 4 + k] = sum * share;
        const leaving = clamp(left - radius, 0, width - 1) * 4 + k;
        const entering = clamp(left + 1, 0, width - 1) * 4 + k;
        sum += f64(columnSums, entering) - f64(columnSums, leaving);
      }
    }
    addRow(top - radius, -1);
    addRow(top + 1, 1);
  }
  return means;
}
