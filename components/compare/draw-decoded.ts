import { fitScale, type Size } from "@/lib/domain/compare/view-port";
import type { DecodedPicture } from "./decoded-ring";
import { type At, type Looking, lookOf, PIXELS_SHOW_FROM } from "./looking";

/** Gives a canvas the size of its cell, in pixels of the screen, and a pen for it. `isRead`: its pixels are read again each time. */
export function penFor(canvas: HTMLCanvasElement, cell: Size, ratio: number, isRead = false): CanvasRenderingContext2D | null {
  const [width, height] = [Math.round(cell.width * ratio), Math.round(cell.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  return canvas.getContext("2d", { willReadFrequently: isRead });
}

/** Draws a picture where the look puts it in its cell. `ratio`: screen pixels a CSS pixel. */
export function drawDecoded(pen: CanvasRenderingContext2D, { levels }: DecodedPicture, on: At, looking: Looking, ratio: number): void {
  const { zoom, x, y } = lookOf(looking, on);
  const scale = fitScale(on.picture, on.cell) * zoom;
  const [width, height] = [on.picture.width * scale * ratio, on.picture.height * scale * ratio];
  const left = (on.cell.width / 2) * ratio - x * width;
  const top = (on.cell.height / 2) * ratio - y * height;
  // The smallest level that is not smaller than it is shown: smoothing then looks at every pixel of it.
  const level = levels.findLast((bitmap) => bitmap.width >= width) ?? levels[0];
  pen.imageSmoothingEnabled = scale < PIXELS_SHOW_FROM;
  pen.drawImage(level, left, top, width, height);
}
