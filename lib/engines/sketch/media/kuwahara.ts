import { Raster } from "../raster/image";
import { f32, f64 } from "../raster/sample";

/** Smooths areas and keeps edges: each pixel becomes the calmest of its four corner neighbourhoods, softly weighted. */
export function kuwahara(picture: Raster, radius: number): Raster {
  const { width, height } = picture;
  const row = width + 1;
  const sums = integralSums(picture);
  const out = new Raster(width, height, 3);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius);
    const bottom = Math.min(height, y + radius + 1);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      let weights = 0;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let corner = 0; corner < 4; corner++) {
        const x0 = (corner & 1) === 1 ? x : left;
        const x1 = (corner & 1) === 1 ? right : x + 1;
        const y0 = (corner & 2) === 2 ? y : top;
        const y1 = (corner & 2) === 2 ? bottom : y + 1;
        const area = (x1 - x0) * (y1 - y0);
        const a00 = (y0 * row + x0) * 4;
        const a10 = (y0 * row + x1) * 4;
        const a01 = (y1 * row + x0) * 4;
        const a11 = (y1 * row + x1) * 4;
        const red = (f64(sums, a11) - f64(sums, a10) - f64(sums, a01) + f64(sums, a00)) / area;
        const green = (f64(sums, a11 + 1) - f64(sums, a10 + 1) - f64(sums, a01 + 1) + f64(sums, a00 + 1)) / area;
        const blue = (f64(sums, a11 + 2) - f64(sums, a10 + 2) - f64(sums, a01 + 2) + f64(sums, a00 + 2)) / area;
        const square = (f64(sums, a11 + 3) - f64(sums, a10 + 3) - f64(sums, a01 + 3) + f64(sums, a00 + 3)) / area;
        const luma = 0.3 * red + 0.59 * green + 0.11 * blue;
        const variance = 1e-5 + Math.max(0, square - luma * luma);
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
  return out;
}

/** Running sums of red, green, blue and squared luma, so that the mean of any rectangle is four reads. */
function integralSums(picture: Raster): Float64Array {
  const { width, height, samples } = picture;
  const row = (width + 1) * 4;
  const sums = new Float64Array(row * (height + 1));
  for (let y = 0; y < height; y++) {
    let r = 0;
    let g = 0;
    let b = 0;
    let squares = 0;
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      const red = f32(samples, i);
      const green = f32(samples, i + 1);
      const blue = f32(samples, i + 2);
      const luma = 0.3 * red + 0.59 * green + 0.11 * blue;
      r += red;
      g += green;
      b += blue;
      squares += luma * luma;
      const at = (y + 1) * row + (x + 1) * 4;
      sums[at] = f64(sums, at - row) + r;
      sums[at + 1] = f64(sums, at - row + 1) + g;
      sums[at + 2] = f64(sums, at - row + 2) + b;
      sums[at + 3] = f64(sums, at - row + 3) + squares;
    }
  }
  return sums;
}
