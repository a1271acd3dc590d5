import type { Rect } from "./geometry";

/** A cubic with horizontal ends: the control points lie `reach` right of the start and left of the end. World units. */
export type EdgeCurve = {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly reach: number;
};

const MIN_REACH = 24;

/** From the middle of the right side to the middle of the left side. */
export function edgeCurve(from: Rect, to: Rect): EdgeCurve {
  const x1 = from.x + from.w;
  const x2 = to.x;
  return { x1, y1: from.y + from.h / 2, x2, y2: to.y + to.h / 2, reach: Math.max(MIN_REACH, Math.abs(x2 - x1) / 2) };
}

/** Contains the whole curve: a cubic stays within the hull of its end and control points. */
export function curveBounds(curve: EdgeCurve): Rect {
  const left = Math.min(curve.x1, curve.x2, curve.x2 - curve.reach);
  const right = Math.max(curve.x1, curve.x2, curve.x1 + curve.reach);
  const top = Math.min(curve.y1, curve.y2);
  return { x: left, y: top, w: right - left, h: Math.max(curve.y1, curve.y2) - top };
}
