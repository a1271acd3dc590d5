import { createCanvas, Image, type SKRSContext2D } from "@napi-rs/canvas";
import { fitted, LETTERS, loadLetters } from "./letters";
import { takeTurns } from "./turns";

/** A table of pictures with words on it. Words come as they are; what is too long is shortened. */
export interface SheetPage {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly SheetCell[] }[];
}

export interface SheetCell {
  /** The cell's pictures, encoded; read when they are drawn. Empty = only words, or nothing. */
  readonly pictures: readonly (() => Promise<Uint8Array>)[];
  readonly note: string;
}

/** Pixels of the whole picture, at most: what encodes in seconds and every viewer opens. */
const MOST_PIXELS = 36_000_000;
const LARGEST_TILE = 256;
const SMALLEST_TILE = 24;
const GAP = 6;
const INK = "#1c1c1c";
const QUIET = "#6b6b6b";
const PAPER = "#f7f7f7";
const WELL = "#e6e6e6";

/** One at a time: a large sheet takes as much memory as a dozen pictures. */
const inTurn = takeTurns(1);

/**
 * Draws pages of pictures, one under the other, with their labels, as one PNG on light paper. A picture that cannot be
 * read leaves its place empty.
 */
export function contactSheet(title: string, pages: readonly SheetPage[]): Promise<Uint8Array> {
  return inTurn(() => draw(title, pages));
}

async function draw(title: string, pages: readonly SheetPage[]): Promise<Uint8Array> {
  loadLetters();
  const measures = measure(pages);
  const { tile, line, labelWidth, width, height } = measures;
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = PAPER;
  ctx.fillRect(0, 0, width, height);
  const font = (weight: number, colour: string) => {
    ctx.font = `${weight} ${Math.round(line * 0.62)}px "${LETTERS}", sans-serif`;
    ctx.fillStyle = colour;
  };
  let y = GAP;
  const write = (text: string, x: number, room: number) => ctx.fillText(fitted(ctx, text, room), x, y + line * 0.7);
  font(600, INK);
  write(title, GAP, width - 2 * GAP);
  y += line;
  for (const page of pages) {
    if (page.label !== "") {
      font(500, INK);
      write(page.label, GAP, width - 2 * GAP);
      y += line;
    }
    font(400, QUIET);
    if (page.columns.length > 0) {
      for (const [column, label] of page.columns.entries()) write(label, labelWidth + column * (tile + GAP), tile);
      y += line;
    }
    for (const row of page.rows) {
      font(400, QUIET);
      ctx.fillText(fitted(ctx, row.label, labelWidth - 2 * GAP), GAP, y + tile / 2);
      for (const [column, cell] of row.cells.entries()) await drawCell(ctx, cell, labelWidth + column * (tile + GAP), y, tile, line);
      y += tile + GAP;
    }
  }
  return canvas.encode("png");
}

interface Measures {
  readonly tile: number;
  readonly line: number;
  readonly labelWidth: number;
  readonly width: number;
  readonly height: number;
}

/** The largest tile with which the sheet stays within its pixels. */
function measure(pages: readonly SheetPage[]): Measures {
  for (let tile = LARGEST_TILE; ; tile = Math.floor(tile * 0.85)) {
    const line = Math.max(14, Math.round(tile * 0.12));
    const hasLabels = pages.some((page) => page.rows.some(({ label }) => label !== ""));
    const labelWidth = hasLabels ? Math.max(60, Math.round(tile * 0.8)) : GAP;
    const columns = Math.max(1, ...pages.flatMap((page) => page.rows.map(({ cells }) => cells.length)));
    const heads = pages.reduce((sum, page) => sum + (page.label === "" ? 0 : 1) + (page.columns.length > 0 ? 1 : 0), 1);
    const rows = pages.reduce((sum, page) => sum + page.rows.length, 0);
    const width = Math.max(labelWidth + columns * (tile + GAP), 3 * LARGEST_TILE);
    const height = 2 * GAP + heads * line + rows * (tile + GAP);
    if (width * height <= MOST_PIXELS || tile <= SMALLEST_TILE) return { tile, line, labelWidth, width, height };
  }
}

async function drawCell(ctx: SKRSContext2D, cell: SheetCell, x: number, y: number, tile: number, line: number): Promise<void> {
  if (cell.pictures.length === 0) {
    if (cell.note === "") return;
    ctx.fillStyle = WELL;
    ctx.fillRect(x, y, tile, tile);
    ctx.font = `400 ${Math.round(line * 0.5)}px "${LETTERS}", sans-serif`;
    ctx.fillStyle = QUIET;
    ctx.fillText(fitted(ctx, cell.note, tile - 2 * GAP), x + GAP, y + tile / 2);
    return;
  }
  const across = Math.ceil(Math.sqrt(cell.pictures.length));
  const side = tile / across;
  for (const [index, read] of cell.pictures.entries()) {
    const image = await decoded(read);
    if (!image) continue;
    const scale = Math.min(side / image.width, side / image.height);
    const [w, h] = [image.width * scale, image.height * scale];
    const left = x + (index % across) * side + (side - w) / 2;
    const top = y + Math.floor(index / across) * side + (side - h) / 2;
    ctx.drawImage(image, left, top, w, h);
  }
}

async function decoded(read: () => Promise<Uint8Array>): Promise<Image | null> {
  try {
    const image = new Image();
    image.src = Buffer.from(await read());
    await image.decode();
    return image;
  } catch {
    return null;
  }
}
