import { Raster } from "../raster/image";
import { f32 } from "../raster/sample";
import { evenTones } from "./even-tones";
import { inpaint } from "./fill/inpaint";
import { cropped, paperMargin } from "./frame";

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

/** Beside the picture rows go on as they are, but for so much of the height; what it costs to go up or down. */
const ROW_REACH = 0.25;
const ROW_COST = 0.3;
/** Above and below it more of what is at the edge goes on: what it costs to take from a whole height away from there. */
const EDGE_COST = 0.5;

/**
 * Continues the picture on both sides. The old pixels are not touched, except that a border of bare paper gives way where the
 * picture now goes on; nothing new takes after what is `unique`: it would stand there twice. Each side goes on by itself: what is
 * at the left edge is not asked for at the right.
 */
export function outpaint(picture: Raster, unique: Unique, width: number, height: number, seed: string): Extended {
  const left = (width - picture.width) >> 1;
  const top = (height - picture.height) >> 1;
  const isWider = width > picture.width;
  const margin = paperMargin(picture);
  let canvas = new Raster(width, height, 3);
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
  for (const side of ["before", "after"] as const) canvas = goneOn(canvas, isNew, unwanted, { left, top, margin, side, seed });
  return { picture: canvas, isNew, left, top };
}

interface Side {
  readonly left: number;
  readonly top: number;
  readonly margin: number;
  readonly side: "before" | "after";
  readonly seed: string;
}

/** The canvas with one of its sides filled from the part that is known. */
function goneOn(canvas: Raster, isNew: Uint8Array, unwanted: Uint8Array, { left, top, margin, side, seed }: Side): Raster {
  const isWider = left > 0;
  const [lead, trail] = [(isWider ? left : top) + margin, (isWider ? canvas.width - left : canvas.height - top) - margin];
  const [from, to] = side === "before" ? [0, trail] : [lead, isWider ? canvas.width : canvas.height];
  const [x, y] = isWider ? [from, 0] : [0, from];
  const [width, height] = isWider ? [to - from, canvas.height] : [canvas.width, to - from];
  const part = cropped(canvas, x, y, width, height);
  const flags = (whole: Uint8Array) => cropFlags(whole, canvas.width, x, y, width, height);
  const hole = flags(isNew);
  if (!hole.includes(1)) return canvas;
  const known = trail - lead;
  const home = side === "before" ? ([1 - known / height, 1] as const) : ([0, known / height] as const);
  const filled = inpaint(part, hole, {
    seed: `${seed}|${side}`,
    unwanted: flags(unwanted),
    ...(isWider ? { rowReach: ROW_REACH, heightCost: ROW_COST } : { heightCost: EDGE_COST, home }),
  });
  const isBefore = side === "before";
  evenTones(filled, hole, flags(unwanted), { isUpright: isWider, edge: isBefore ? lead : known - 1, isBefore });
  const out = canvas.clone();
  for (let row = 0; row < height; row++)
    out.samples.set(filled.samples.subarray(row * width * 3, (row + 1) * width * 3), ((row + y) * canvas.width + x) * 3);
  return out;
}

function cropFlags(whole: Uint8Array, stride: number, x: number, y: number, width: number, height: number): Uint8Array {
  const part = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) part.set(whole.subarray((row + y) * stride + x, (row + y) * stride + x + width), row * width);
  return part;
}
