/** A place, in whatever unit the caller works in (world units, CSS pixels). */
export type Point = { readonly x: number; readonly y: number };

export type Size = { readonly width: number; readonly height: number };

/** An axis-aligned rectangle; `w` and `h` are never negative. */
export type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** The smallest rectangle that has both points as corners, in whichever order they were dragged. */
export function rectBetween(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}

export function centreOf(rect: Rect): Point {
  return { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 };
}

/** Edges count as inside on the left and top only, so tiled rectangles never share a point. */
export function containsPoint(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.x < rect.x + rect.w && point.y >= rect.y && point.y < rect.y + rect.h;
}

export function containsRect(outer: Rect, inner: Rect): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

/** Touching edges count: a rectangle without area still meets what it lies on. */
export function intersects(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

export function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

/** Grows (or, with a negative margin, shrinks) on every side. */
export function inflate(rect: Rect, margin: number): Rect {
  return { x: rect.x - margin, y: rect.y - margin, w: Math.max(0, rect.w + 2 * margin), h: Math.max(0, rect.h + 2 * margin) };
}

export function translate(rect: Rect, by: Point): Rect {
  return { x: rect.x + by.x, y: rect.y + by.y, w: rect.w, h: rect.h };
}

/** The largest rectangle of this aspect (width / height) inside `cell`, centred: nothing of a picture is cropped. */
export function containAspect(cell: Rect, aspect: number): Rect {
  const w = Math.min(cell.w, cell.h * aspect);
  const h = Math.min(cell.h, cell.w / aspect);
  return { x: cell.x + (cell.w - w) / 2, y: cell.y + (cell.h - h) / 2, w, h };
}
