import type { Camera, CameraLimits } from "./camera";
import { clampCamera, fitCamera, isSameCamera, minZoomFor, panBy, revealRect, zoomAbout } from "./camera";
import type { CameraFlight } from "./camera-flight";
import { flightAt, startFlight } from "./camera-flight";
import type { Point, Rect, Size } from "./geometry";

/** Pictures are judged at their own pixels and closer. */
const MAX_ZOOM = 8;
const FIT_MARGIN = 32;
const REVEAL_MARGIN = 24;

/** The camera over time: moves at once or by flight, always within its limits. */
export class CameraControl {
  private current: Camera = { x: 0, y: 0, zoom: 1 };
  private flight: CameraFlight | null = null;
  private viewportSize: Size = { width: 0, height: 0 };
  private bounds: Rect | null = null;

  /** @param prefersReducedMotion asked at the start of each flight */
  constructor(private readonly prefersReducedMotion: () => boolean) {}

  get camera(): Camera {
    return this.current;
  }

  get viewport(): Size {
    return this.viewportSize;
  }

  get isFlying(): boolean {
    return this.flight !== null;
  }

  /** Keeps the top left of the view where it is. */
  setViewport(size: Size): void {
    this.viewportSize = size;
  }

  setBounds(bounds: Rect | null): void {
    this.bounds = bounds;
  }

  /** Moves by screen pixels, at once. */
  pan(dx: number, dy: number): void {
    this.arrive(panBy(this.current, dx, dy));
  }

  /** Zooms about a screen point, at once. */
  zoom(anchor: Point, factor: number): void {
    this.arrive(zoomAbout(this.current, anchor, this.current.zoom * factor, this.limits()));
  }

  jumpTo(camera: Camera): void {
    this.arrive(camera);
  }

  flyTo(camera: Camera, nowMs: number): void {
    const target = clampCamera(camera, this.viewportSize, this.limits());
    if (isSameCamera(target, this.current)) return;
    this.flight = startFlight(this.current, target, nowMs, this.prefersReducedMotion());
  }

  /** The camera that shows this part of the world whole, no closer than its own pixels. */
  fitted(world: Rect): Camera {
    return fitCamera(world, this.viewportSize, FIT_MARGIN, 1);
  }

  /** The nearest camera that has this part of the world in view; from a flight's destination when one is under way. */
  revealing(world: Rect): Camera {
    return revealRect(this.flight?.to ?? this.current, world, this.viewportSize, REVEAL_MARGIN);
  }

  /** The camera zoomed about the view's centre. */
  zoomed(factor: number): Camera {
    const from = this.flight?.to ?? this.current;
    return this.zoomedAboutCentre(from, from.zoom * factor);
  }

  /** Another camera at this zoom, with the same point in the middle of the view. */
  zoomedAboutCentre(from: Camera, zoom: number): Camera {
    const centre = { x: this.viewportSize.width / 2, y: this.viewportSize.height / 2 };
    return zoomAbout(from, centre, zoom, this.limits());
  }

  /** The same camera, moved so that no more than a margin beyond the world's edges is in view where the world is large enough to fill it. */
  filled(camera: Camera, world: Rect): Camera {
    const margin = FIT_MARGIN / camera.zoom;
    const room = { w: this.viewportSize.width / camera.zoom, h: this.viewportSize.height / camera.zoom };
    return {
      x: filledAlong(camera.x, room.w, world.x - margin, world.w + 2 * margin),
      y: filledAlong(camera.y, room.h, world.y - margin, world.h + 2 * margin),
      zoom: camera.zoom,
    };
  }

  /** Moves a flight on. */
  step(nowMs: number): void {
    if (!this.flight) return;
    const { camera, hasLanded } = flightAt(this.flight, nowMs, this.viewportSize);
    this.current = camera;
    if (hasLanded) this.flight = null;
  }

  private arrive(camera: Camera): void {
    this.flight = null;
    this.current = clampCamera(camera, this.viewportSize, this.limits());
  }

  private limits(): CameraLimits {
    return { minZoom: minZoomFor(this.bounds, this.viewportSize), maxZoom: MAX_ZOOM, bounds: this.bounds };
  }
}

/** What is smaller than the view stands at its start: a lineage is read from the left and the top. */
function filledAlong(start: number, room: number, worldStart: number, worldLength: number): number {
  if (worldLength <= room) return worldStart;
  return Math.min(worldStart + worldLength - room, Math.max(worldStart, start));
}
