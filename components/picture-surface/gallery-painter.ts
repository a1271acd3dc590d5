import { createBundleDecoder, type PictureBundle } from "./bundle-decoder";
import { decodePicture } from "./decode-picture";
import { chooseSource, decodeWidth } from "./detail";
import { cellRect, type GalleryLayout, pictureRect, type RowRange, rowsWithin } from "./gallery-layout";
import type { GalleryCell, GalleryGlimpse } from "./gallery-scene";
import type { Point, Rect, Size } from "./geometry";
import { containAspect, inflate } from "./geometry";
import type { Paint } from "./paint";
import { deviceRect, fillRounded, inWorld } from "./paint";
import { paintPicture, paintSwatch, SWATCH_SIZE } from "./paint-picture";
import { paintFocus, paintSelection } from "./paint-rings";
import { PictureCache, type PictureWish } from "./picture-cache";
import { Placeholders } from "./placeholders";
import type { SurfaceItem } from "./scene";
import { TextFitter } from "./text-fitter";
import type { SurfaceTheme } from "./theme";

/** What the painter asks about a row: what was read of it, and while that is not there, its colour. */
export type GalleryRows = {
  cellAt(row: number): GalleryCell | undefined;
  glimpseAt(row: number): GalleryGlimpse | null;
};

export type GalleryFrame = {
  readonly layout: GalleryLayout;
  readonly total: number;
  readonly top: number;
  readonly viewport: Size;
  readonly pixelRatio: number;
  readonly nowMs: number;
  /** Too fast to read: neither words nor new pictures. */
  readonly isFast: boolean;
  readonly selection: ReadonlySet<string>;
  readonly focusRow: number | null;
};

/** How a frame came out: rows in view that have not been read, and among them those of which not even a colour was known. */
export type GalleryPainted = { readonly hasMore: boolean; readonly rows: RowRange; readonly unread: number; readonly bare: number };

const PICTURE_BUDGET_BYTES = 64 * 2 ** 20;
/** Three bundles at a time. */
const MAX_IN_FLIGHT = 48;
const WISH_EVERY_MS = 60;
/** Lines beyond both edges whose pictures are fetched ahead. */
const AHEAD_LINES = 2;
const OUTSIDE_PENALTY = 1e7;
const INSET_PX = 6;
const STAR = "★";
const SCRIM = "rgba(12, 12, 12, 0.72)";
const ON_SCRIM = "#f4f4f4";

/** Paints the rows in view of a gallery, with the pictures, caches and marks of the board's surface. */
export class GalleryPainter {
  private readonly ctx: CanvasRenderingContext2D;
  private readonly cache: PictureCache<ImageBitmap>;
  private readonly placeholders = new Placeholders();
  private readonly fitter: TextFitter;
  private wishedAtMs = Number.NEGATIVE_INFINITY;
  private areWishesDue = true;

  constructor(
    canvas: HTMLCanvasElement,
    private readonly rows: GalleryRows,
    private theme: SurfaceTheme,
    bundle: PictureBundle | undefined,
    onNews: () => void,
  ) {
    const ctx = canvas.getContext("2d", { alpha: false });
    const measuring = new OffscreenCanvas(1, 1).getContext("2d");
    if (!ctx || !measuring) throw new Error("this browser has no 2D canvas");
    this.ctx = ctx;
    this.fitter = new TextFitter((font, text) => {
      measuring.font = font;
      return measuring.measureText(text).width;
    });
    this.cache = new PictureCache({
      decode: bundle ? createBundleDecoder(bundle) : decodePicture,
      budgetBytes: PICTURE_BUDGET_BYTES,
      maxInFlight: MAX_IN_FLIGHT,
      onChange: (url) => {
        if (!this.cache.get(url)) this.areWishesDue = true;
        onNews();
      },
    });
  }

  get pendingPictures(): number {
    return this.cache.pendingCount;
  }

  setTheme(theme: SurfaceTheme): void {
    this.theme = theme;
    this.fitter.forget();
  }

  /** Other rows are in view, or something else is known of them. */
  noteChange(): void {
    this.areWishesDue = true;
  }

