import { labFromRgb, rgbFromLab } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import type { Noise } from "../raster/noise";
import { f32, u8 } from "../raster/sample";
import type { Sprite } from "./sprite";

/** How much of a highlight stays, and of a colour's strength. */
const GLOSS_KEPT = 0.3;
const CHROMA_KEPT = 0.84;
/** How light the drawn edge is, 1 as the rest. */
const EDGE_LIGHT = 0.78;
/** A highlight is brighter than what lies around it by this much, in OKLab. */
const HIGHLIGHT = 0.035;

/**
 * A drawing of the emoji set without its polish, so that it belongs to the picture it stands in: highlights are taken back to
 * the colour beneath, colours are quieter, its edge is darker as if drawn, and its surface has a grain. A medium of few even colours would tear at edge and grain: for it
 * `isEven` leaves them out.
 */
export function unpolished(sprite: Sprite, noise: Noise, isEven: boolean): Sprite {
  const { width, height } = sprite;
  const alpha = new Raster(width, height, 1);
  const light = new Raster(width, height, 1);
  for (let i = 0; i < width * height; i++) {
    const cover = u8(sprite.pixels, i * 4 + 3) / 255;
    alpha.samples[i] = cover;
    light.samples[i] = cover === 0 ? 0 : cover * lightnessAt(sprite, i);
  }
  const reach = Math.max(1, width * 0.05);
  const [aroundLight, aroundAlpha] = [blur(light, reach, 2).samples, blur(alpha, reach, 2).samples];
  const edge = blur(alpha, Math.max(0.7, width * 0.012), 2).samples;
  const pixels = sprite.pixels.slice();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (f32(alpha.samples, i) === 0) continue;
      const [lightness, a, b] = labFromRgb(u8(pixels, i * 4) / 255, u8(pixels, i * 4 + 1) / 255, u8(pixels, i * 4 + 2) / 255);
      const around = f32(aroundLight, i) / Math.max(0.01, f32(aroundAlpha, i));
      const shine = Math.max(0, lightness - around - HIGHLIGHT);
      const grain = isEven
        ? 0
        : (noise.fbm((x / width) * 9, (y / width) * 9, 3) - 0.5) * 0.16 + (noise.fbm((x / width) * 46, (y / width) * 30, 2) - 0.5) * 0.07;
      const drawn = isEven ? 1 : mix(EDGE_LIGHT, 1, smooth(0.5, 0.96, f32(edge, i)));
      const painted = rgbFromLab(
        clamp((lightness - shine * (1 - GLOSS_KEPT)) * (1 + grain) * drawn, 0.03, 0.98),
        a * CHROMA_KEPT,
        b * CHROMA_KEPT,
      );
      for (const k of [0, 1, 2] as const) pixels[i * 4 + k] = painted[k] * 255 + 0.5;
    }
  }
  return { ...sprite, pixels };
}

function lightnessAt({ pixels }: Sprite, i: number): number {
  return labFromRgb(u8(pixels, i * 4) / 255, u8(pixels, i * 4 + 1) / 255, u8(pixels, i * 4 + 2) / 255)[0];
}
