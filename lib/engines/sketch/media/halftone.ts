import { changeInLab, type Rgb } from "../raster/colour";
import { Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { f32, item } from "../raster/sample";
import type { Sitting } from "./canvas-picture";
import { kuwahara } from "./kuwahara";
import { outlinesOf } from "./outlines";
import { dotThreshold } from "./screen";

const INKS: readonly (readonly [ink: Rgb, angle: number])[] = [
  [[0, 0.62, 0.9], 0.262],
  [[0.93, 0.1, 0.5], 1.309],
  [[1, 0.9, 0.05], 0],
  [[0.08, 0.08, 0.1], 0.785],
];

/** Four-colour comic print: large dots at the classical angles and heavy outlines. */
export function printHalftone(sitting: Sitting): Raster {
  const { stage, picture } = sitting;
  const { width, height, unit } = stage;
  const smoothed = kuwahara(picture, Math.max(1, Math.round(3 * unit))).samples;
  changeInLab(smoothed, (lab) => {
    lab[0] = clamp((f32(lab, 0) - 0.5) * 1.15 + 0.54);
    lab[1] = f32(lab, 1) * 1.35;
    lab[2] = f32(lab, 2) * 1.35;
  });
  const lines = outlinesOf(stage, picture);
  const screens = INKS.map(([ink, angle]) => ({ ink, cosine: Math.cos(angle), sine: Math.sin(angle) }));
  const cell = 8 * unit;
  const out = new Raster(width, height, 3);
  const amounts: [number, number, number, number] = [0, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const i = pixel * 3;
      const red = f32(smoothed, i);
      const green = f32(smoothed, i + 1);
      const blue = f32(smoothed, i + 2);
      const black = clamp(Math.min(1 - red, 1 - green, 1 - blue) - 0.3) * 1.2;
      amounts[0] = 1 - red - black * 0.7;
      amounts[1] = 1 - green - black * 0.7;
      amounts[2] = 1 - blue - black * 0.7;
      amounts[3] = black;
      let r = 1;
      let g = 0.985;
      let paperBlue = 0.95;
      for (let q = 0; q < 4; q++) {
        const { ink, cosine, sine } = item(screens, q);
        const threshold = dotThreshold(x, y, cosine, sine, cell);
        const laid = smooth(threshold - 0.1, threshold + 0.1, clamp(item(amounts, q)) * 1.05);
        r *= 1 - laid * (1 - ink[0]);
        g *= 1 - laid * (1 - ink[1]);
        paperBlue *= 1 - laid * (1 - ink[2]);
      }
      const line = 1 - clamp(f32(lines.object, pixel) * 1.6 + f32(lines.tone, pixel) * 0.55) * 0.9;
      out.samples[i] = r * line;
      out.samples[i + 1] = g * line;
      out.samples[i + 2] = paperBlue * line;
    }
  }
  return out;
}
