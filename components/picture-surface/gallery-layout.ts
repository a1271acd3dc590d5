import type { Point, Rect } from "./geometry";

/** How a gallery lays out its rows: cells beside each other, or one a line. */
export type GalleryKind = "grid" | "list";

/**
 * Where things lie in a gallery of equal cells, in CSS pixels from the top of its content. Everything is arithmetic on the row's number: a
 * million rows cost as much as ten, and no element has their height.
 */
export type GalleryLayout = {
  readonly kind: GalleryKind;
  readonly columns: number;
  /** Across one cell, and down its picture. */
  readonly cellW: number;
  readonly pictureH: number;
  /** From the top of one line to the top of the next. */
  readonly lineH: number;
  readonly gap: number;
  readonly pad: number;
};

const GAP_PX = 10;
const CAPTION_PX = 24;
const NARROW_PX = 640;
const PAD_PX = 24;
const NARROW_PAD_PX = 16;
const LIST_LINE_PX = 48;
const LIST_PICTURE_PX = 40;
/** Free above and below what is revealed. */
const REVEAL_PX = 8;

/** @param leastCellPx cells of a grid are at least so wide, as far as two beside each other allow */
export function layOutGallery(kind: GalleryKind, widthPx: number, leastCellPx: number): GalleryLayout {
  const pad = widthPx < NARROW_PX ? NARROW_PAD_PX : PAD_PX;
  const roomPx = Math.max(2, widthPx - 2 * pad);
  if (kind === "list") return { kind, columns: 1, cellW: roomPx, pictureH: LIST_PICTURE_PX, lineH: LIST_LINE_PX, gap: 0, pad };
  // A phone still shows two side by side.
  const columns = Math.max(2, Math.floor((roomPx + GAP_PX) / (leastCellPx + GAP_PX)));
  const cellW = Math.max(1, Math.floor((roomPx - GAP_PX * (columns - 1)) / columns));
  return { kind, columns, cellW, pictureH: cellW, lineH: cellW + CAPTION_PX + GAP_PX, gap: GAP_PX, pad };
}

export function contentHeight(layout: GalleryLayout, total: number): number {
  return Math.ceil(total / layout.columns) * layout.lineH + layout.gap + layout.pad;
}

/** The furthest the view may be scrolled. */
export function mostScroll(layout: GalleryLayout, total: number, viewH: number): number {
  return Math.max(0, contentHeight(layout, total) - viewH);
}

/** A whole cell, its words included. */
export function cellRect(layout: GalleryLayout, row: number): Rect {
  const { columns, cellW, lineH, gap, pad } = layout;
  const line = Math.floor(row / columns);
  const column = row - line * columns;
  return { x: pad + column * (cellW + gap), y: gap / 2 + line * lineH, w: cellW, h: lineH - gap };
}

/** The place of a cell's picture. */
export function pictureRect(layout: GalleryLayout, row: number): Rect {
  const cell = cellRect(layout, row);
  if (layout.kind === "grid") return { x: cell.x, y: cell.y, w: cell.w, h: layout.pictureH };
  return { x: cell.x + 4, y: cell.y + (cell.h - layout.pictureH) / 2, w: layout.pictureH * 1.5, h: layout.pictureH };
}

/** The rows some part of the content shows: from `first` up to before `end`. */
export type RowRange = { readonly first: number; readonly end: number };

export function rowsWithin(layout: GalleryLayout, total: number, top: number, heightPx: number): RowRange {
  const firstLine = Math.max(0, Math.floor((top - layout.gap / 2) / layout.lineH));
  const endLine = Math.ceil((top + heightPx) / layout.lineH);
  return { first: Math.min(total, firstLine * layout.columns), end: Math.min(total, Math.max(0, endLine) * layout.columns) };
}

/** The row at a point of the content, or null between and beside the cells. */
export function rowAt(layout: GalleryLayout, total: number, { x, y }: Point): number | null {
  const { columns, cellW, lineH, gap, pad } = layout;
  const line = Math.floor((y - gap / 2) / lineH);
  const column = Math.floor((x - pad) / (cellW + gap));
  const row = line * columns + column;
  if (line < 0 || column < 0 || column >= columns || row >= total) return null;
  const cell = cellRect(layout, row);
  return x < cell.x + cell.w && y < cell.y + cell.h ? row : null;
}

/** Where to scroll so that a row is seen whole, moving no more than that takes. */
export function revealing(layout: GalleryLayout, row: number, top: number, viewH: number): number {
  const cell = cellRect(layout, row);
  if (cell.y < top + REVEAL_PX || cell.h > viewH) return Math.max(0, cell.y - REVEAL_PX);
  return Math.max(top, cell.y + cell.h + REVEAL_PX - viewH);
}

/** Where a key leads from one row: a row, or null when the key says nothing here. The edges hold. */
export function stepInGallery(layout: GalleryLayout, key: string, at: number, total: number, viewH: number): number | null {
  if (total === 0) return null;
  const last = total - 1;
  const linesAView = Math.max(1, Math.floor(viewH / layout.lineH) - 1);
  const by = (rows: number) => (at + rows < 0 || at + rows > last ? at : at + rows);
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "ArrowRight":
      return Math.min(last, at + 1);
    case "ArrowUp":
      return by(-layout.columns);
    case "ArrowDown":
      // From the last full line down to the last, shorter one.
      return at + layout.columns > last && Math.floor(at / layout.columns) < Math.floor(last / layout.columns) ? last : by(layout.columns);
    case "PageUp":
      return Math.max(at % layout.columns, at - linesAView * layout.columns);
    case "PageDown":
      return Math.min(last, at + linesAView * layout.columns);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
