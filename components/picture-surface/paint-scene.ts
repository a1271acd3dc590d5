import { cardMetrics } from "./card-layout";
import { isDot, isFlat } from "./detail";
import type { EdgeCurve } from "./edge-curve";
import type { Rect } from "./geometry";
import { intersects, translate } from "./geometry";
import type { Paint } from "./paint";
import { deviceRect, fillRounded, hairline, strokeRounded } from "./paint";
import { paintCard } from "./paint-card";
import { paintFlat, paintPicture, VEIL_ALPHA } from "./paint-picture";
import type { SurfaceItem, SurfaceRegion } from "./scene";
import type { IndexedEdge } from "./scene-index";

/** Device pixels between the ends of an edge under which a straight line is the same curve. */
const CURVE_FROM_PX = 12;
/** Shorter ones are under the ends they join. */
const SEEN_FROM_PX = 1;

const REGION_RADIUS = 12;
const REGION_GROUND_ALPHA = 0.45;

/** What of a scene lies in a part of the world. */
export type ScenePart = {
  readonly items: readonly SurfaceItem[];
  readonly edges: readonly IndexedEdge[];
  readonly regions: readonly SurfaceRegion[];
};

/** Paints regions, then edges, then items, of the world rectangle `area`. */
export function paintScene(paint: Paint, area: Rect, { items, edges, regions }: ScenePart): void {
  paint.ctx.imageSmoothingQuality = "low";
  for (const region of regions) paintRegion(paint, region);
  paintEdges(paint, edges);
  for (const item of items) paintItem(paint, area, item);
}

/** Where items are and nothing more: what thousands of them cost next to nothing as. */
export function paintRough(paint: Paint, items: readonly SurfaceItem[]): void {
  paint.ctx.fillStyle = paint.theme.well;
  for (const item of items) {
    const rect = deviceRect(paint, item);
    paint.ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
  }
}

/** Neutral ground: pictures are judged on it. The colour is a hairline around it. */
function paintRegion(paint: Paint, region: SurfaceRegion): void {
  const { ctx, theme, scale } = paint;
  const rect = deviceRect(paint, region);
  const radius = REGION_RADIUS * scale;
  ctx.globalAlpha = REGION_GROUND_ALPHA;
  ctx.fillStyle = theme.well;
  fillRounded(ctx, rect, radius);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = region.css ?? theme.edge;
  ctx.lineWidth = 1.5 * hairline(paint);
  strokeRounded(ctx, rect, radius, ctx.lineWidth / 2);
}

function paintItem(paint: Paint, area: Rect, item: SurfaceItem): void {
  if (isDot(item.w * paint.scale)) {
    paintDot(paint, item);
    return;
  }
  if (item.card !== false) paintCard(paint, item);
  for (const picture of item.pictures) {
    if (picture.state === "ready" && isFlat(picture.w * paint.scale, item.atlas !== undefined)) {
      paintFlat(paint, item, picture);
      continue;
    }
    const cell = translate(picture, item);
    if (!intersects(cell, area)) continue;
    paintPicture(paint, item, picture);
    if (picture.faint && !item.faint) paintVeil(paint, cell, paint.theme.card, 0);
  }
  if (item.faint) paintVeil(paint, item, paint.theme.ground, cardMetrics.radius * paint.scale);
}

/** One colour for a whole item: thousands of these are one frame's work. */
function paintDot({ ctx, theme, placeholders, scale, offset }: Paint, item: SurfaceItem): void {
  ctx.globalAlpha = item.faint ? 1 - VEIL_ALPHA : 1;
  ctx.fillStyle = item.glimpse === undefined ? theme.card : placeholders.colour(item.glimpse);
  const x = Math.round(item.x * scale + offset.x);
  const y = Math.round(item.y * scale + offset.y);
  ctx.fillRect(x, y, Math.max(1, Math.round(item.w * scale)), Math.max(1, Math.round(item.h * scale)));
  ctx.globalAlpha = 1;
}

/** The ground shows through what steps back. */
function paintVeil(paint: Paint, world: Rect, ground: string, radius: number): void {
  const { ctx } = paint;
  ctx.globalAlpha = VEIL_ALPHA;
  ctx.fillStyle = ground;
  fillRounded(ctx, deviceRect(paint, world), radius);
  ctx.globalAlpha = 1;
}

function paintEdges(paint: Paint, edges: readonly IndexedEdge[]): void {
  if (edges.length === 0) return;
  const { ctx, theme } = paint;
  ctx.lineCap = "butt";
  ctx.strokeStyle = theme.edge;
  ctx.lineWidth = hairline(paint);
  ctx.beginPath();
  for (const { edge, curve } of edges) if (edge.emphasis !== "strong") trace(paint, curve);
  ctx.stroke();
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = 2 * hairline(paint);
  ctx.beginPath();
  for (const { edge, curve } of edges) if (edge.emphasis === "strong") trace(paint, curve);
  ctx.stroke();
}

function trace(paint: Paint, curve: EdgeCurve): void {
  const { ctx, scale, offset } = paint;
  const x1 = curve.x1 * scale + offset.x;
  const y1 = curve.y1 * scale + offset.y;
  const x2 = curve.x2 * scale + offset.x;
  const y2 = curve.y2 * scale + offset.y;
  if (Math.abs(x2 - x1) + Math.abs(y2 - y1) < SEEN_FROM_PX) return;
  ctx.moveTo(x1, y1);
  if (Math.abs(x2 - x1) + Math.abs(y2 - y1) < CURVE_FROM_PX) ctx.lineTo(x2, y2);
  else ctx.bezierCurveTo(x1 + curve.reach * scale, y1, x2 - curve.reach * scale, y2, x2, y2);
}
