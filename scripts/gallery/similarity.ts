import type { Raster } from "@/lib/engines/sketch/raster/image";

/** Mean of the local structural similarity of two pictures' brightness, 1 for the same picture. */
export function similarity(a: Raster, b: Raster, window = 8): number {
  const first = a.luma();
  const second = b.luma();
  let sum = 0;
  let count = 0;
  for (let top = 0; top + window <= a.height; top += window / 2) {
    for (let left = 0; left + window <= a.width; left += window / 2) {
      let meanA = 0;
      let meanB = 0;
      let squareA = 0;
      let squareB = 0;
      let product = 0;
      for (let y = top; y < top + window; y++) {
        for (let x = left; x < left + window; x++) {
          const p = first.samples[y * a.width + x] ?? 0;
          const q = second.samples[y * a.width + x] ?? 0;
          meanA += p;
          meanB += q;
          squareA += p * p;
          squareB += q * q;
          product += p * q;
        }
      }
      const n = window * window;
      meanA /= n;
      meanB /= n;
      const varianceA = squareA / n - meanA * meanA;
      const varianceB = squareB / n - meanB * meanB;
      const covariance = product / n - meanA * meanB;
      sum += ((2 * meanA * meanB + 1e-4) * (2 * covariance + 9e-4)) / ((meanA ** 2 + meanB ** 2 + 1e-4) * (varianceA + varianceB + 9e-4));
      count++;
    }
  }
  return sum / count;
}