  paint(frame: GalleryFrame): GalleryPainted {
    const { layout, total, top, viewport, pixelRatio } = frame;
    const paint = this.paintFor(frame);
    this.placeholders.beginFrame();
    this.ctx.setTransform(1, 0, 0, 1, 0, 0);
    this.ctx.fillStyle = this.theme.ground;
    this.ctx.fillRect(0, 0, Math.ceil(viewport.width * pixelRatio), Math.ceil(viewport.height * pixelRatio));
    const shown = rowsWithin(layout, total, top, viewport.height);
    const selected: Rect[] = [];
    let unread = 0;
    let bare = 0;
    for (let row = shown.first; row < shown.end; row += 1) {
      const cell = this.rows.cellAt(row);
      if (!cell) {
        unread += 1;
        if (!this.paintGlimpse(paint, layout, row)) bare += 1;
        continue;
      }
      this.paintCell(paint, frame, row, cell);
      if (frame.selection.has(cell.id)) selected.push(ringOf(layout, row, cell.picture.aspect));
    }
    paintSelection(paint, selected);
    if (frame.focusRow !== null && frame.focusRow < total) paintFocus(paint, inflate(cellRect(layout, frame.focusRow), -4));
    const areWishesOpen = !frame.isFast && this.wishIfDue(frame);
    return { hasMore: areWishesOpen || this.placeholders.hasMoreToDo, rows: shown, unread, bare };
  }

  close(): void {
    this.cache.close();
    this.placeholders.close();
  }

  private paintFor({ top, pixelRatio }: GalleryFrame): Paint {
    const { ctx, theme, fitter, cache, placeholders } = this;
    // Whole device pixels: otherwise every picture would be drawn between them, slowly and softly.
    const offset = { x: 0, y: -Math.round(top * pixelRatio) };
    return { ctx, scale: pixelRatio, offset, pixelRatio, detail: "text", theme, fitter, cache, placeholders };
  }

  /** What is known of an unread row; false when that is nothing. */
  private paintGlimpse(paint: Paint, layout: GalleryLayout, row: number): boolean {
    const glimpse = this.rows.glimpseAt(row);
    const place = pictureRect(layout, row);
    const rect = deviceRect(paint, glimpse ? containAspect(place, glimpse.aspect) : place);
    this.ctx.fillStyle = glimpse ? `#${glimpse.colour.toString(16).padStart(6, "0")}` : this.theme.well;
    this.ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
    return glimpse !== null;
  }

  private paintCell(paint: Paint, frame: GalleryFrame, row: number, cell: GalleryCell): void {
    const place = pictureRect(frame.layout, row);
    if (cell.stacked > 1) this.paintStack(paint, containAspect(place, cell.picture.aspect));
    paintPicture(paint, itemAt(cell.id, place), { ...cell.picture, id: cell.id, label: "", x: 0, y: 0, w: place.w, h: place.h });
    if (frame.isFast) return;
    if (frame.layout.kind === "grid") this.paintGridWords(paint, frame.layout, row, cell, place);
    else this.paintListWords(paint, frame.layout, row, cell, place);
  }

  /** A second sheet looks out behind the cover. */
  private paintStack(paint: Paint, shown: Rect): void {
    const rect = deviceRect(paint, { x: shown.x + 4, y: shown.y - 4, w: shown.w - 8, h: 4 });
    this.ctx.fillStyle = this.theme.edge;
    this.ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
  }

  private paintGridWords(paint: Paint, layout: GalleryLayout, row: number, cell: GalleryCell, place: Rect): void {
    const { ctx, theme, fitter } = this;
    const shown = containAspect(place, cell.picture.aspect);
    let x = 0;
    if (cell.mark) {
      paintSwatch(paint, { x: shown.x + INSET_PX, y: shown.y + shown.h - INSET_PX - SWATCH_SIZE }, cell.mark);
      x = SWATCH_SIZE + 4;
    }
    if (cell.stars > 0) this.paintOnPicture(paint, shown, STAR.repeat(cell.stars), x);
    if (cell.stacked > 1) this.paintStackCount(paint, shown, cell.stacked);
    const font = `12px ${theme.fontFamily}`;
    const box = cellRect(layout, row);
    const title = fitter.fit(font, cell.title, box.w - 4);
    inWorld(paint, { x: box.x + 2, y: box.y + layout.pictureH }, () => {
      ctx.font = font;
      ctx.fillStyle = theme.tones.quiet;
      ctx.fillText(title, 0, 17);
    });
  }

