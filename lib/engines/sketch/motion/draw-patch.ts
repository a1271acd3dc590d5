import { i32 } from "../raster/sample";

/** What patches are drawn from and onto; colours are signed numbers, which the compiler keeps in a register. */
export interface Drawing {
  /** Straight RGBA of the sheet. */
  readonly colours: Int32Array;
  /** The same in another light, of which `share` (0–256) is seen, or null. */
  readonly coloursAfter: Int32Array | null;
  readonly share: number;
  readonly sheetWidth: number;
  readonly sheetHeight: number;
  /** Opaque RGBA, `frameWidth` pixels a row. */
  readonly frame: Int32Array;
  readonly frameWidth: number;
}

/** Fills a patch of the frame from the quadrilateral of the sheet whose corners are given, sampling between pixels. */
export function drawPatch(
  drawing: Drawing,
  left: number,
  top: number,
  right: number,
  bottom: number,
  isOpaque: boolean,
  aX: number,
  aY: number,
  bX: number,
  bY: number,
  cX: number,
  cY: number,
  dX: number,
  dY: number,
): void {
  const { colours, coloursAfter, share, sheetWidth, sheetHeight, frame, frameWidth } = drawing;
  const across = 1 / (right - left);
  const down = 1 / (bottom - top);
  const isInside =
    Math.min(aX, bX, cX, dX) >= 1 &&
    Math.min(aY, bY, cY, dY) >= 1 &&
    Math.max(aX, bX, cX, dX) < sheetWidth - 2 &&
    Math.max(aY, bY, cY, dY) < sheetHeight - 2;
  for (let y = top; y < bottom; y++) {
    const v = (y - top + 0.5) * down;
    const startX = aX + (cX - aX) * v;
    const startY = aY + (cY - aY) * v;
    const stepX = (bX + (dX - bX) * v - startX) * across;
    const stepY = (bY + (dY - bY) * v - startY) * across;
    // 16.16 fixed point; a sample stands for the middle of its pixel.
    let px = ((startX + stepX / 2 - 0.5) * 65536) | 0;
    let py = ((startY + stepY / 2 - 0.5) * 65536) | 0;
    const fixedX = Math.round(stepX * 65536) | 0;
    const fixedY = Math.round(stepY * 65536) | 0;
    const end = y * frameWidth + right;
    for (let i = y * frameWidth + left; i < end; i++) {
      const ix = px >> 16;
      const iy = py >> 16;
      const wx = (px >> 8) & 255;
      const wy = (py >> 8) & 255;
      px = (px + fixedX) | 0;
      py = (py + fixedY) | 0;
      let upper = Math.imul(iy, sheetWidth) + ix;
      let lower = upper + sheetWidth;
      let upperRight = upper + 1;
      let lowerRight = lower + 1;
      if (!isInside) {
        const x0 = mirrored(ix, sheetWidth);
        const x1 = mirrored(ix + 1, sheetWidth);
        const y0 = mirrored(iy, sheetHeight) * sheetWidth;
        const y1 = mirrored(iy + 1, sheetHeight) * sheetWidth;
        upper = y0 + x0;
        upperRight = y0 + x1;
        lower = y1 + x0;
        lowerRight = y1 + x1;
      }
      const now = between(colours, upper, upperRight, lower, lowerRight, wx, wy);
      const colour = coloursAfter === null ? now : mixed(now, between(coloursAfter, upper, upperRight, lower, lowerRight, wx, wy), share);
      const alpha = colour >>> 24;
      if (isOpaque || alpha === 255) frame[i] = colour;
      else if (alpha > 0) frame[i] = mixed(i32(frame, i), colour, alpha + (alpha >> 7)) | OPAQUE;
    }
  }
}

/** Red and blue of a colour; green and alpha lie in between. */
const EVEN = 0x00ff00ff;
const ODD = ~EVEN;
const ROUND = 0x00800080;
const OPAQUE = 0xff000000 | 0;

/** The colour between four pixels; red and blue are mixed in one number, green and alpha in another. */
function between(
  colours: Int32Array,
  upper: number,
  upperRight: number,
  lower: number,
  lowerRight: number,
  wx: number,
  wy: number,
): number {
  const a = i32(colours, upper);
  const b = i32(colours, upperRight);
  const c = i32(colours, lower);
  const d = i32(colours, lowerRight);
  // Shares of the four in 256ths.
  const both = (wx * wy) >> 8;
  const beside = wx - both;
  const below = wy - both;
  const here = 256 - wx - below;
  const even =
    ((Math.imul(a & EVEN, here) + Math.imul(b & EVEN, beside) + Math.imul(c & EVEN, below) + Math.imul(d & EVEN, both) + ROUND) >>> 8) &
    EVEN;
  const odd =
    (Math.imul((a >>> 8) & EVEN, here) +
      Math.imul((b >>> 8) & EVEN, beside) +
      Math.imul((c >>> 8) & EVEN, below) +
      Math.imul((d >>> 8) & EVEN, both) +
      ROUND) &
    ODD;
  return even | odd;
}

/** `share` 0–256 of `b`, channel by channel. */
function mixed(a: number, b: number, share: number): number {
  const rest = 256 - share;
  const even = ((Math.imul(a & EVEN, rest) + Math.imul(b & EVEN, share) + ROUND) >>> 8) & EVEN;
  const odd = (Math.imul((a >>> 8) & EVEN, rest) + Math.imul((b >>> 8) & EVEN, share) + ROUND) & ODD;
  return even | odd;
}

/** Beyond the edge the picture goes on as its own mirror image. */
function mirrored(position: number, length: number): number {
  const folded = position < 0 ? -position - 1 : position >= length ? 2 * length - 1 - position : position;
  return folded < 0 ? 0 : folded >= length ? length - 1 : folded;
}
