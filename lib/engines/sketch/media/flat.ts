import { type Lab, putLab, rgbFromLab } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { Noise } from "../raster/noise";
import { paletteOf } from "../raster/palette";
import { f32, item, u8 } from "../raster/sample";
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
  const winners = roundedWinners(broad, palette, unit);
  const printed = palette.map(([lightness, a, b]) => rgbFromLab(clamp((lightness - 0.55) * 1.08 + 0.57), a * 1.18, b * 1.18));
  const areas = new Raster(width, height, 3);
  for (let i = 0; i < count; i++) {
    const ink = item(printed, u8(winners, i));
    for (let k = 0; k < 3; k++) areas.samples[i * 3 + k] = item(ink, k);
  }
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
function roundedWinners(picture: Raster, palette: readonly Lab[], unit: number): Uint8Array {
  const { width, height, samples } = picture;
  const winners = new Uint8Array(width * height);
  const colours = Float32Array.from(palette.flat());
  const lab = new Float32Array(3);
  for (let i = 0; i < winners.length; i++) {
    putLab(lab, 0, f32(samples, i * 3), f32(samples, i * 3 + 1), f32(samples, i * 3 + 2));
    winners[i] = nearestOf(colours, f32(lab, 0), f32(lab, 1), f32(lab, 2));
  }
  const reach = Math.max(1, Math.round(2.6 * unit + 0.6));
  return roundBorders(roundBorders(winners, width, height, palette.length, reach), width, height, palette.length, reach);
}

function nearestOf(colours: Float32Array, lightness: number, a: number, b: number): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < colours.length; at += 3) {
    const overL = f32(colours, at) - lightness;
    const overA = f32(colours, at + 1) - a;
    const overB = f32(colours, at + 2) - b;
    const distance = overL * overL + 2 * (overA * overA + overB * overB);
    if (distance >= least) continue;
    least = distance;
    nearest = at;
  }
  return nearest / 3;
}

/** Gives each pixel by a border to the area that fills most of the disc around it. */
function roundBorders(areas: Uint8Array, width: number, height: number, count: number, reach: number): Uint8Array {
  const out = areas.slice();
  const shares = new Float32Array(count);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - reach);
    const bottom = Math.min(height - 1, y + reach);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width - 1, x + reach);
      const own = u8(areas, y * width + x);
      const isInside =
        u8(areas, y * width + left) === own &&
        u8(areas, y * width + right) === own &&
        u8(areas, top * width + x) === own &&
        u8(areas, bottom * width + x) === own &&
        u8(areas, top * width + left) === own &&
        u8(areas, top * width + right) === own &&
        u8(areas, bottom * width + left) === own &&
        u8(areas, bottom * width + right) === own;
      if (isInside) continue;
      shares.fill(0);
      let most = own;
      for (let v = top; v <= bottom; v++) {
        for (let u = left; u <= right; u++) {
          const squared = (u - x) * (u - x) + (v - y) * (v - y);
          if (squared > reach * reach + 1) continue;
          const area = u8(areas, v * width + u);
          shares[area] = f32(shares, area) + 1;
          if (f32(shares, area) > f32(shares, most)) most = area;
        }
      }
      out[y * width + x] = most;
    }
  }
  return out;
}
