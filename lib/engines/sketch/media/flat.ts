import { type Lab, labDistance, labFromRgb, rgbFromLab } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { Noise } from "../raster/noise";
import { paletteOf } from "../raster/palette";
import { f32, item } from "../raster/sample";
import { ID } from "../scene/stage";
import type { Sitting } from "./canvas-picture";
import { kuwahara } from "./kuwahara";

const COLOURS = 16;

/** Areas of one colour with clean borders, as cut from paper. Subjects keep smaller areas than the scene behind them. */
export function paintFlat(sitting: Sitting): Raster {
  const { stage, picture, seed } = sitting;
  const { width, height, unit } = stage;
  const broad = kuwahara(picture, Math.max(3, Math.round(9 * unit)));
  const fine = kuwahara(picture, Math.max(1, Math.round(2.4 * unit)));
  const count = width * height;
  for (let i = 0; i < count; i++) {
    if ((stage.ids[i] ?? 0) < ID.PODIUM) continue;
    for (let k = 0; k < 3; k++) broad.samples[i * 3 + k] = f32(fine.samples, i * 3 + k);
  }
  const palette = [...paletteOf(broad, COLOURS, `${seed}`, 14).map((swatch) => swatch.lab), ...subjectPalette(sitting, fine)];
  const winners = softWinners(broad, palette, unit);
  const printed = palette.map(([lightness, a, b]) => rgbFromLab(clamp((lightness - 0.55) * 1.08 + 0.57), a * 1.18, b * 1.18));
  const areas = new Raster(width, height, 3);
  for (let i = 0; i < count; i++) areas.samples.set(item(printed, winners[i] ?? 0), i * 3);
  const out = blur(areas, 0.55, 1);
  const noise = new Noise(`${seed}fl`);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      const grain = (noise.value(x / (1.3 * unit), y / (1.3 * unit)) - 0.5) * 0.035;
      for (let k = 0; k < 3; k++) out.samples[i + k] = clamp(f32(out.samples, i + k) + grain);
    }
  }
  return out;
}

/** Colours of the subjects alone: they cover little of the picture, so its own palette would drop them. */
function subjectPalette(sitting: Sitting, fine: Raster): readonly Lab[] {
  const { stage, seed } = sitting;
  const pixels: number[] = [];
  for (let i = 0; i < stage.ids.length; i++) if ((stage.ids[i] ?? 0) >= ID.SUBJECT) pixels.push(i);
  if (pixels.length < 400) return [];
  const strip = new Raster(pixels.length, 1, 3);
  for (const [order, pixel] of pixels.entries())
    for (let k = 0; k < 3; k++) strip.samples[order * 3 + k] = f32(fine.samples, pixel * 3 + k);
  return paletteOf(strip, 10, `${seed}subject`, 10).map((swatch) => swatch.lab);
}

/** The palette entry of each pixel after the borders have been rounded. */
function softWinners(picture: Raster, palette: readonly Lab[], unit: number): Uint8Array {
  const { width, height, samples } = picture;
  const count = width * height;
  const labs = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) labs.set(labFromRgb(f32(samples, i * 3), f32(samples, i * 3 + 1), f32(samples, i * 3 + 2)), i * 3);
  const best = new Float32Array(count).fill(-1);
  const winners = new Uint8Array(count);
  for (const [order, colour] of palette.entries()) {
    const likeness = new Raster(width, height, 1);
    for (let i = 0; i < count; i++) {
      likeness.samples[i] = Math.exp(-labDistance([f32(labs, i * 3), f32(labs, i * 3 + 1), f32(labs, i * 3 + 2)], colour) / 0.0035);
    }
    const rounded = blur(likeness, 1.9 * unit + 0.3).samples;
    for (let i = 0; i < count; i++) {
      if (f32(rounded, i) <= f32(best, i)) continue;
      best[i] = f32(rounded, i);
      winners[i] = order;
    }
  }
  return winners;
}
