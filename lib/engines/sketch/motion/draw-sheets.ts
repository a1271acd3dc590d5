import { clamp } from "../raster/maths";
import { f32, f64, i32, u8 } from "../raster/sample";
import type { Pose } from "./camera";
import type { Current } from "./currents";
import { CELL, type Sheet } from "./sheets";

/** Side of a tile of the frame, in pixels. A sheet is followed exactly at the corners of a tile and evenly between them. */
const TILE = 16;
/** Waves bend faster than a tile: sheets with a fast current are followed every so many pixels across and down. */
const FINE_ACROSS = 8;
const FINE_DOWN = 2;

export interface Shot {
  readonly pose: Pose;
  /** Nearness that an orbit keeps in place. */
  readonly pivot: number;
  /** The movement of each sheet by itself, in the order of the sheets. */
  readonly currents: readonly (Current | null)[];
}

/** Draws the sheets as the camera sees them into `frame` (opaque RGBA, `width` × `height`), the whole plate filling it at zoom 1. */
export function drawSheets(sheets: readonly Sheet[], shot: Shot, frame: Uint32Array, width: number, height: number): void {
  const pixels = new Int32Array(frame.buffer, frame.byteOffset, frame.length);
  const views = sheets.map((sheet, order) => new View(sheet, shot, shot.currents[order] ?? null, width, height));
  for (let top = 0; top < height; top += TILE) {
    for (let left = 0; left < width; left += TILE) {
      const right = Math.min(width, left + TILE);
      const bottom = Math.min(height, top + TILE);
      let farthest = views.length - 1;
      while (farthest > 0 && views[farthest]?.coverOf(left, top) !== "full") farthest--;
      for (let order = farthest; order < views.length; order++) {
        const view = views[order];
        if (view === undefined || (order > farthest && view.coverOf(left, top) === "none")) continue;
        view.draw(pixels, left, top, right, bottom, order === farthest);
      }
    }
  }
}

/** One sheet seen by the camera at one moment. */
class View {
  private readonly columns: number;
  /** The sheet's colours as signed numbers: the compiler keeps those in a register. */
  private readonly colours: Int32Array;
  /** Position on the sheet of each tile corner. */
  private readonly nodesX: Float64Array;
  private readonly nodesY: Float64Array;
  private readonly scale: number;
  private readonly point = new Float64Array(2);

