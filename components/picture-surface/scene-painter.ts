import { createBundleDecoder, type PictureBundle } from "./bundle-decoder";
import type { Camera } from "./camera";
import { visibleWorld } from "./camera";
import { decodePicture } from "./decode-picture";
import type { Detail } from "./detail";
import { detailFor } from "./detail";
import type { Rect, Size } from "./geometry";
import { containAspect, translate } from "./geometry";
import type { Context2D, Paint } from "./paint";
import { paintFocus, paintMarquee, paintSelection } from "./paint-rings";
import { paintRough, paintScene, type ScenePart } from "./paint-scene";
import { PictureCache } from "./picture-cache";
import { Placeholders } from "./placeholders";
import type { SurfaceItem, SurfaceTarget } from "./scene";
import type { SceneIndex } from "./scene-index";
import { TextFitter } from "./text-fitter";
import type { SurfaceTheme } from "./theme";
import { TileLayer } from "./tile-layer";
import { wishesFor } from "./wish-list";

/** One frame's view and what is marked on it. `marquee` is in CSS pixels of the surface. */
export type SurfaceFrame = {
  readonly camera: Camera;
  readonly viewport: Size;
  readonly pixelRatio: number;
  readonly nowMs: number;
  readonly isMoving: boolean;
  /** It moves nearer or further; what is in view is on its way to another size. */
  readonly isZooming: boolean;
  readonly selection: ReadonlySet<string>;
  readonly focus: SurfaceTarget | null;
  readonly marquee: Rect | null;
};

const PICTURE_BUDGET_BYTES = 64 * 2 ** 20;
const MAX_IN_FLIGHT = 12;
/** Three bundles at a time. */
const MAX_IN_FLIGHT_BUNDLED = 48;
/** Listing what a view wants walks its items: often enough to feel immediate, seldom enough to be free. */
const WISH_EVERY_MS = 80;
/** Views with more items than this, and without words to keep sharp, are drawn from tiles. */
const DIRECT_UP_TO_ITEMS = 48;
const WHOLE_UP_TO_ITEMS = 72;
/** Where more are waiting for their tile, the ground shows for the few frames it takes: marking each would take as long. */
const ROUGH_UP_TO_ITEMS = 400;

/** Paints the scene onto a canvas, and owns everything that is remembered between frames to do so quickly. */
export class ScenePainter {
  private readonly ctx: CanvasRenderingContext2D;
  private readonly cache: PictureCache<ImageBitmap>;
  private readonly placeholders = new Placeholders();
  private readonly fitter: TextFitter;
  private readonly tiles: TileLayer;
  private readonly tileCanvas = new OffscreenCanvas(1, 1);
  private shownAt: ReadonlyMap<string, Rect> = new Map();
  private wishedAtMs = Number.NEGATIVE_INFINITY;
  private areWishesDue = true;
  private pixelRatio = 1;

  constructor(
    canvas: HTMLCanvasElement,
    private readonly index: SceneIndex,
    private theme: SurfaceTheme,
    bundle: PictureBundle | undefined,
    private readonly onNews: () => void,
  ) {
    this.ctx = contextOf(canvas);
    this.cache = new PictureCache({
      decode: bundle ? createBundleDecoder(bundle) : decodePicture,
      budgetBytes: PICTURE_BUDGET_BYTES,
      maxInFlight: bundle ? MAX_IN_FLIGHT_BUNDLED : MAX_IN_FLIGHT,
      onChange: (url) => this.noteArrival(url),
    });
    this.fitter = new TextFitter(measureWith(new OffscreenCanvas(1, 1)));
    this.tiles = new TileLayer((area, px) => this.paintTile(area, px));
  }

  /** Pictures still on their way for the last view. */
  get pendingPictures(): number {
    return this.cache.pendingCount;
  }

  setTheme(theme: SurfaceTheme): void {
    this.theme = theme;
    this.fitter.forget();
    this.tiles.clear();
  }

  /** World rectangles that show something else now. */
  noteChange(touched: readonly Rect[]): void {
    this.tiles.invalidate(touched, "changed");
    this.areWishesDue = true;
  }

  /** Another part of the world is in view. */
  noteMove(): void {
    this.areWishesDue = true;
  }

  /** Paints one frame. True when another one would show more. */
  paint(frame: SurfaceFrame): boolean {
    const { camera, viewport, pixelRatio } = frame;
    if (pixelRatio !== this.pixelRatio) this.tiles.clear();
    this.pixelRatio = pixelRatio;
    const view = visibleWorld(camera, viewport);
    const scale = camera.zoom * pixelRatio;
    const paint = this.paintFor(this.ctx, view, scale, detailFor(camera.zoom));
    this.placeholders.beginFrame();
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.ctx.fillStyle = this.theme.ground;
    this.ctx.fillRect(0, 0, Math.ceil(viewport.width * pixelRatio), Math.ceil(viewport.height * pixelRatio));
    const hasMore = this.paintView(paint, view, frame);
    this.paintMarks(paint, view, frame);
    const areWishesOpen = this.wishIfDue(view, scale, frame);
    return hasMore || areWishesOpen || this.placeholders.hasMoreToDo;
  }

