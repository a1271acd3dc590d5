import type { Rect } from "./geometry";
import type { Paint } from "./paint";
import { deviceRect, strokeRounded } from "./paint";

/** CSS pixels. */
const RING_WIDTH = 2;
const FOCUS_GAP = 2;

/** Rings around everything selected, in the colour of text: the accent is kept for picks and focus. World rectangles. */
export function paintSelection(paint: Paint, rects: readonly Rect[]): void {
  if (rects.length === 0) return;
  const { ctx, theme, pixelRatio } = paint;
  const width = RING_WIDTH * pixelRatio;
  ctx.strokeStyle = theme.tones.plain;
  ctx.lineWidth = width;
  ctx.beginPath();
  for (const world of rects) {
    const rect = deviceRect(paint, world);
    ctx.rect(rect.x - width / 2, rect.y - width / 2, rect.w + width, rect.h + width);
  }
  ctx.stroke();
}

/** The keyboard's place: a ring in the accent with a gap, visible on any picture and beside a selection ring. */
export function paintFocus(paint: Paint, world: Rect): void {
  const { ctx, theme, pixelRatio } = paint;
  const rect = deviceRect(paint, world);
  const width = RING_WIDTH * pixelRatio;
  const gap = (RING_WIDTH + FOCUS_GAP) * pixelRatio;
  ctx.strokeStyle = theme.ground;
  ctx.lineWidth = gap + width;
  strokeRounded(ctx, rect, 4 * pixelRatio, -(gap + width) / 2);
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = width;
  strokeRounded(ctx, rect, 6 * pixelRatio, -gap - width / 2);
}

/** The rectangle being dragged, in CSS pixels of the surface. */
export function paintMarquee(paint: Paint, screen: Rect): void {
  const { ctx, theme, pixelRatio } = paint;
  const rect = { x: screen.x * pixelRatio, y: screen.y * pixelRatio, w: screen.w * pixelRatio, h: screen.h * pixelRatio };
  ctx.fillStyle = theme.accent;
  ctx.globalAlpha = 0.12;
  ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = pixelRatio;
  ctx.strokeRect(rect.x, rect.y, rect.w, rect.h);
}
