import type { Detail } from "./detail";
import type { Point, Rect } from "./geometry";
import type { PictureCache } from "./picture-cache";
import type { Placeholders } from "./placeholders";
import type { TextFitter } from "./text-fitter";
import type { SurfaceTheme } from "./theme";

export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Everything the painters share for one picture of the scene. Device pixel = world × `scale` + `offset`. */
export type Paint = {
  readonly ctx: Context2D;
  readonly scale: number;
  readonly offset: Point;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
  readonly detail: Detail;
  readonly theme: SurfaceTheme;
  readonly fitter: TextFitter;
  readonly cache: PictureCache<ImageBitmap>;
  readonly placeholders: Placeholders;
};

/** A world rectangle on whole device pixels, at least one wide: edges stay sharp and neighbours stay apart. */
export function deviceRect(paint: Paint, world: Rect): Rect {
  const x = Math.round(world.x * paint.scale + paint.offset.x);
  const y = Math.round(world.y * paint.scale + paint.offset.y);
  const right = Math.round((world.x + world.w) * paint.scale + paint.offset.x);
  const bottom = Math.round((world.y + world.h) * paint.scale + paint.offset.y);
  return { x, y, w: Math.max(1, right - x), h: Math.max(1, bottom - y) };
}

/** A hairline in device pixels. */
export function hairline(paint: Paint): number {
  return Math.max(1, Math.round(paint.pixelRatio));
}

/** Draws with world units from a world point on, so that text keeps one font whatever the zoom. */
export function inWorld(paint: Paint, origin: Point, draw: () => void): void {
  const { ctx, scale, offset } = paint;
  ctx.setTransform(scale, 0, 0, scale, origin.x * scale + offset.x, origin.y * scale + offset.y);
  draw();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
}

/** Fills a rectangle with rounded corners, plain where the corners are too small to see. */
export function fillRounded(ctx: Context2D, rect: Rect, radius: number): void {
  if (radius < 1.5) {
    ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
    return;
  }
  ctx.beginPath();
  ctx.roundRect(rect.x, rect.y, rect.w, rect.h, radius);
  ctx.fill();
}

/** Strokes just inside or, with a negative inset, outside a rectangle. */
export function strokeRounded(ctx: Context2D, rect: Rect, radius: number, inset: number): void {
  const x = rect.x + inset;
  const y = rect.y + inset;
  const w = rect.w - 2 * inset;
  const h = rect.h - 2 * inset;
  if (radius < 1.5) {
    ctx.strokeRect(x, y, w, h);
    return;
  }
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, radius);
  ctx.stroke();
}