  /** True when another frame would show more. */
  private paintView(paint: Paint, view: Rect, frame: SurfaceFrame): boolean {
    const isDirect = paint.detail === "text" || !this.index.isCrowded(view, DIRECT_UP_TO_ITEMS);
    const { hasMore, bare } = isDirect ? { hasMore: false, bare: [] } : this.tiles.prepare(frame);
    // Zooming out of the words, the first tiles take a few frames: until then the view is still small enough to draw whole.
    if (isDirect || (bare.length > 0 && !this.index.isCrowded(view, WHOLE_UP_TO_ITEMS))) {
      paintScene(paint, view, this.partIn(view));
      return hasMore;
    }
    for (const area of bare) if (!this.index.isCrowded(area, ROUGH_UP_TO_ITEMS)) paintRough(paint, this.index.itemsIn(area));
    this.tiles.draw(this.ctx, frame);
    return hasMore;
  }

  close(): void {
    this.cache.close();
    this.placeholders.close();
    this.tiles.clear();
  }

  private paintFor(ctx: Context2D, view: Rect, scale: number, detail: Detail): Paint {
    const { pixelRatio, theme, fitter, cache, placeholders } = this;
    const offset = { x: -view.x * scale, y: -view.y * scale };
    return { ctx, scale, offset, pixelRatio, detail, theme, fitter, cache, placeholders };
  }

  private paintTile(area: Rect, px: number): { image: ImageBitmap; isFinal: boolean } {
    if (this.tileCanvas.width !== px) {
      this.tileCanvas.width = px;
      this.tileCanvas.height = px;
    }
    const ctx = contextOf(this.tileCanvas);
    ctx.fillStyle = this.theme.ground;
    ctx.fillRect(0, 0, px, px);
    const scale = px / area.w;
    // Tiles are shown at half to full size: detail is chosen for the middle of that range.
    const paint = this.paintFor(ctx, area, scale, detailFor((scale * 0.75) / this.pixelRatio));
    paintScene(paint, area, this.partIn(area));
    return { image: this.tileCanvas.transferToImageBitmap(), isFinal: !this.placeholders.hasMoreToDo };
  }

  private partIn(area: Rect): ScenePart {
    return { items: this.index.itemsIn(area), edges: this.index.edgesIn(area), regions: this.index.regionsIn(area) };
  }

  private paintMarks(paint: Paint, view: Rect, frame: SurfaceFrame): void {
    if (frame.selection.size > 0) paintSelection(paint, selectedRects(this.index.itemsIn(view), frame.selection));
    const focused = frame.focus && this.index.shownRectOf(frame.focus);
    if (focused) paintFocus(paint, focused);
    if (frame.marquee) paintMarquee(paint, frame.marquee);
  }

  /** True while a list of wishes is still to be made. */
  private wishIfDue(view: Rect, scale: number, { nowMs, isZooming }: SurfaceFrame): boolean {
    if (!this.areWishesDue) return false;
    // Pictures of the sizes that are passed by on the way would come too late to be seen.
    if (isZooming || nowMs - this.wishedAtMs < WISH_EVERY_MS) return true;
    this.areWishesDue = false;
    this.wishedAtMs = nowMs;
    const { wishes, shownAt } = wishesFor(this.index, view, scale);
    this.shownAt = shownAt;
    this.cache.wish(wishes);
    return false;
  }

  private noteArrival(url: string): void {
    const area = this.shownAt.get(url);
    if (area) this.tiles.invalidate([area], "arrived");
    if (!this.cache.get(url)) this.areWishesDue = true;
    this.onNews();
  }
}

function selectedRects(items: readonly SurfaceItem[], selection: ReadonlySet<string>): Rect[] {
  const rects: Rect[] = [];
  for (const item of items) {
    if (rects.length === selection.size) return rects;
    if (selection.has(item.id)) rects.push(item);
    for (const picture of item.pictures) {
      if (selection.has(picture.id)) rects.push(containAspect(translate(picture, item), picture.aspect));
    }
  }
  return rects;
}

function measureWith(canvas: OffscreenCanvas): (font: string, text: string) => number {
  const ctx = contextOf(canvas);
  return (font, text) => {
    ctx.font = font;
    return ctx.measureText(text).width;
  };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D;
function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D;
function contextOf(canvas: HTMLCanvasElement | OffscreenCanvas): Context2D {
  // An opaque canvas spares the compositor a blend of the whole screen each frame.
  const ctx = canvas instanceof HTMLCanvasElement ? canvas.getContext("2d", { alpha: false }) : canvas.getContext("2d");
  if (!ctx) throw new Error("this browser has no 2D canvas");
  return ctx;
}
