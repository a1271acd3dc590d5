import { Raster } from "../raster/image";
import { Noise } from "../raster/noise";

/** The tooth of paper, about 0.5 ± 0.3. `roughness` scales it. */
export function paperGrain(width: number, height: number, unit: number, seed: number, roughness: number): Raster {
  const noise = new Noise(`${seed}paper`);
  const grain = new Raster(width, height, 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const coarse = noise.fbm(x / (7 * unit), y / (7 * unit), 4) - 0.5;
      const fine = noise.value(x / (1.6 * unit), y / (1.6 * unit)) - 0.5;
      grain.samples[y * width + x] = 0.5 + (coarse * 1.1 + fine * 0.45) * roughness;
    }
  }
  return grain;
}
