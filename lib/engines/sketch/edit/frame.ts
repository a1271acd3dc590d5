import { labFromRgb } from "../raster/colour";
import { Raster } from "../raster/image";
import { f32 } from "../raster/sample";

/** Wider margins than this share of the shorter side belong to the picture. */
const WIDEST = 0.13;

/** Pigment gathers where a painting on paper ends: this much of the shorter side beyond the paper is of the border. */
const PIGMENT_EDGE = 0.02;

/** How far bare paper reaches in from the edges of a print or a painting on paper, in pixels; 0 for a picture without a border. */
export function paperMargin(picture: Raster): number {
  const { width, height } = picture;
  const widest = Math.floor(Math.min(width, height) * WIDEST);
  let margin = 0;
  // A pale picture has some paper everywhere.
  const usual = paperShare(picture, widest);
  for (let inset = 0; inset <= widest; inset++) {
    const share = paperShare(picture, inset);
    if (inset === 0 && share < 0.8) return 0;
    if (share > usual + 0.04) margin = inset + Math.max(2, Math.round(Math.min(width, height) * PIGMENT_EDGE));
  }
  return margin > widest ? 0 : margin;
}

/** Whether a pixel is light and without much colour. */
export function isPaper({ samples }: Raster, pixel: number): boolean {
  const [lightness, a, b] = labFromRgb(f32(samples, pixel * 3), f32(samples, pixel * 3 + 1), f32(samples, pixel * 3 + 2));
  return lightness > 0.88 && Math.hypot(a, b) < 0.045;
}

/** Share of the pixels of one ring that look like paper: light and without much colour. */
function paperShare(picture: Raster, inset: number): number {
  const { width, height } = picture;
  let paper = 0;
  let total = 0;
  const look = (x: number, y: number) => {
    total++;
    if (isPaper(picture, y * width + x)) paper++;
  };
  for (let x = inset; x < width - inset; x++) {
    look(x, inset);
    look(x, height - 1 - inset);
  }
  for (let y = inset + 1; y < height - 1 - inset; y++) {
    look(inset, y);
    look(width - 1 - inset, y);
  }
  return paper / Math.max(1, total);
}

export function cropped(picture: Raster, left: number, top: number, width: number, height: number): Raster {
  const { channels } = picture;
  const out = new Raster(width, height, channels);
  for (let y = 0; y < height; y++) {
    const from = ((y + top) * picture.width + left) * channels;
    out.samples.set(picture.samples.subarray(from, from + width * channels), y * width * channels);
  }
  return out;
}

/** Puts a picture into an empty one of another size. */
export function padded(picture: Raster, left: number, top: number, width: number, height: number): Raster {
  const { channels } = picture;
  const out = new Raster(width, height, channels);
  for (let y = 0; y < picture.height; y++) {
    const from = y * picture.width * channels;
    out.samples.set(picture.samples.subarray(from, from + picture.width * channels), ((y + top) * width + left) * channels);
  }
  return out;
}
