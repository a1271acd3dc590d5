import type { Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { Noise } from "../raster/noise";
import { f32, item } from "../raster/sample";
import type { Sitting } from "./canvas-picture";
import { paperGrain } from "./paper";
import { paintStrokes } from "./strokes";

/** Warm grey paper that shows between the strokes. */
const PAPER = [0.74, 0.71, 0.68] as const;

/** Soft chalk: broad strokes without relief whose powder sits on the tooth of a toned paper. */
export function paintPastel(sitting: Sitting): Raster {
  const { stage, seed } = sitting;
  const { width, height, unit } = stage;
  const painted = paintStrokes(sitting, sitting.picture, {
    sizes: [40, 22, 12, 7],
    bristle: 0.05,
    jitter: 0.03,
    impasto: 0,
    tolerance: 0.045,
    alpha: 0.8,
  });
  const grain = paperGrain(width, height, unit, seed, 1.25).samples;
  const noise = new Noise(`${seed}chalk`);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const pressure = 0.24 + 0.2 * noise.fbm(x / (90 * unit), y / (90 * unit), 3);
      const toEdge = Math.min(x, width - 1 - x, y, height - 1 - y);
      const border =
        toEdge > 90 * unit ? 1 : smooth(6 * unit, 40 * unit, toEdge + (noise.fbm(x / (50 * unit), y / (20 * unit), 3) - 0.5) * 60 * unit);
      const powder = smooth(pressure - 0.16, pressure + 0.18, f32(grain, pixel)) * border;
      for (let k = 0; k < 3; k++) {
        const i = pixel * 3 + k;
        const chalk = clamp(f32(painted.samples, i) * 0.94 + 0.05);
        painted.samples[i] = clamp(mix(item(PAPER, k), chalk, 0.62 * border + 0.38 * powder));
      }
    }
  }
  return painted;
}
