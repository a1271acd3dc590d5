import { blur, Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { f32 } from "../raster/sample";
import type { Stage } from "../scene/stage";

export interface Outlines {
  /** Lines where tone turns (extended difference of Gaussians), 0–1. */
  readonly tone: Float32Array;
  /** Lines where one object ends and another begins, 0–1. */
  readonly object: Float32Array;
}

const THRESHOLD = 0.44;
const SLOPE = 3.5;

/** Lines a draughtsman would draw. `sharpness` is the weight of the second Gaussian; about 20. */
export function outlinesOf(stage: Stage, picture: Raster, sharpness = 18): Outlines {
  const { width, height, unit } = stage;
  const luma = picture.luma();
  const near = blur(luma, 1.1 * unit + 0.3).samples;
  const wide = blur(luma, 1.76 * unit + 0.6).samples;
  const tone = new Float32Array(width * height);
  for (let i = 0; i < tone.length; i++) {
    const difference = (1 + sharpness) * f32(near, i) - sharpness * f32(wide, i);
    tone[i] = difference >= THRESHOLD ? 0 : clamp(-Math.tanh(SLOPE * (difference - THRESHOLD)));
  }
  const edges = new Raster(width, height, 1);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (stage.ids[i] !== stage.ids[i + 1] || stage.ids[i] !== stage.ids[i + width]) edges.samples[i] = 1;
    }
  }
  return { tone, object: blur(edges, 0.8 * unit + 0.35, 1).samples };
}
