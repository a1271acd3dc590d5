import { blur, Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { Noise } from "../raster/noise";
import { f32, item } from "../raster/sample";
import type { Sitting } from "./canvas-picture";
import { kuwahara } from "./kuwahara";
import { outlinesOf } from "./outlines";
import { paperGrain } from "./paper";

const INK = [0.07, 0.08, 0.12] as const;
const PAPER = [0.965, 0.94, 0.885] as const;
/** A broad shadow is so much lighter than a small one of the same tone: hatched, where the small one is filled in. */
const BROAD_SHADOW = 0.13;
/** How much of the scene's colour stains the paper under the pen. */
const WASH = 0.24;

/** Pen and ink: outlines, and hatching in up to four directions where the tone asks for it. */
export function paintInk(sitting: Sitting): Raster {
  const { stage, picture, seed, inks } = sitting;
  const { width, height, unit } = stage;
  const noise = new Noise(`${seed}ink`);
  const grain = paperGrain(width, height, unit, seed, 0.6).samples;
  const tone = blur(picture.luma(), 1.3 * unit).samples;
  const broad = blur(picture.luma(), 26 * unit).samples;
  const lines = outlinesOf(stage, picture, 22);
  const wash = kuwahara(picture, Math.max(3, Math.round(9 * unit))).samples;
  const [darkest, brightest] = toneRange(tone);
  const accent = inks[0];
  const spacing = 6.2 * unit;
  const out = new Raster(width, height, 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const own = clamp((f32(tone, i) - darkest) / (brightest - darkest)) ** 0.62;
      const around = clamp((f32(broad, i) - darkest) / (brightest - darkest)) ** 0.62;
      const t = own + BROAD_SHADOW * smooth(0.42, 0.12, around) * smooth(0.3, 0.06, own);
      const wx = x + (noise.fbm(x / (46 * unit), y / (46 * unit), 2) - 0.5) * 9 * unit;
      const wy = y + (noise.fbm(x / (46 * unit) + 30, y / (46 * unit), 2) - 0.5) * 9 * unit;
      const isSky = f32(stage.depth, i) > 0.97;
      let ink = isSky
        ? Math.max(hatch(noise, x, y, wx, wy, t, 1.57, 0.62, spacing * 1.15, unit), hatch(noise, x, y, wx, wy, t, 1.45, 0.3, spacing, unit))
        : Math.max(
            hatch(noise, x, y, wx, wy, t, 0.72, 0.72, spacing, unit),
            hatch(noise, x, y, wx, wy, t, -0.6, 0.5, spacing * 0.95, unit),
          );
      ink = Math.max(
        ink,
        hatch(noise, x, y, wx, wy, t, 1.5, 0.3, spacing * 0.85, unit),
        hatch(noise, x, y, wx, wy, t, 0.1, 0.15, spacing * 0.8, unit),
      );
      ink = Math.max(ink, smooth(0.12, 0.03, t), f32(lines.object, i) * 1.25, f32(lines.tone, i) * 0.85 * smooth(0.75, 0.35, t));
      ink = clamp(clamp(ink) * (0.84 + 0.3 * (f32(grain, i) - 0.35)));
      const accentShare = accent === undefined ? 0 : smooth(0.7, 0.2, t) * 0.6;
      for (let k = 0; k < 3; k++) {
        const stained = item(PAPER, k) * (1 - WASH * 1.4 * (1 - f32(wash, i * 3 + k)));
        const paper = accent === undefined ? stained : stained * (1 - accentShare * (1 - item(accent, k)));
        out.samples[i * 3 + k] = clamp(mix(paper, item(INK, k), ink) + (f32(grain, i) - 0.5) * 0.05);
      }
    }
  }
  return out;
}

/** One direction of hatching: strokes that widen as the tone `t` falls below `from`. */
function hatch(
  noise: Noise,
  x: number,
  y: number,
  wx: number,
  wy: number,
  t: number,
  angle: number,
  from: number,
  spacing: number,
  unit: number,
): number {
  const share = clamp((from - t) / from);
  if (share <= 0) return 0;
  const position = (wx * Math.cos(angle) + wy * Math.sin(angle)) / spacing;
  const toLine = Math.abs(position - Math.floor(position) - 0.5) * 2;
  const widthOfLine = share * 0.78 * (0.75 + 0.5 * noise.value(x / (26 * unit), y / (5 * unit) + angle * 9));
  return smooth(1 - widthOfLine + 0.14, 1 - widthOfLine - 0.14, 1 - toLine) * smooth(0, 0.16, share);
}

/** The tones that become full black and bare paper. */
function toneRange(tone: Float32Array): readonly [number, number] {
  const samples = Array.from({ length: 2000 }, (_, k) => f32(tone, Math.floor((k * tone.length) / 2000))).sort((a, b) => a - b);
  const darkest = item(samples, 60) * 0.9;
  return [darkest, Math.max(item(samples, 1500), darkest + 0.25)];
}
