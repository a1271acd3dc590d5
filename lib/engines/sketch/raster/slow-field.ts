import { f32 } from "./sample";

/**
 * A quantity that changes slowly over a picture, asked for at every `step` pixels and filled in between: noise of several
 * octaves is the cost of a picture, and most of it is broader than a pixel. `valueAt` is asked row by row.
 */
export function slowField(width: number, height: number, step: number, valueAt: (x: number, y: number) => number): Float32Array {
  const field = new Float32Array(width * height);
  const stride = Math.max(1, Math.round(step));
  if (stride === 1) {
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) field[y * width + x] = valueAt(x, y);
    return field;
  }
  const columns = Math.ceil(width / stride) + 1;
  let upper = new Float32Array(columns);
  let lower = new Float32Array(columns);
  for (let column = 0; column < columns; column++) lower[column] = valueAt(column * stride, 0);
  for (let top = 0; top < height; top += stride) {
    [upper, lower] = [lower, upper];
    for (let column = 0; column < columns; column++) lower[column] = valueAt(column * stride, top + stride);
    for (let y = top; y < Math.min(height, top + stride); y++) fillRow(field, y * width, width, stride, upper, lower, (y - top) / stride);
  }
  return field;
}

function fillRow(
  field: Float32Array,
  start: number,
  width: number,
  stride: number,
  upper: Float32Array,
  lower: Float32Array,
  down: number,
): void {
  let column = 0;
  for (let left = 0; left < width; left += stride, column++) {
    const from = f32(upper, column) + (f32(lower, column) - f32(upper, column)) * down;
    const to = f32(upper, column + 1) + (f32(lower, column + 1) - f32(upper, column + 1)) * down;
    const perPixel = (to - from) / stride;
    const end = Math.min(width, left + stride);
    for (let x = left; x < end; x++) field[start + x] = from + perPixel * (x - left);
  }
}
