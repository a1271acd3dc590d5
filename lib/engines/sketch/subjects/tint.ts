import { labFromRgb, type Rgb, rgbFromLab } from "../raster/colour";
import { clamp, mix } from "../raster/maths";
import { u8 } from "../raster/sample";
import type { Sprite } from "./sprite";

/** How much of its own hue a tinted drawing gives up. */
const SHARE = 0.85;

/** The drawing in another colour, its light and shade kept. */
export function tinted(sprite: Sprite, colour: Rgb): Sprite {
  const [tintL, tintA, tintB] = labFromRgb(...colour);
  const mean = meanLightness(sprite);
  const pixels = sprite.pixels.slice();
  for (let i = 0; i < pixels.length; i += 4) {
    if (u8(pixels, i + 3) === 0) continue;
    const [lightness, a, b] = labFromRgb(u8(pixels, i) / 255, u8(pixels, i + 1) / 255, u8(pixels, i + 2) / 255);
    const scale = 0.5 + (0.5 * lightness) / (mean + 0.01);
    const painted = rgbFromLab(
      clamp(lightness + (tintL - mean) * 0.7, 0.05, 0.99),
      mix(a, tintA * scale, SHARE),
      mix(b, tintB * scale, SHARE),
    );
    for (const k of [0, 1, 2] as const) pixels[i + k] = painted[k] * 255 + 0.5;
  }
  return { ...sprite, pixels };
}

function meanLightness({ pixels }: Sprite): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < pixels.length; i += 7 * 4) {
    if (u8(pixels, i + 3) <= 128) continue;
    sum += labFromRgb(u8(pixels, i) / 255, u8(pixels, i + 1) / 255, u8(pixels, i + 2) / 255)[0];
    count++;
  }
  return sum / Math.max(1, count);
}
