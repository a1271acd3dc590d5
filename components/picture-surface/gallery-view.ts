import type { PictureBundle } from "./bundle-decoder";
import {
  cellRect,
  type GalleryKind,
  type GalleryLayout,
  layOutGallery,
  mostScroll,
  type RowRange,
  revealing,
  rowAt,
  rowsWithin,
} from "./gallery-layout";
import { GalleryPainter, type GalleryRows } from "./gallery-painter";
import type { Point, Rect, Size } from "./geometry";
import { readTheme, watchTheme } from "./theme";

/** What a gallery needs of its owner and says to its page. */
export type GalleryPort = GalleryRows & {
  /**
   * Before each painted frame in which the view moved: which rows it shows, how fast they go by (rows a second, below zero upwards), and
   * whether that is too fast to read.
   */
  onRows(rows: RowRange, rowsPerSecond: number, isFast: boolean): void;
  /** After each painted frame. */
  onFrame(): void;
  /** The view came to rest. */
  onSettle(): void;
};

const SETTLE_MS = 120;
/** Faster than this nobody sees a picture: CSS pixels a millisecond. */
const FAST_PX_MS = 3;
/** After so long without a movement it is over. */
const STILL_MS = 50;
/** Weight of the newest movement in the speed. */
const NEWEST = 0.4;

/** A gallery without React: a canvas and a number that says how far it is scrolled. No element is ever as tall as what it shows. */
export class GalleryView {
  private readonly painter: GalleryPainter;
  private readonly stopWatchingTheme: () => void;
  private readonly port: GalleryPort;
  private layoutNow: GalleryLayout = layOutGallery("grid", 0, 1);
  private viewportNow: Size = { width: 0, height: 0 };
  private shape: { readonly kind: GalleryKind; readonly leastCellPx: number } = { kind: "grid", leastCellPx: 1 };
  private pixelRatio = 1;
  private totalNow = 0;
  private topNow = 0;
  private speed = 0;
  private movedAtMs = Number.NEGATIVE_INFINITY;
  private selection: ReadonlySet<string> = new Set();
  private focusRow: number | null = null;
  private requested = 0;
  private settleTimer: ReturnType<typeof setTimeout> | undefined;
  private stillTimer: ReturnType<typeof setTimeout> | undefined;
  private isDisposed = false;
  /** Rows drawn over all frames, and how many of them nothing was known of. */
  private readonly counted = { shown: 0, bare: 0 };

  constructor(
    private readonly canvas: HTMLCanvasElement,
    port: GalleryPort,
    bundle: PictureBundle | undefined,
  ) {
    this.port = port;
    this.painter = new GalleryPainter(canvas, port, readTheme(canvas), bundle, () => this.requestFrame());
    this.stopWatchingTheme = watchTheme(() => this.refreshTheme());
    // Text measured before its font arrived was measured in another one.
    void document.fonts.ready.then(() => this.refreshTheme());
  }

  get layout(): GalleryLayout {
    return this.layoutNow;
  }
  get viewport(): Size {
    return this.viewportNow;
  }
  get top(): number {
    return this.topNow;
  }
  get total(): number {
    return this.totalNow;
  }
  get mostScroll(): number {
    return mostScroll(this.layoutNow, this.totalNow, this.viewportNow.height);
  }
  get pendingPictures(): number {
    return this.painter.pendingPictures;
  }
  get rows(): RowRange {
    return rowsWithin(this.layoutNow, this.totalNow, this.topNow, this.viewportNow.height);
  }

  setTotal(total: number): void {
    if (total === this.totalNow) return;
    this.totalNow = total;
    this.topNow = Math.min(this.topNow, this.mostScroll);
    this.noteRows();
  }

  /** The row at the top left stays in view when cells become larger or smaller. */
  setShape(kind: GalleryKind, leastCellPx: number): void {
    this.shape = { kind, leastCellPx };
    this.layOut();
  }

  resize(size: Size, pixelRatio: number): void {
    this.viewportNow = size;
    this.pixelRatio = pixelRatio;
    this.canvas.width = Math.max(1, Math.round(size.width * pixelRatio));
    this.canvas.height = Math.max(1, Math.round(size.height * pixelRatio));
    this.layOut();
    // Setting the size empties the canvas: painting in the same task keeps it from being seen.
    this.paintNow(performance.now());
  }

  setSelection(selection: ReadonlySet<string>): void {
    this.selection = selection;
    this.requestFrame();
  }

