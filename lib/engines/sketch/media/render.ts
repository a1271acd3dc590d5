import { blur, Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { Random } from "../raster/random";
import { f32 } from "../raster/sample";
import type { Sitting } from "./canvas-picture";
import { bloom } from "./grade";

/** The look of a photograph: depth of field, glow, a soft curve, darker corners and grain. */
export function paintRender(sitting: Sitting): Raster {
  const { stage, seed } = sitting;
  const { width, height, unit, spec } = stage;
  const picture = sitting.picture.clone();
  const hasSubject = spec.subjects.length > 0 && spec.places[0] !== "abstract";
  if (hasSubject && spec.camera !== "wide") blurDistance(picture, stage.depth, unit);
  bloom(picture, unit, 0.42, 0.7);
  const random = new Random(`${seed}gr`);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      const corner = 1 - 0.42 * ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2);
      const grain = (random.next() - 0.5) * 0.032;
      for (let k = 0; k < 3; k++) {
        const light = f32(picture.samples, i + k) * corner;
        picture.samples[i + k] = clamp(mix(light, light * light * (3 - 2 * light), 0.45) + grain);
      }
    }
  }
  return picture;
}

function blurDistance(picture: Raster, depth: Float32Array, unit: number): void {
  const { width, height, samples } = picture;
  const soft = blur(picture, 5 * unit).samples;
  const far = new Raster(width, height, 1);
  for (let i = 0; i < width * height; i++) far.samples[i] = smooth(0.35, 1, f32(depth, i));
  const share = blur(far, 3 * unit, 1).samples;
  for (let i = 0; i < width * height; i++) {
    for (let k = 0; k < 3; k++) samples[i * 3 + k] = mix(f32(samples, i * 3 + k), f32(soft, i * 3 + k), f32(share, i) * 0.75);
  }
}
