import { clamp } from "../raster/maths";
import { f32, f64, u8 } from "../raster/sample";
import type { Current } from "./currents";
import { type Drawing, drawPatch } from "./draw-patch";
import { CELL, type Sheet } from "./sheet";
import type { Shot } from "./shot";

/** Side of a tile of the frame, in pixels. A sheet is followed exactly at the corners of a tile and evenly between them. */
export const TILE = 16;
/** Waves bend faster than a tile: sheets with a fast current are followed every so many pixels across and down. */
const FINE_ACROSS = 8;
const FINE_DOWN = 2;

/** One sheet seen by the camera at one moment. */
export class SheetView {
  private readonly columns: number;
  private readonly drawing: Drawing;
  /** Position on the sheet of each tile corner. */
  private readonly nodesX: Float64Array;
  private readonly nodesY: Float64Array;
  private readonly scale: number;
  private readonly point = new Float64Array(2);

  constructor(
    private readonly sheet: Sheet,
    private readonly shot: Shot,
    private readonly current: Current | null,
    frame: Int32Array,
    private readonly width: number,
    private readonly height: number,
  ) {
    this.scale = sheet.width / width;
    this.drawing = {
      colours: signed(sheet.colours),
      coloursAfter: sheet.coloursAfter && signed(sheet.coloursAfter),
      share: Math.round(shot.lit * 256),
      sheetWidth: sheet.width,
      sheetHeight: sheet.height,
      frame,
      frameWidth: width,
    };
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

  /** Draws the tile; where it is the farthest of its tile, whatever its cover. */
  draw(left: number, top: number, right: number, bottom: number, isOpaque: boolean): void {
    if (this.sheet.substance === "water") {
      this.drawFine(left, top, right, bottom, isOpaque);
      return;
    }
    const node = (top / TILE) * this.columns + left / TILE;
    const below = node + this.columns;
    drawPatch(
      this.drawing,
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

  private drawFine(left: number, top: number, right: number, bottom: number, isOpaque: boolean): void {
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
        drawPatch(this.drawing, x, y, nextX, nextY, isOpaque, aX, aY, bX, bY, cX, cY, dX, dY);
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
}

function signed(colours: Uint32Array): Int32Array {
  return new Int32Array(colours.buffer, colours.byteOffset, colours.length);
}
