import type { Raster } from "../raster/image";
import type { Sitting } from "./canvas-picture";
import { bloom } from "./grade";
import { paintStrokes } from "./strokes";

/** Thick paint with visible hairs and a glow in the lights. */
export function paintOil(sitting: Sitting): Raster {
  const picture = sitting.picture.clone();
  bloom(picture, sitting.stage.unit, 0.25, 0.75);
  return paintStrokes(sitting, picture, {
    sizes: [64, 36, 20, 11, 6],
    bristle: 0.06,
    jitter: 0.035,
    impasto: 0.85,
    tolerance: 0.045,
    alpha: 0.9,
  });
}
