import { Resvg } from "@resvg/resvg-js";
import { u8 } from "../raster/sample";

/** A cut-out: RGBA bytes, colours not multiplied by alpha. */
export interface Sprite {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Empty rows below the drawing, so that it can stand on the ground. */
  readonly footRows: number;
}

/** Rasterises an SVG at `size` pixels wide. */
export function spriteFromSvg(svg: string, size: number): Sprite {
  const rendered = new Resvg(svg, {
    fitTo: { mode: "width", value: Math.max(2, Math.round(size)) },
    font: { loadSystemFonts: false },
  }).render();
  const { width, height } = rendered;
  const pixels = new Uint8Array(rendered.pixels);
  for (let i = 0; i < width * height; i++) {
    const alpha = u8(pixels, i * 4 + 3);
    if (alpha === 0 || alpha === 255) continue;
    for (let k = 0; k < 3; k++) pixels[i * 4 + k] = Math.min(255, (u8(pixels, i * 4 + k) * 255) / alpha);
  }
  return { pixels, width, height, footRows: emptyRowsBelow(pixels, width, height) };
}

export function mirrored(sprite: Sprite): Sprite {
  const { width, height, pixels } = sprite;
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + (width - 1 - x)) * 4;
      turned.set(pixels.subarray(from, from + 4), (y * width + x) * 4);
    }
  }
  return { ...sprite, pixels: turned };
}

function emptyRowsBelow(pixels: Uint8Array, width: number, height: number): number {
  for (let y = height - 1; y > 0; y--) {
    for (let x = 0; x < width; x++) if (u8(pixels, (y * width + x) * 4 + 3) > 100) return height - 1 - y;
  }
  return 0;
}

/** The same, bent to the right: its top by `lean` of its height, its foot not at all. Wider by as much to either side. */
export function leaned(sprite: Sprite, lean: number): Sprite {
  const { width, height, pixels } = sprite;
  const reach = Math.round(lean * height);
  if (reach === 0) return sprite;
  const wide = width + 2 * reach;
  const bent = new Uint8Array(wide * height * 4);
  for (let y = 0; y < height; y++) {
    const up = 1 - y / height;
    const from = y * width * 4;
    bent.set(pixels.subarray(from, from + width * 4), (y * wide + reach + Math.round(reach * up * Math.sqrt(up))) * 4);
  }
  return { ...sprite, pixels: bent, width: wide };
}
