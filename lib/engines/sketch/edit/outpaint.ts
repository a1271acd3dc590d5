import { Raster } from "../raster/image";
import { f32 } from "../raster/sample";
import { paperMargin } from "./frame";
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

/**
 * Continues the picture on both sides. The old pixels are not touched, except that a border of bare paper gives way where the
 * picture now goes on; new ones take after the rows (or columns) they go on, never
 * after the `thing` the picture is of: it would stand there twice.
 */
export function outpaint(picture: Raster, thing: Raster, width: number, height: number, seed: string): Extended {
  const left = (width - picture.width) >> 1;
  const top = (height - picture.height) >> 1;
  const canvas = new Raster(width, height, 3);
  const isNew = new Uint8Array(width * height).fill(1);
  const unwanted = new Uint8Array(width * height);
  const isWider = width > picture.width;
  const margin = paperMargin(picture);
  const isFrame = (x: number, y: number) =>
    isWider ? Math.min(x, picture.width - 1 - x) < margin : Math.min(y, picture.height - 1 - y) < margin;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const to = (y + top) * width + x + left;
      isNew[to] = isFrame(x, y) ? 1 : 0;
      if (f32(thing.samples, y * picture.width + x) > 0.2) unwanted[to] = 1;
      for (let k = 0; k < 3; k++) canvas.samples[to * 3 + k] = f32(picture.samples, (y * picture.width + x) * 3 + k);
    }
  }
  const filled = inpaint(canvas, isNew, { seed, rowReach: isWider ? 0.035 : null, unwanted });
  closeSeam(filled, isNew, Math.max(3, Math.min(picture.width, picture.height) / 64));
  return { picture: filled, isNew, left, top };
}
