import { blur, Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { f32, item } from "../raster/sample";

/** Colours of an edge spread aside by this share of the distance from it. */
const SPREAD = 0.5;
/** Levels of spreading that are kept ready, in pixels; what lies between is mixed. */
const SPREADS = [1, 4, 12, 36, 108, 324] as const;

/** The colours along an edge of a picture, spreading aside the further they are from it. */
export class EdgeTones {
  private readonly rows: readonly Float32Array[];

  /** `colours`: three samples for each place along the edge; `weights`: how much each of them counts. */
  constructor(colours: Float32Array, weights: Float32Array) {
    this.rows = SPREADS.map((sigma) => spreadRow(colours, weights, sigma));
  }

  /** The tones at `distance` pixels from the edge, three for each place along it, written to `tones`. */
  at(distance: number, tones: Float32Array): void {
    const wanted = 1 + distance * SPREAD;
    const level = Math.max(
      0,
      SPREADS.findLastIndex((sigma) => sigma <= wanted),
    );
    const next = Math.min(SPREADS.length - 1, level + 1);
    const [near, far] = [item(SPREADS, level), item(SPREADS, next)];
    const share = next === level ? 0 : clamp((wanted - near) / (far - near));
    const [narrow, wide] = [item(this.rows, level), item(this.rows, next)];
    for (let i = 0; i < tones.length; i++) tones[i] = mix(f32(narrow, i), f32(wide, i), share);
  }
}

/** A row of colours blurred along it, each by its weight. */
export function spreadRow(colours: Float32Array, weights: Float32Array, sigma: number): Float32Array {
  const width = weights.length;
  const [sum, share] = [new Raster(width, 1, 3), new Raster(width, 1, 1)];
  for (let x = 0; x < width; x++) {
    share.samples[x] = f32(weights, x);
    for (let k = 0; k < 3; k++) sum.samples[x * 3 + k] = f32(colours, x * 3 + k) * f32(weights, x);
  }
  const [tones, total] = [blur(sum, sigma, 3).samples, blur(share, sigma, 3).samples];
  return tones.map((tone, i) => tone / Math.max(1e-6, f32(total, Math.floor(i / 3))));
}
