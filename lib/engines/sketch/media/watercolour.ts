import { blur, Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { Noise } from "../raster/noise";
import { f32 } from "../raster/sample";
import { slowField } from "../raster/slow-field";
import type { Sitting } from "./canvas-picture";
import { kuwahara } from "./kuwahara";
import { outlinesOf } from "./outlines";
import { paperGrain } from "./paper";

/** Mean brightness below which a scene is lifted. */
const LIGHT_ENOUGH = 0.46;
const PAPER = [0.985, 0.972, 0.945] as const;

/** Transparent washes on white paper: wandering edges, pigment that gathers at rims and in the tooth, an untaped border. */
export function paintWatercolour(sitting: Sitting): Raster {
  const { stage, seed } = sitting;
  const { width, height, unit } = stage;
  const picture = lifted(sitting.picture);
  const noise = new Noise(`${seed}wc`);
  const grain = paperGrain(width, height, unit, seed, 1).samples;
  const washes = kuwahara(kuwahara(wander(picture, noise, unit), Math.max(3, Math.round(8 * unit))), Math.max(2, Math.round(4 * unit)));
  const luma = washes.luma();
  const near = blur(luma, 1.2 * unit + 0.4).samples;
  const wide = blur(luma, 7 * unit).samples;
  const lines = outlinesOf(stage, picture);
  const clouds = slowField(width, height, 6 * unit, (x, y) => noise.fbm(x / (190 * unit) + 7, y / (190 * unit), 4) - 0.5);
  const backruns = slowField(width, height, 3 * unit, (x, y) => noise.ridge(x / (120 * unit), y / (120 * unit) + 31, 3));
  const out = new Raster(width, height, 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const tooth = f32(grain, i) - 0.5;
      const rim = clamp((f32(wide, i) - f32(near, i)) * 3.4);
      const backrun = f32(backruns, i);
      let density = 0.82 + rim * 0.75 + f32(clouds, i) * 0.85 + tooth * 0.42 + (backrun > 0.62 ? (backrun - 0.62) * 1.1 : 0);
      density = clamp(density, 0.22, 2);
      const toEdge = Math.min(x, width - 1 - x, y, height - 1 - y);
      const border = toEdge + (toEdge > 90 * unit ? 0 : (noise.fbm(x / (38 * unit), y / (38 * unit) + 90, 4) - 0.5) * 70 * unit);
      const inside = smooth(16 * unit, 40 * unit, border);
      density = density * inside + inside * (1 - smooth(40 * unit, 66 * unit, border)) * 0.35;
      const line = clamp(f32(lines.tone, i) * 0.16 + f32(lines.object, i) * 0.34) * (0.35 + 0.9 * f32(grain, i)) * 0.55 * inside;
      for (let k = 0; k < 3; k++) {
        const pigment = clamp(f32(washes.samples, i * 3 + k) * 0.86 + 0.14 * f32(luma.samples, i) + 0.03, 0.03, 1);
        const wash = mix(1, pigment, 0.94) ** density;
        const paper = PAPER[k] ?? 1;
        out.samples[i * 3 + k] = clamp(paper * wash + tooth * 0.035) * (1 - line * (k === 1 ? 0.95 : 0.9));
      }
    }
  }
  return out;
}

/** Transparent paint cannot go as dark as a night: a dark scene is lifted until its washes can be told apart. */
function lifted(picture: Raster): Raster {
  const luma = picture.luma().samples;
  const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length;
  const power = clamp(Math.log(LIGHT_ENOUGH) / Math.log(clamp(mean, 0.02, 0.98)), 0.48, 1);
  if (power === 1) return picture;
  const out = picture.clone();
  for (let i = 0; i < out.samples.length; i++) out.samples[i] = clamp(f32(out.samples, i)) ** power;
  return out;
}

/** Moves each pixel a little, so that no edge is straighter than a wet brush could make it. */
function wander(picture: Raster, noise: Noise, unit: number): Raster {
  const { width, height } = picture;
  const out = new Raster(width, height, 3);
  const swing = (offsetX: number, offsetY: number) =>
    slowField(
      width,
      height,
      2 * unit,
      (x, y) =>
        (noise.fbm(x / (60 * unit) + offsetX, y / (60 * unit) + offsetY, 3) - 0.5) * 20 * unit +
        (noise.value(x / (9 * unit) + 50 - offsetX, y / (9 * unit) + offsetY * 8) - 0.5) * 3 * unit,
    );
  const shiftX = swing(0, 0);
  const shiftY = swing(40, 9);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const fromX = clamp(Math.round(x + f32(shiftX, i)), 0, width - 1);
      const fromY = clamp(Math.round(y + f32(shiftY, i)), 0, height - 1);
      const from = (fromY * width + fromX) * 3;
      for (let k = 0; k < 3; k++) out.samples[i * 3 + k] = f32(picture.samples, from + k);
    }
  }
  return out;
}
