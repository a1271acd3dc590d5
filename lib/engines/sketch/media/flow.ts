import { blur, Raster } from "../raster/image";
import { f32 } from "../raster/sample";

export interface Flow {
  /** Direction along the forms, radians. */
  readonly angle: Float32Array;
  /** How sure the direction is, 0–1. */
  readonly certainty: Float32Array;
}

/** The direction a brush would follow: the smoothed structure tensor of the picture. */
export function flowOf(picture: Raster, sigma: number): Flow {
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
  const smoothed = blur(tensor, sigma).samples;
  const count = width * height;
  const angle = new Float32Array(count);
  const certainty = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const a = f32(smoothed, i * 3);
    const b = f32(smoothed, i * 3 + 1);
    const c = f32(smoothed, i * 3 + 2);
    angle[i] = 0.5 * Math.atan2(2 * b, a - c) + Math.PI / 2;
    certainty[i] = Math.sqrt((a - c) ** 2 + 4 * b * b) / (a + c + 1e-6);
  }
  return { angle, certainty };
}
