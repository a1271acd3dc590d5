import type { Raster } from "../raster/image";
import type { Sitting } from "./canvas-picture";
import { paintStrokes } from "./strokes";

/** Opaque, matt, even paint. */
export function paintGouache(sitting: Sitting): Raster {
  return paintStrokes(sitting, sitting.picture, {
    sizes: [56, 30, 16, 9, 5],
    bristle: 0.028,
    jitter: 0.02,
    impasto: 0.22,
    tolerance: 0.05,
    alpha: 0.97,
  });
}
