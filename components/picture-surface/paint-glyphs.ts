import type { Point } from "./geometry";
import type { Context2D } from "./paint";

/** A check mark centred on a point, in a square of `size` of the context's units. Strokes with the current style. */
export function strokeCheck(ctx: Context2D, centre: Point, size: number): void {
  ctx.lineWidth = size * 0.14;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.beginPath();
  ctx.moveTo(centre.x - size * 0.26, centre.y + size * 0.02);
  ctx.lineTo(centre.x - size * 0.07, centre.y + size * 0.21);
  ctx.lineTo(centre.x + size * 0.27, centre.y - size * 0.19);
  ctx.stroke();
}

export function strokeCross(ctx: Context2D, centre: Point, size: number): void {
  const arm = size * 0.21;
  ctx.lineWidth = size * 0.14;
  ctx.lineCap = "round";
  ctx.beginPath();
  ctx.moveTo(centre.x - arm, centre.y - arm);
  ctx.lineTo(centre.x + arm, centre.y + arm);
  ctx.moveTo(centre.x + arm, centre.y - arm);
  ctx.lineTo(centre.x - arm, centre.y + arm);
  ctx.stroke();
}

/** A warning triangle with its exclamation mark. */
export function strokeWarning(ctx: Context2D, centre: Point, size: number): void {
  ctx.lineWidth = size * 0.09;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.beginPath();
  ctx.moveTo(centre.x, centre.y - size * 0.4);
  ctx.lineTo(centre.x + size * 0.46, centre.y + size * 0.38);
  ctx.lineTo(centre.x - size * 0.46, centre.y + size * 0.38);
  ctx.closePath();
  ctx.moveTo(centre.x, centre.y - size * 0.12);
  ctx.lineTo(centre.x, centre.y + size * 0.1);
  ctx.moveTo(centre.x, centre.y + size * 0.24);
  ctx.lineTo(centre.x, centre.y + size * 0.245);
  ctx.stroke();
}
