import { type Lab, labFromRgb, mixRgb, type Rgb, rgbFromLab } from "../../raster/colour";
import { u8 } from "../../raster/sample";
import type { Sprite } from "../sprite";
import type { Sitter } from "./sitter";

/** The colours of somebody on a picture, and how much (0–1) of them a sitter takes on. */
export interface Likeness {
  readonly hair: Rgb;
  readonly skin: Rgb;
  readonly garment: Rgb;
  readonly share: number;
}

/** What is at the top, in the middle and at the bottom of a bust: hair, face and clothes. */
export function likenessOf(bust: Sprite, share: number): Likeness {
  return { hair: meanOf(bust, 0, 0.12), skin: meanOf(bust, 0.32, 0.5), garment: meanOf(bust, 0.82, 1), share };
}

function meanOf({ pixels, width, height }: Sprite, from: number, to: number): Rgb {
  const sum = [0, 0, 0];
  let count = 0;
  for (let y = Math.floor(from * height); y < to * height; y++) {
    for (let x = Math.floor(width * 0.3); x < width * 0.7; x++) {
      const at = (y * width + x) * 4;
      if (u8(pixels, at + 3) < 24) continue;
      const lab: Lab = labFromRgb(u8(pixels, at) / 255, u8(pixels, at + 1) / 255, u8(pixels, at + 2) / 255);
      for (const k of [0, 1, 2] as const) sum[k] = (sum[k] ?? 0) + lab[k];
      count++;
    }
  }
  const mean = (k: 0 | 1 | 2) => (sum[k] ?? 0) / Math.max(1, count);
  return rgbFromLab(mean(0), mean(1), mean(2));
}

/** The sitter in the colours of somebody else, as far as the likeness goes. */
export function likened(sitter: Sitter, likeness: Likeness | null): Sitter {
  if (likeness === null) return sitter;
  const { hair, skin, garment, share } = likeness;
  return {
    ...sitter,
    hair: mixRgb(sitter.hair, hair, share),
    beard: sitter.beard === null ? null : mixRgb(sitter.beard, hair, share),
    skin: mixRgb(sitter.skin, skin, share),
    lit: mixRgb(sitter.lit, mixRgb(skin, [1, 1, 1], 0.18), share),
    shaded: mixRgb(sitter.shaded, mixRgb(skin, [0.2, 0.08, 0.06], 0.45), share),
    garment: mixRgb(sitter.garment, garment, share),
  };
}
