import { createCanvas, Image, type SKRSContext2D } from "@napi-rs/canvas";
import { LETTERS, loadLetters, wrapped } from "./letters";
import { takeTurns } from "./turns";

/** A table of pictures with words on it. Words come as they are; what is long takes more lines, and what is too long even for those is shortened. */
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

const fontOf = (weight: number, line: number, part = 0.62) => `${weight} ${Math.round(line * part)}px "${LETTERS}", sans-serif`;

async function draw(title: string, pages: readonly SheetPage[]): Promise<Uint8Array> {
  loadLetters();
  const { tile, line, labelWidth, width, height, titleLines, heads } = measure(title, pages);
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = PAPER;
  ctx.fillRect(0, 0, width, height);
  const font = (weight: number, colour: string) => {
    ctx.font = fontOf(weight, line);
    ctx.fillStyle = colour;
  };
  let y = GAP;
  const write = (lines: readonly string[], x: number, top = y) => {
    for (const [place, words] of lines.entries()) ctx.fillText(words, x, top + place * line + line * 0.7);
  };
  font(600, INK);
  write(titleLines, GAP);
  y += titleLines.length * line;
  for (const [index, page] of pages.entries()) {
    const head = heads[index];
    if (head && head.label.length > 0) {
      font(500, INK);
      write(head.label, GAP);
      y += head.label.length * line;
    }
    font(400, QUIET);
    if (head && head.columnLines > 0) {
      for (const [column, lines] of head.columns.entries())
        write(lines, labelWidth + column * (tile + GAP), y + (head.columnLines - lines.length) * line);
      y += head.columnLines * line;
    }
    for (const row of page.rows) {
      font(400, QUIET);
      const lines = wrapped(ctx, row.label, labelWidth - 2 * GAP, Math.max(1, Math.floor(tile / line)));
      write(lines, GAP, y + Math.max(0, (tile - lines.length * line) / 2));
      for (const [column, cell] of row.cells.entries()) await drawCell(ctx, cell, labelWidth + column * (tile + GAP), y, tile, line);
      y += tile + GAP;
    }
  }
  return canvas.encode("png");
}

/** The words over a page, in lines. */
interface Head {
  readonly label: readonly string[];
  readonly columns: readonly (readonly string[])[];
  /** Lines of the longest of them. */
  readonly columnLines: number;
}

interface Measures {
  readonly tile: number;
  readonly line: number;
  readonly labelWidth: number;
  readonly width: number;
  readonly height: number;
  readonly titleLines: readonly string[];
  readonly heads: readonly Head[];
}

/** More lines over a column would be a text with a picture under it. */
const MOST_HEAD_LINES = 4;
const MOST_TITLE_LINES = 2;

/** The largest tile with which the sheet stays within its pixels. */
function measure(title: string, pages: readonly SheetPage[]): Measures {
  const ctx = createCanvas(1, 1).getContext("2d");
  const hasLabels = pages.some((page) => page.rows.some(({ label }) => label !== ""));
  const columns = Math.max(1, ...pages.flatMap((page) => page.rows.map(({ cells }) => cells.length)));
  const rows = pages.reduce((sum, page) => sum + page.rows.length, 0);
  for (let tile = LARGEST_TILE; ; tile = Math.floor(tile * 0.85)) {
    const line = Math.max(14, Math.round(tile * 0.12));
    const labelWidth = hasLabels ? Math.max(60, Math.round(tile * 0.8)) : GAP;
    const width = Math.max(labelWidth + columns * (tile + GAP), 3 * LARGEST_TILE);
    const inLines = (weight: number, text: string, room: number, most: number) => {
      ctx.font = fontOf(weight, line);
      return text === "" ? [] : wrapped(ctx, text, room, most);
    };
    const titleLines = inLines(600, title, width - 2 * GAP, MOST_TITLE_LINES);
    const heads = pages.map((page): Head => {
      const heading = page.columns.map((label) => inLines(400, label, tile, MOST_HEAD_LINES));
      return {
        label: inLines(500, page.label, width - 2 * GAP, MOST_TITLE_LINES),
        columns: heading,
        columnLines: Math.max(0, ...heading.map((lines) => lines.length)),
      };
    });
    const lines = heads.reduce((sum, { label, columnLines }) => sum + label.length + columnLines, titleLines.length);
    const height = 2 * GAP + lines * line + rows * (tile + GAP);
    if (width * height <= MOST_PIXELS || tile <= SMALLEST_TILE) return { tile, line, labelWidth, width, height, titleLines, heads };
  }
}

async function drawCell(ctx: SKRSContext2D, cell: SheetCell, x: number, y: number, tile: number, line: number): Promise<void> {
  if (cell.pictures.length === 0) {
    if (cell.note === "") return;
    ctx.fillStyle = WELL;
    ctx.fillRect(x, y, tile, tile);
    ctx.font = fontOf(400, line, 0.5);
    ctx.fillStyle = QUIET;
    const step = line * 0.75;
    const lines = wrapped(ctx, cell.note, tile - 2 * GAP, Math.max(1, Math.floor(tile / step) - 1));
    const top = y + (tile - lines.length * step) / 2;
    for (const [place, words] of lines.entries()) ctx.fillText(words, x + GAP, top + place * step + step * 0.7);
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
