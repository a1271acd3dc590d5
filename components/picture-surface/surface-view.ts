import type { PictureBundle } from "./bundle-decoder";
import type { Camera } from "./camera";
import { isSameCamera, rectToScreen, rectToWorld, toWorld, visibleWorld } from "./camera";
import { CameraControl } from "./camera-control";
import type { Point, Rect, Size } from "./geometry";
import { hitTest, targetsIn } from "./hit-test";
import type { Opening } from "./opening";
import { openingCamera } from "./opening";
import type { SurfaceItem, SurfaceScene, SurfaceTarget } from "./scene";
import { SceneIndex } from "./scene-index";
import { ScenePainter } from "./scene-painter";
import type { SurfaceTheme } from "./theme";
import { readTheme, watchTheme } from "./theme";

/**
 * What the page wants to hear. `onFrame` runs after each painted frame, `onSettle` once view and scene have come to rest, `onPainted` when every
 * picture in view is on the screen after some were not.
 */
export type SurfaceViewPort = { onFrame(camera: Camera): void; onSettle(): void; onPainted(): void };

/** Stillness after which the slow things (DOM mirror, overlays) catch up with the view. */
const SETTLE_MS = 120;

/** The surface without React: a canvas, a scene, a camera, and a frame painted only when something changed. */
export class SurfaceView {
  readonly index = new SceneIndex();
  readonly control: CameraControl;
  private readonly painter: ScenePainter;
  private readonly stopWatchingTheme: () => void;
  private currentTheme: SurfaceTheme;
  private pixelRatio = 1;
  private selection: ReadonlySet<string> = new Set();
  private focus: SurfaceTarget | null = null;
  private marquee: Rect | null = null;
  private requested = 0;
  private settleTimer: ReturnType<typeof setTimeout> | undefined;
  private paintedCamera: Camera | null = null;
  private movedAtMs = Number.NEGATIVE_INFINITY;
  private zoomedAtMs = Number.NEGATIVE_INFINITY;
  private opening: Opening | null;
  private said: "0" | "some" | null = null;
  private isDisposed = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly port: SurfaceViewPort,
    opening: Opening,
    bundle?: PictureBundle,
  ) {
    this.opening = opening;
    const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
    this.control = new CameraControl(() => reducedMotion.matches);
    this.currentTheme = readTheme(canvas);
    this.painter = new ScenePainter(canvas, this.index, this.currentTheme, bundle, () => this.requestFrame());
    this.stopWatchingTheme = watchTheme(() => this.refreshTheme());
    // Text measured before its font arrived was measured in another one.
    void document.fonts.ready.then(() => this.refreshTheme());
  }

  get camera(): Camera {
    return this.control.camera;
  }

  /** A new object whenever the page's look changed. */
  get theme(): SurfaceTheme {
    return this.currentTheme;
  }

  /** Pictures of the current view still on their way. */
  get pendingPictures(): number {
    return this.painter.pendingPictures;
  }

  setScene(scene: SurfaceScene): void {
    const { touched, hasMoved } = this.index.update(scene);
    if (hasMoved) this.control.setBounds(this.index.bounds);
    if (touched.length === 0) return;
    this.painter.noteChange(touched);
    this.placeInitially();
    this.changed();
  }

  setSelection(selection: ReadonlySet<string>): void {
    this.selection = selection;
    this.requestFrame();
  }

  /** The target to ring, or null for none: the ring belongs to the keyboard. */
  setFocusRing(focus: SurfaceTarget | null): void {
    this.focus = focus;
    this.requestFrame();
  }

  /** In screen pixels; null to remove. */
  setMarquee(marquee: Rect | null): void {
    this.marquee = marquee;
    this.requestFrame();
  }

  resize(size: Size, pixelRatio: number): void {
    this.pixelRatio = pixelRatio;
    this.canvas.width = Math.max(1, Math.round(size.width * pixelRatio));
    this.canvas.height = Math.max(1, Math.round(size.height * pixelRatio));
    this.control.setViewport(size);
    this.placeInitially();
    this.painter.noteMove();
    // Setting the size empties the canvas: painting in the same task keeps it from being seen.
    this.paintNow(performance.now());
  }

  pan(dx: number, dy: number): void {
    this.control.pan(dx, dy);
    this.changed();
  }

  zoom(anchor: Point, factor: number): void {
    this.control.zoom(anchor, factor);
    this.zoomedAtMs = performance.now();
    this.changed();
  }

  moveTo(camera: Camera, how: "at-once" | "flying"): void {
    if (how === "flying") this.control.flyTo(camera, performance.now());
    else this.control.jumpTo(camera);
    this.changed();
  }

  /** Shows everything, or these items. */
  fit(itemIds?: readonly string[]): void {
    const rects = itemIds?.flatMap((id) => this.index.item(id) ?? []) ?? [];
    const world = rects.length > 0 ? enclosing(rects) : this.index.bounds;
    if (world) this.moveTo(this.control.fitted(world), "flying");
  }

  /** As `fit` of everything, at once. */
  showAll(): void {
    if (this.index.bounds) this.moveTo(this.control.fitted(this.index.bounds), "at-once");
  }

  /** Moves no more than it takes to see the target. */
  reveal(target: SurfaceTarget): void {
    const rect = this.index.rectOf(target);
    if (rect) this.moveTo(this.control.revealing(rect), "flying");
  }

  targetAt(screen: Point): SurfaceTarget | null {
    return hitTest(this.index, toWorld(this.camera, screen));
  }

  targetsWithin(screen: Rect): SurfaceTarget[] {
    return targetsIn(this.index, rectToWorld(this.camera, screen));
  }

  /** Where a target is now, in CSS pixels from the surface's top left. */
  screenRect(target: SurfaceTarget): Rect | undefined {
    const rect = this.index.rectOf(target);
    return rect && rectToScreen(this.camera, rect);
  }

  /** The items in view, in no particular order. */
  visibleItems(): SurfaceItem[] {
    return this.index.itemsIn(this.visibleWorld());
  }

  visibleWorld(): Rect {
    return visibleWorld(this.camera, this.control.viewport);
  }

  dispose(): void {
    this.isDisposed = true;
    cancelAnimationFrame(this.requested);
    clearTimeout(this.settleTimer);
    this.stopWatchingTheme();
    this.painter.close();
  }

  private placeInitially(): void {
    const camera = this.opening && openingCamera(this.opening, this.index, this.control);
    if (!camera) return;
    this.control.jumpTo(camera);
    this.opening = null;
  }

  private refreshTheme(): void {
    this.currentTheme = readTheme(this.canvas);
    this.painter.setTheme(this.currentTheme);
    this.requestFrame();
  }

  private changed(): void {
    this.requestFrame();
    clearTimeout(this.settleTimer);
    this.settleTimer = setTimeout(() => this.port.onSettle(), SETTLE_MS);
  }

  /** Whether something is still on its way, on the canvas itself: for whoever measures from outside. */
  private say(): void {
    const waiting = this.painter.pendingPictures === 0 ? "0" : "some";
    if (this.said === waiting) return;
    this.said = waiting;
    this.canvas.dataset.waiting = waiting;
    if (waiting === "0") this.port.onPainted();
  }

  private requestFrame(): void {
    if (this.requested !== 0 || this.isDisposed) return;
    this.requested = requestAnimationFrame(() => {
      this.requested = 0;
      this.paintNow(performance.now());
    });
  }

  private paintNow(nowMs: number): void {
    const { viewport } = this.control;
    if (viewport.width === 0 || viewport.height === 0) return;
    if (this.control.isFlying) this.zoomedAtMs = nowMs;
    this.control.step(nowMs);
    const { camera } = this.control;
    if (this.paintedCamera === null || !isSameCamera(this.paintedCamera, camera)) {
      this.paintedCamera = camera;
      this.movedAtMs = nowMs;
      this.painter.noteMove();
    }
    const hasMore = this.painter.paint({
      camera,
      viewport,
      pixelRatio: this.pixelRatio,
      nowMs,
      isMoving: nowMs - this.movedAtMs < SETTLE_MS,
      isZooming: nowMs - this.zoomedAtMs < SETTLE_MS,
      selection: this.selection,
      focus: this.focus,
      marquee: this.marquee,
    });
    this.say();
    this.port.onFrame(camera);
    if (this.control.isFlying) this.changed();
    else if (hasMore) this.requestFrame();
  }
}

function enclosing(rects: readonly Rect[]): Rect {
  const left = Math.min(...rects.map((rect) => rect.x));
  const top = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.w));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.h));
  return { x: left, y: top, w: right - left, h: bottom - top };
}
