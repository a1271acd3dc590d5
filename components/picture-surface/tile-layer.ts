import type { Camera } from "./camera";
import { visibleWorld } from "./camera";
import type { Rect, Size } from "./geometry";
import { centreOf, intersects } from "./geometry";
import type { Context2D } from "./paint";

export const TILE_PX = 512;
/** Painting tiles may take this much of a frame; a tile that was begun is finished. */
const PAINT_BUDGET_MS = 5;
/** A tile in which pictures keep arriving is painted again at most this often. */
const REPAINT_AFTER_MS = 200;
const BUDGET_BYTES = 48 * 2 ** 20;
const TILE_BYTES = TILE_PX * TILE_PX * 4;
/** Levels looked through for something to show while a tile is missing. */
const COARSER_LEVELS = 6;
/** More changed places than this, and checking each against each tile costs more than painting anew. */
const MAX_AREAS = 64;

type Tile = {
  readonly level: number;
  readonly column: number;
  readonly row: number;
  readonly area: Rect;
  image: ImageBitmap | null;
  paintedAtMs: number;
  /** `changed`: shows something that is no longer so. `arrived`: sharper pixels are at hand. */
  stale: "changed" | "arrived" | null;
  usedInFrame: number;
};

/** Paints a world rectangle at a scale (device pixels per world unit). `isFinal` is false when time ran out for details. */
export type TilePainter = (area: Rect, scale: number) => { readonly image: ImageBitmap; readonly isFinal: boolean };

export type TileFrame = {
  readonly camera: Camera;
  readonly viewport: Size;
  readonly pixelRatio: number;
  readonly nowMs: number;
  readonly isMoving: boolean;
};

/**
 * The scene as map tiles, for views in which thousands of items would be drawn each frame. Tiles exist at scales of
 * powers of two, are painted a few a frame nearest the centre first, and are drawn between half and full size; until one
 * is there, a coarser or finer one stands in.
 */
export class TileLayer {
  private readonly tiles = new Map<string, Tile>();
  private frame = 0;

  constructor(private readonly paintTile: TilePainter) {}

  /** Draws the view onto a context in device pixels. True when another frame would show more. */
  draw(ctx: Context2D, frame: TileFrame): boolean {
    this.frame += 1;
    const level = Math.ceil(Math.log2(frame.camera.zoom * frame.pixelRatio) - 1e-6);
    const view = visibleWorld(frame.camera, frame.viewport);
    const needed = this.tilesIn(level, view);
    const isComplete = this.paintDue(needed, view, frame);
    for (const tile of needed) if (!tile.image) this.drawStandIn(ctx, tile, frame);
    for (const tile of needed) if (tile.image) drawPart(ctx, tile.image, tile.area, tile.area, frame);
    this.forgetUnused(needed.length);
    return !isComplete;
  }

  /** Marks what shows one of these world rectangles. */
  invalidate(areas: readonly Rect[], reason: "changed" | "arrived"): void {
    for (const tile of this.tiles.values()) {
      if (tile.stale === "changed") continue;
      if (areas.length > MAX_AREAS || areas.some((area) => intersects(area, tile.area))) tile.stale = reason;
    }
  }

  /** Forgets every tile, for when everything looks different. */
  clear(): void {
    for (const tile of this.tiles.values()) tile.image?.close();
    this.tiles.clear();
  }

  private tilesIn(level: number, view: Rect): Tile[] {
    const side = TILE_PX / 2 ** level;
    const tiles: Tile[] = [];
    for (let row = Math.floor(view.y / side); row * side < view.y + view.h; row += 1) {
      for (let column = Math.floor(view.x / side); column * side < view.x + view.w; column += 1) {
        tiles.push(this.tileAt(level, column, row));
      }
    }
    return tiles;
  }

