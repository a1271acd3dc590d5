import type { Rect, Size } from "./geometry";

/** Whether a rectangle of the screen shows in a viewport, or stands no further than `margin` beside it. */
export function isInView({ x, y, w, h }: Rect, { width, height }: Size, margin: number): boolean {
  return x + w > -margin && y + h > -margin && x < width + margin && y < height + margin;
}