  /** The row to ring, or null for none: the ring belongs to the keyboard. */
  setFocusRing(row: number | null): void {
    this.focusRow = row;
    this.requestFrame();
  }

  /** Something else is known of some rows. */
  noteRows(): void {
    this.painter.noteChange();
    this.requestFrame();
    this.plan();
  }

  scrollBy(px: number): void {
    this.scrollTo(this.topNow + px);
  }

  scrollTo(top: number): void {
    const next = Math.min(this.mostScroll, Math.max(0, top));
    if (next === this.topNow) return;
    const nowMs = performance.now();
    const elapsedMs = Math.min(100, Math.max(4, nowMs - this.movedAtMs));
    // A single jump is no speed: what counts is movement that goes on.
    const isGoingOn = nowMs - this.movedAtMs < STILL_MS;
    const newest = (next - this.topNow) / elapsedMs;
    this.speed = isGoingOn ? this.speed * (1 - NEWEST) + newest * NEWEST : 0;
    this.topNow = next;
    this.movedAtMs = nowMs;
    this.painter.noteChange();
    this.requestFrame();
    this.plan();
  }

  /** Moves no more than it takes to see the row. */
  reveal(row: number): void {
    this.scrollTo(revealing(this.layoutNow, row, this.topNow, this.viewportNow.height));
  }

  rowAt({ x, y }: Point): number | null {
    return rowAt(this.layoutNow, this.totalNow, { x, y: y + this.topNow });
  }

  /** Where a row's cell is now, in CSS pixels from the surface's top left. */
  screenRect(row: number): Rect {
    const cell = cellRect(this.layoutNow, row);
    return { x: cell.x, y: cell.y - this.topNow, w: cell.w, h: cell.h };
  }

  dispose(): void {
    this.isDisposed = true;
    cancelAnimationFrame(this.requested);
    clearTimeout(this.settleTimer);
    clearTimeout(this.stillTimer);
    this.stopWatchingTheme();
    this.painter.close();
  }

  private layOut(): void {
    const { first } = this.rows;
    const within = this.topNow - cellRect(this.layoutNow, first).y;
    this.layoutNow = layOutGallery(this.shape.kind, this.viewportNow.width, this.shape.leastCellPx);
    const isAtTop = this.topNow <= 0;
    this.topNow = isAtTop ? 0 : Math.min(this.mostScroll, Math.max(0, cellRect(this.layoutNow, first).y + within));
    this.noteRows();
  }

  private refreshTheme(): void {
    this.painter.setTheme(readTheme(this.canvas));
    this.requestFrame();
  }

  /** Plans what happens once the view stands still: pictures first, then the slow things of the page. */
  private plan(): void {
    clearTimeout(this.stillTimer);
    clearTimeout(this.settleTimer);
    this.stillTimer = setTimeout(() => {
      this.speed = 0;
      this.painter.noteChange();
      this.requestFrame();
    }, STILL_MS);
    this.settleTimer = setTimeout(() => this.port.onSettle(), SETTLE_MS);
  }

  /** How it stands, on the canvas itself: for whoever measures from outside. */
  private say(waiting: number): void {
    const { dataset } = this.canvas;
    if (dataset.waiting !== String(waiting)) dataset.waiting = String(waiting);
    if (waiting > 0) return;
    dataset.shown = String(this.counted.shown);
    dataset.bare = String(this.counted.bare);
  }

  private requestFrame(): void {
    if (this.requested !== 0 || this.isDisposed) return;
    this.requested = requestAnimationFrame(() => {
      this.requested = 0;
      this.paintNow(performance.now());
    });
  }

  private paintNow(nowMs: number): void {
    const { viewportNow: viewport, layoutNow: layout, totalNow: total, topNow: top, pixelRatio, selection, focusRow } = this;
    if (viewport.width === 0 || viewport.height === 0) return;
    const isFast = Math.abs(this.speed) > FAST_PX_MS;
    this.port.onRows(this.rows, (this.speed * 1000 * layout.columns) / layout.lineH, isFast);
    const painted = this.painter.paint({ layout, total, top, viewport, pixelRatio, nowMs, isFast, selection, focusRow });
    this.counted.shown += painted.rows.end - painted.rows.first;
    this.counted.bare += painted.bare;
    this.say(painted.unread + this.painter.pendingPictures);
    this.port.onFrame();
    if (painted.hasMore) this.requestFrame();
  }
}