  private tileAt(level: number, column: number, row: number): Tile {
    const key = `${level} ${column} ${row}`;
    const known = this.tiles.get(key);
    const side = TILE_PX / 2 ** level;
    const area = { x: column * side, y: row * side, w: side, h: side };
    const tile: Tile = known ?? { level, column, row, area, image: null, paintedAtMs: 0, stale: null, usedInFrame: 0 };
    tile.usedInFrame = this.frame;
    // Re-inserting keeps the map in order of last use.
    this.tiles.delete(key);
    this.tiles.set(key, tile);
    return tile;
  }

  /** Paints what is missing, then what is stale, while time lasts. True when nothing is left to do. */
  private paintDue(needed: readonly Tile[], view: Rect, frame: TileFrame): boolean {
    const centre = centreOf(view);
    const due = needed.filter((tile) => tile.image === null || tile.stale !== null);
    const urgency = (tile: Tile) => (tile.image === null ? 0 : tile.stale === "changed" ? 1 : 2);
    const farness = (tile: Tile) => Math.hypot(centreOf(tile.area).x - centre.x, centreOf(tile.area).y - centre.y);
    due.sort((a, b) => urgency(a) - urgency(b) || farness(a) - farness(b));
    const endMs = performance.now() + PAINT_BUDGET_MS;
    for (const tile of due) {
      if (performance.now() >= endMs) return false;
      const canWait = tile.image !== null && tile.stale === "arrived";
      if (canWait && (frame.isMoving || frame.nowMs - tile.paintedAtMs < REPAINT_AFTER_MS)) return false;
      this.paint(tile, frame.nowMs);
    }
    return needed.every((tile) => tile.stale === null);
  }

  private paint(tile: Tile, nowMs: number): void {
    const { image, isFinal } = this.paintTile(tile.area, 2 ** tile.level);
    tile.image?.close();
    tile.image = image;
    tile.stale = isFinal ? null : "arrived";
    tile.paintedAtMs = nowMs;
  }

  private drawStandIn(ctx: Context2D, missing: Tile, frame: TileFrame): void {
    const { level, column, row, area } = missing;
    for (let up = 1; up <= COARSER_LEVELS; up += 1) {
      const coarser = this.tiles.get(`${level - up} ${Math.floor(column / 2 ** up)} ${Math.floor(row / 2 ** up)}`);
      if (!coarser?.image) continue;
      drawPart(ctx, coarser.image, coarser.area, area, frame);
      break;
    }
    for (let quarter = 0; quarter < 4; quarter += 1) {
      const finer = this.tiles.get(`${level + 1} ${column * 2 + (quarter % 2)} ${row * 2 + (quarter >> 1)}`);
      if (finer?.image) drawPart(ctx, finer.image, finer.area, finer.area, frame);
    }
  }

  private forgetUnused(neededCount: number): void {
    const keep = Math.max(Math.floor(BUDGET_BYTES / TILE_BYTES), neededCount * 2);
    for (const [key, tile] of this.tiles) {
      if (this.tiles.size <= keep) return;
      tile.image?.close();
      this.tiles.delete(key);
    }
  }
}

/** Draws the `shown` part of the world from an image of `area`, onto whole device pixels so that tiles meet without seams. */
function drawPart(ctx: Context2D, image: ImageBitmap, area: Rect, shown: Rect, frame: TileFrame): void {
  const { camera, pixelRatio } = frame;
  const scale = camera.zoom * pixelRatio;
  const toImage = TILE_PX / area.w;
  const left = Math.round((shown.x - camera.x) * scale);
  const top = Math.round((shown.y - camera.y) * scale);
  const right = Math.round((shown.x + shown.w - camera.x) * scale);
  const bottom = Math.round((shown.y + shown.h - camera.y) * scale);
  ctx.drawImage(
    image,
    (shown.x - area.x) * toImage,
    (shown.y - area.y) * toImage,
    shown.w * toImage,
    shown.h * toImage,
    left,
    top,
    right - left,
    bottom - top,
  );
}