  constructor(
    private readonly sheet: Sheet,
    private readonly shot: Shot,
    private readonly current: Current | null,
    private readonly width: number,
    private readonly height: number,
  ) {
    this.scale = sheet.width / width;
    this.colours = new Int32Array(sheet.colours.buffer, sheet.colours.byteOffset, sheet.colours.length);
    this.columns = Math.ceil(width / TILE) + 1;
    const rows = Math.ceil(height / TILE) + 1;
    this.nodesX = new Float64Array(this.columns * rows);
    this.nodesY = new Float64Array(this.columns * rows);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        this.locate(Math.min(width, column * TILE), Math.min(height, row * TILE));
        this.nodesX[row * this.columns + column] = f64(this.point, 0);
        this.nodesY[row * this.columns + column] = f64(this.point, 1);
      }
    }
  }

  /** How far the sheet covers the tile at `left`, `top`. Rather "some" than wrong. */
  coverOf(left: number, top: number): "none" | "some" | "full" {
    const node = (top / TILE) * this.columns + left / TILE;
    const corners = [node, node + 1, node + this.columns, node + this.columns + 1];
    let minX = Number.POSITIVE_INFINITY;
    let minY = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    for (const corner of corners) {
      const x = f64(this.nodesX, corner);
      const y = f64(this.nodesY, corner);
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    // Between its corners a bent sheet can leave their box.
    const margin = this.current === null ? 2 : 10;
    const { sheet } = this;
    const across = sheet.columns - 1;
    const down = sheet.rows - 1;
    const fromColumn = clamp(Math.floor((minX - margin) / CELL), 0, across - 1);
    const toColumn = clamp(Math.floor((maxX + margin) / CELL), 0, across - 1);
    const fromRow = clamp(Math.floor((minY - margin) / CELL), 0, down - 1);
    const toRow = clamp(Math.floor((maxY + margin) / CELL), 0, down - 1);
    let least = 255;
    let greatest = 0;
    for (let row = fromRow; row <= toRow; row++) {
      for (let column = fromColumn; column <= toColumn; column++) {
        const cell = row * across + column;
        least = Math.min(least, u8(sheet.leastAlpha, cell));
        greatest = Math.max(greatest, u8(sheet.greatestAlpha, cell));
      }
    }
    return greatest === 0 ? "none" : least === 255 ? "full" : "some";
  }

  draw(frame: Int32Array, left: number, top: number, right: number, bottom: number, isOpaque: boolean): void {
    if (this.sheet.substance === "water") {
      this.drawFine(frame, left, top, right, bottom, isOpaque);
      return;
    }
    const node = (top / TILE) * this.columns + left / TILE;
    const below = node + this.columns;
    this.drawPatch(
      frame,
      left,
      top,
      right,
      bottom,
      isOpaque,
      f64(this.nodesX, node),
      f64(this.nodesY, node),
      f64(this.nodesX, node + 1),
      f64(this.nodesY, node + 1),
      f64(this.nodesX, below),
      f64(this.nodesY, below),
      f64(this.nodesX, below + 1),
      f64(this.nodesY, below + 1),
    );
  }

  private drawFine(frame: Int32Array, left: number, top: number, right: number, bottom: number, isOpaque: boolean): void {
    const { point } = this;
    for (let x = left; x < right; x += FINE_ACROSS) {
      const nextX = Math.min(right, x + FINE_ACROSS);
      this.locate(x, top);
      let aX = f64(point, 0);
      let aY = f64(point, 1);
      this.locate(nextX, top);
      let bX = f64(point, 0);
      let bY = f64(point, 1);
      for (let y = top; y < bottom; y += FINE_DOWN) {
        const nextY = Math.min(bottom, y + FINE_DOWN);
        this.locate(x, nextY);
        const cX = f64(point, 0);
        const cY = f64(point, 1);
        this.locate(nextX, nextY);
        const dX = f64(point, 0);
        const dY = f64(point, 1);
        this.drawPatch(frame, x, y, nextX, nextY, isOpaque, aX, aY, bX, bY, cX, cY, dX, dY);
        aX = cX;
        aY = cY;
        bX = dX;
        bY = dY;
      }
    }
  }

  /** Writes into `point` where the frame's point (x, y) lies on the sheet. */
  private locate(x: number, y: number): void {
    const { sheet, shot, scale, point } = this;
    const { pose, pivot } = shot;
    const ux = (x - this.width / 2) * scale;
    const uy = (y - this.height / 2) * scale;
    const baseX = sheet.width / 2 + pose.panX * sheet.width;
    const baseY = sheet.height / 2 + pose.panY * sheet.height;
    let sx = baseX + ux / pose.zoom;
    let sy = baseY + uy / pose.zoom;
    const isFlat = pose.dolly === 0 && pose.shiftX === 0 && pose.shiftY === 0;
    if (!isFlat) {
      // How near a point is depends on where it is: two rounds are enough for slopes this gentle.
      for (let round = 0; round < 2; round++) {
        const near = this.nearnessAt(sx, sy);
        const zoom = pose.zoom * (1 + pose.dolly * near);
        sx = baseX + ux / zoom + pose.shiftX * (near - pivot) * sheet.width;
        sy = baseY + uy / zoom + pose.shiftY * (near - pivot) * sheet.height;
      }
    }
    if (this.current === null) {
      point[0] = sx;
      point[1] = sy;
      return;
    }
    this.current(sx, sy, point);
    point[0] = f64(point, 0) + sx;
    point[1] = f64(point, 1) + sy;
  }

  private nearnessAt(x: number, y: number): number {
    const { nearness, columns, rows } = this.sheet;
    const gx = clamp(x / CELL, 0, columns - 1.001);
    const gy = clamp(y / CELL, 0, rows - 1.001);
    const column = gx | 0;
    const row = gy | 0;
    const fx = gx - column;
    const fy = gy - row;
    const at = row * columns + column;
    const upper = f32(nearness, at) * (1 - fx) + f32(nearness, at + 1) * fx;
    const lower = f32(nearness, at + columns) * (1 - fx) + f32(nearness, at + columns + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  }

  /** Fills a patch of the frame from the quadrilateral of the sheet whose corners are given, sampling between pixels. */
  private drawPatch(
    frame: Int32Array,
    left: number,
    top: number,
    right: number,
    bottom: number,
    isOpaque: boolean,
    aX: number,
    aY: number,
    bX: number,
    bY: number,
    cX: number,
    cY: number,
    dX: number,
    dY: number,
  ): void {
    const { colours } = this;
    const { width: sheetWidth, height: sheetHeight } = this.sheet;
    const across = 1 / (right - left);
    const down = 1 / (bottom - top);
    const isInside =
      Math.min(aX, bX, cX, dX) >= 1 &&
      Math.min(aY, bY, cY, dY) >= 1 &&
      Math.max(aX, bX, cX, dX) < sheetWidth - 2 &&
      Math.max(aY, bY, cY, dY) < sheetHeight - 2;
    for (let y = top; y < bottom; y++) {
      const v = (y - top + 0.5) * down;
      const startX = aX + (cX - aX) * v;
      const startY = aY + (cY - aY) * v;
      const stepX = (bX + (dX - bX) * v - startX) * across;
      const stepY = (bY + (dY - bY) * v - startY) * across;
      // 16.16 fixed point; a sample stands for the middle of its pixel.
      let px = ((startX + stepX / 2 - 0.5) * 65536) | 0;
      let py = ((startY + stepY / 2 - 0.5) * 65536) | 0;
      const fixedX = Math.round(stepX * 65536) | 0;
      const fixedY = Math.round(stepY * 65536) | 0;
      const end = y * this.width + right;
      for (let i = y * this.width + left; i < end; i++) {
        const ix = px >> 16;
        const iy = py >> 16;
        const wx = (px >> 8) & 255;
        const wy = (py >> 8) & 255;
        px = (px + fixedX) | 0;
        py = (py + fixedY) | 0;
        let upper = Math.imul(iy, sheetWidth) + ix;
        let lower = upper + sheetWidth;
        let upperRight = upper + 1;
        let lowerRight = lower + 1;
        if (!isInside) {
          const x0 = mirrored(ix, sheetWidth);
          const x1 = mirrored(ix + 1, sheetWidth);
          const y0 = mirrored(iy, sheetHeight) * sheetWidth;
          const y1 = mirrored(iy + 1, sheetHeight) * sheetWidth;
          upper = y0 + x0;
          upperRight = y0 + x1;
          lower = y1 + x0;
          lowerRight = y1 + x1;
        }
        const a = i32(colours, upper);
        const b = i32(colours, upperRight);
        const c = i32(colours, lower);
        const d = i32(colours, lowerRight);
        // Shares of the four in 256ths; red and blue are mixed in one number, green and alpha in another.
        const both = (wx * wy) >> 8;
        const beside = wx - both;
        const below = wy - both;
        const here = 256 - wx - below;
        const even =
          ((Math.imul(a & EVEN, here) + Math.imul(b & EVEN, beside) + Math.imul(c & EVEN, below) + Math.imul(d & EVEN, both) + ROUND) >>>
            8) &
          EVEN;
        const odd =
          (Math.imul((a >>> 8) & EVEN, here) +
            Math.imul((b >>> 8) & EVEN, beside) +
            Math.imul((c >>> 8) & EVEN, below) +
            Math.imul((d >>> 8) & EVEN, both) +
            ROUND) &
          ODD;
        const alpha = odd >>> 24;
        if (isOpaque || alpha === 255) {
          frame[i] = even | odd;
        } else if (alpha > 0) {
          const back = i32(frame, i);
          const share = alpha + (alpha >> 7);
          const rest = 256 - share;
          const mixedEven = ((Math.imul(back & EVEN, rest) + Math.imul(even, share) + ROUND) >>> 8) & EVEN;
          const mixedOdd = (Math.imul((back >>> 8) & EVEN, rest) + Math.imul(odd >>> 8, share) + ROUND) & ODD;
          frame[i] = mixedEven | mixedOdd | OPAQUE;
        }
      }
    }
  }
}

/** Red and blue of a colour; green and alpha lie in between. */
const EVEN = 0x00ff00ff;
const ODD = ~EVEN;
const ROUND = 0x00800080;
const OPAQUE = 0xff000000 | 0;

/** Beyond the edge the picture goes on as its own mirror image. */
function mirrored(position: number, length: number): number {
  const folded = position < 0 ? -position - 1 : position >= length ? 2 * length - 1 - position : position;
  return folded < 0 ? 0 : folded >= length ? length - 1 : folded;
}