  private paintListWords(paint: Paint, layout: GalleryLayout, row: number, cell: GalleryCell, place: Rect): void {
    const { ctx, theme, fitter } = this;
    const box = cellRect(layout, row);
    const factFont = `12px ${theme.fontFamily}`;
    const titleFont = `13px ${theme.fontFamily}`;
    const left = place.x + place.w + 12;
    const factW = Math.min(112, (box.w - (left - box.x)) / (cell.facts.length + 2));
    const factsFrom = box.x + box.w - cell.facts.length * factW;
    const title = fitter.fit(titleFont, cell.title, Math.max(40, factsFrom - left - 12));
    if (cell.mark) paintSwatch(paint, { x: left, y: box.y + box.h / 2 - SWATCH_SIZE / 2 }, cell.mark);
    const indent = cell.mark ? SWATCH_SIZE + 6 : 0;
    ctx.font = titleFont;
    ctx.fillStyle = theme.tones.plain;
    this.words(paint, { x: left + indent, y: box.y + box.h / 2 + 4.5 }, title);
    ctx.font = factFont;
    ctx.fillStyle = theme.tones.quiet;
    cell.facts.forEach((fact, nth) => {
      this.words(paint, { x: factsFrom + nth * factW, y: box.y + box.h / 2 + 4 }, fitter.fit(factFont, fact, factW - 8));
    });
    const line = deviceRect(paint, { x: box.x, y: box.y + box.h - 1, w: box.w, h: 1 });
    ctx.fillStyle = theme.line;
    ctx.fillRect(line.x, line.y, line.w, Math.max(1, Math.round(paint.pixelRatio)));
  }

  private words(paint: Paint, at: Point, text: string): void {
    inWorld(paint, at, () => this.ctx.fillText(text, 0, 0));
  }

  private paintOnPicture(paint: Paint, shown: Rect, text: string, indent: number): void {
    const { ctx, fitter, theme } = this;
    const font = `500 11px ${theme.fontFamily}`;
    const w = fitter.width(font, text) + 8;
    inWorld(paint, { x: shown.x + INSET_PX + indent, y: shown.y + shown.h - INSET_PX - SWATCH_SIZE }, () => {
      ctx.fillStyle = SCRIM;
      fillRounded(ctx, { x: 0, y: 0, w, h: SWATCH_SIZE }, 4);
      ctx.font = font;
      ctx.fillStyle = ON_SCRIM;
      ctx.fillText(text, 4, 12);
    });
  }

  private paintStackCount(paint: Paint, shown: Rect, count: number): void {
    const { ctx, fitter, theme } = this;
    const font = `600 11px ${theme.fontFamily}`;
    const text = String(count);
    const w = Math.max(18, fitter.width(font, text) + 10);
    inWorld(paint, { x: shown.x + shown.w - INSET_PX - w, y: shown.y + INSET_PX }, () => {
      ctx.fillStyle = SCRIM;
      fillRounded(ctx, { x: 0, y: 0, w, h: 18 }, 4);
      ctx.font = font;
      ctx.fillStyle = ON_SCRIM;
      ctx.fillText(text, (w - fitter.width(font, text)) / 2, 13);
    });
  }

  /** True while a list of wishes is still to be made. */
  private wishIfDue({ layout, total, top, viewport, pixelRatio, nowMs }: GalleryFrame): boolean {
    if (!this.areWishesDue) return false;
    if (nowMs - this.wishedAtMs < WISH_EVERY_MS) return true;
    this.areWishesDue = false;
    this.wishedAtMs = nowMs;
    const ahead = AHEAD_LINES * layout.lineH;
    const inView = rowsWithin(layout, total, top, viewport.height);
    const { first, end } = rowsWithin(layout, total, top - ahead, viewport.height + 2 * ahead);
    const wishes: PictureWish[] = [];
    for (let row = first; row < end; row += 1) {
      const picture = this.rows.cellAt(row)?.picture;
      if (!picture) continue;
      const place = pictureRect(layout, row);
      const widthPx = containAspect(place, picture.aspect).w * pixelRatio;
      const source = chooseSource({ ...picture, ...place, id: "", label: "" }, widthPx);
      if (!source) continue;
      const isOutside = row < inView.first || row >= inView.end;
      wishes.push({ url: source.url, width: decodeWidth(source, widthPx), priority: row - first + (isOutside ? OUTSIDE_PENALTY : 0) });
    }
    this.cache.wish(wishes);
    return false;
  }
}

const NO_TEXT: readonly never[] = [];

function itemAt(id: string, place: Rect): SurfaceItem {
  return { id, x: place.x, y: place.y, w: place.w, h: place.h, label: "", header: NO_TEXT, chips: NO_TEXT, pictures: NO_TEXT, card: false };
}

/** What is ringed when a row is selected: its picture in a grid, its line in a list. */
function ringOf(layout: GalleryLayout, row: number, aspect: number): Rect {
  return layout.kind === "grid" ? containAspect(pictureRect(layout, row), aspect) : inflate(cellRect(layout, row), -2);
}
