import { Raster } from "../raster/image";
import { f32, u8 } from "../raster/sample";
import { continuedRows } from "./continue-rows";
import { cropped, isPaper, paperMargin } from "./frame";
import { inpaint } from "./inpaint";
import { closeSeam } from "./seam";

/** A picture continued to another size: which pixels are new (1), and where the old picture lies in it. */
export interface Extended {
  readonly picture: Raster;
  readonly isNew: Uint8Array;
  readonly left: number;
  readonly top: number;
}

/** The size that holds the whole picture in the ratio asked for; sides are multiples of 2. */
export function extendedSize(width: number, height: number, ratio: number): { readonly width: number; readonly height: number } {
  const even = (side: number) => Math.round(side / 2) * 2;
  return width / height < ratio
    ? { width: Math.max(width, even(height * ratio)), height }
    : { width, height: Math.max(height, even(width / ratio)) };
}

/** What is in the picture that shall not stand there twice: shares 0–1 of each pixel. */
export type Unique = Raster;

/**
 * Continues the picture on both sides. The old pixels are not touched, except that a border of bare paper gives way where the
 * picture now goes on; nothing new takes after what is `unique`: it would stand there twice. `horizon` is a row of the picture.
 */
export function outpaint(picture: Raster, unique: Unique, horizon: number, width: number, height: number, seed: string): Extended {
  const left = (width - picture.width) >> 1;
  const top = (height - picture.height) >> 1;
  const isWider = width > picture.width;
  const margin = paperMargin(picture);
  const canvas = new Raster(width, height, 3);
  const isNew = new Uint8Array(width * height).fill(1);
  const unwanted = new Uint8Array(width * height);
  const isFrame = (x: number, y: number) =>
    isWider ? Math.min(x, picture.width - 1 - x) < margin : Math.min(y, picture.height - 1 - y) < margin;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const to = (y + top) * width + x + left;
      isNew[to] = isFrame(x, y) ? 1 : 0;
      if (f32(unique.samples, y * picture.width + x) > 0.2) unwanted[to] = 1;
      for (let k = 0; k < 3; k++) canvas.samples[to * 3 + k] = f32(picture.samples, (y * picture.width + x) * 3 + k);
    }
  }
  if (!isWider) continueUpAndDown(canvas, isNew, picture, unique, { margin, top, horizon });
  // Aside, rows go on as they are: sky as sky, water as water.
  const filled = isWider ? inpaint(canvas, isNew, { seed, rowReach: 0.035, unwanted }) : canvas;
  if (isWider) closeSeam(filled, isNew, Math.max(3, Math.min(picture.width, picture.height) / 64));
  return { picture: filled, isNew, left, top };
}

/** Bare paper at the border of a painting is not what goes on. */
function withPaper(unique: Unique, picture: Raster): Unique {
  const held = unique.clone();
  for (let pixel = 0; pixel < held.samples.length; pixel++) if (isPaper(picture, pixel)) held.samples[pixel] = 1;
  return held;
}

/** Rows of sky or ground are never found again elsewhere in a picture: what is above and below is grown out of the edges. */
function continueUpAndDown(
  canvas: Raster,
  isNew: Uint8Array,
  picture: Raster,
  unique: Unique,
  { margin, top, horizon }: { readonly margin: number; readonly top: number; readonly horizon: number },
): void {
  const { width, height } = canvas;
  const inner = (whole: Raster) => cropped(whole, 0, margin, width, picture.height - 2 * margin);
  const [old, held] = [inner(picture), inner(margin > 0 ? withPaper(unique, picture) : unique)];
  const until = horizon - margin;
  const bottom = top + margin + old.height;
  for (const [start, rows] of [
    [0, continuedRows(old, held, top + margin, true, until)],
    [bottom, continuedRows(old, held, height - bottom, false, until)],
  ] as const) {
    for (let i = 0; i < rows.samples.length; i++) {
      if (u8(isNew, start * width + Math.floor(i / 3)) === 1) canvas.samples[start * width * 3 + i] = f32(rows.samples, i);
    }
  }
}
