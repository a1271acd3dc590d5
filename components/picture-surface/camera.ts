import type { Point, Rect, Size } from "./geometry";

/** Which part of the world is on screen: `x`, `y` is the world point at the top left, `zoom` CSS pixels per world unit. */
export type Camera = { readonly x: number; readonly y: number; readonly zoom: number };

/** How far the camera may go. `bounds` is the world's extent, or null while there is nothing to look at. */
export type CameraLimits = { readonly minZoom: number; readonly maxZoom: number; readonly bounds: Rect | null };

/** CSS pixels of the world that stay in view however far one pans. */
const KEPT_IN_VIEW_PX = 96;

export function toScreen(camera: Camera, world: Point): Point {
  return { x: (world.x - camera.x) * camera.zoom, y: (world.y - camera.y) * camera.zoom };
}

export function toWorld(camera: Camera, screen: Point): Point {
  return { x: screen.x / camera.zoom + camera.x, y: screen.y / camera.zoom + camera.y };
}

export function rectToScreen(camera: Camera, world: Rect): Rect {
  return { ...toScreen(camera, world), w: world.w * camera.zoom, h: world.h * camera.zoom };
}

export function rectToWorld(camera: Camera, screen: Rect): Rect {
  return { ...toWorld(camera, screen), w: screen.w / camera.zoom, h: screen.h / camera.zoom };
}

/** The part of the world a viewport of this size shows. */
export function visibleWorld(camera: Camera, viewport: Size): Rect {
  return { x: camera.x, y: camera.y, w: viewport.width / camera.zoom, h: viewport.height / camera.zoom };
}

/** Moves by screen pixels: the world follows the hand. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom, zoom: camera.zoom };
}

/** Zooms to `zoom` within the limits; the world point under `anchor` (screen pixels) stays under it. */
export function zoomAbout(camera: Camera, anchor: Point, zoom: number, limits: CameraLimits): Camera {
  const kept = toWorld(camera, anchor);
  const next = clampZoom(zoom, limits);
  return { x: kept.x - anchor.x / next, y: kept.y - anchor.y / next, zoom: next };
}

export function clampZoom(zoom: number, limits: CameraLimits): number {
  return Math.min(limits.maxZoom, Math.max(limits.minZoom, zoom));
}

/** The camera that shows all of `world` centred, `margin` screen pixels free around it, never closer than `maxZoom`. */
export function fitCamera(world: Rect, viewport: Size, margin: number, maxZoom: number): Camera {
  const room = { width: Math.max(1, viewport.width - 2 * margin), height: Math.max(1, viewport.height - 2 * margin) };
  const zoom = Math.min(maxZoom, room.width / Math.max(1, world.w), room.height / Math.max(1, world.h));
  return {
    x: world.x + world.w / 2 - viewport.width / zoom / 2,
    y: world.y + world.h / 2 - viewport.height / zoom / 2,
    zoom,
  };
}

/** The smallest move that brings `world` into view with `margin` screen pixels around it; what is too large aligns to its start. */
export function revealRect(camera: Camera, world: Rect, viewport: Size, margin: number): Camera {
  const screen = rectToScreen(camera, world);
  return panBy(
    camera,
    shiftIntoView(screen.x, screen.w, viewport.width, margin),
    shiftIntoView(screen.y, screen.h, viewport.height, margin),
  );
}

function shiftIntoView(start: number, length: number, room: number, margin: number): number {
  if (length + 2 * margin > room) {
    const isFillingView = start <= margin && start + length >= room - margin;
    return isFillingView ? 0 : margin - start;
  }
  if (start < margin) return margin - start;
  if (start + length > room - margin) return room - margin - start - length;
  return 0;
}

/** Keeps the zoom in range and a strip of the world in view, so nobody gets lost in empty space. */
export function clampCamera(camera: Camera, viewport: Size, limits: CameraLimits): Camera {
  const zoom = clampZoom(camera.zoom, limits);
  const { bounds } = limits;
  if (bounds === null) return { ...camera, zoom };
  const kept = KEPT_IN_VIEW_PX / zoom;
  return {
    x: clamp(camera.x, bounds.x - viewport.width / zoom + kept, bounds.x + bounds.w - kept),
    y: clamp(camera.y, bounds.y - viewport.height / zoom + kept, bounds.y + bounds.h - kept),
    zoom,
  };
}

/** A range turned inside out (a world smaller than the strip) clamps to its middle. */
function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}

/** The furthest one may zoom out: everything in half the view, but never so strict that a small world is magnified. */
export function minZoomFor(bounds: Rect | null, viewport: Size): number {
  if (bounds === null) return 0.1;
  return Math.min(0.1, fitCamera(bounds, viewport, 0, 1).zoom / 2);
}

export function isSameCamera(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom;
}
