import type { Camera } from "./camera";
import { visibleWorld } from "./camera";
import type { Rect, Size } from "./geometry";
import { centreOf, intersects } from "./geometry";
import type { Context2D } from "./paint";

/** Far out a tile holds thousands of pictures: smaller ones keep each within a frame's time. */
const NEAR_TILE_PX = 512;
const FAR_TILE_PX = 256;
const FAR_BELOW_LEVEL = -3;
/** Painting tiles may take this much of a frame; a tile that was begun is finished. */
const PAINT_BUDGET_MS = 5;
/** A tile in which pictures keep arriving is painted again at most this often. */
const REPAINT_AFTER_MS = 200;
const BUDGET_BYTES = 48 * 2 ** 20;
const BYTES_PER_PIXEL = 4;
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

/** Paints a square of the world onto a square of `px` device pixels. `isFinal` is false when time ran out for details. */
export type TilePainter = (area: Rect, px: number) => { readonly image: ImageBitmap; readonly isFinal: boolean };

export type TileFrame = {
  readonly camera: Camera;
  readonly viewport: Size;
  readonly pixelRatio: number;
  readonly nowMs: number;
  readonly isMoving: boolean;
};

/** `bare`: world rectangles for which there is neither a tile nor others to stand in. */
export type TileState = { readonly hasMore: boolean; readonly bare: readonly Rect[] };

/**
 * The scene as map tiles, for views in which thousands of items would be drawn each frame. Tiles exist at scales of
 * powers of two, are painted a few a frame nearest the centre first, and are drawn between half and full size; until one
 * is there, a coarser or finer one stands in.
 */
export class TileLayer {
  private readonly tiles = new Map<string, Tile>();
  private needed: readonly Tile[] = [];
  private frame = 0;

  constructor(private readonly paintTile: TilePainter) {}

  /** Paints tiles the view needs, as far as this frame's time goes. */
  prepare(frame: TileFrame): TileState {
    this.frame += 1;
    const level = Math.ceil(Math.log2(frame.camera.zoom * frame.pixelRatio) - 1e-6);
    const view = visibleWorld(frame.camera, frame.viewport);
    const needed = this.tilesIn(level, view);
    const isComplete = this.paintDue(needed, view, frame);
    this.needed = needed;
    this.forgetUnused(needed.length * tilePx(level) ** 2 * BYTES_PER_PIXEL);
    const bare = needed.filter((tile) => tile.image === null && this.coarserThan(tile) === null && !this.isCoveredByFiner(tile));
    return { hasMore: !isComplete, bare: bare.map((tile) => tile.area) };
  }

  /** Draws the view that was prepared onto a context in device pixels. Bare places are left as they are. */
  draw(ctx: Context2D, frame: TileFrame): void {
    for (const tile of this.needed) if (!tile.image) this.drawStandIn(ctx, tile, frame);
    for (const tile of this.needed) if (tile.image) drawPart(ctx, tile.image, tile.area, tile.area, frame);
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
    const side = tileSide(level);
    const tiles: Tile[] = [];
    for (let row = Math.floor(view.y / side); row * side < view.y + view.h; row += 1) {
      for (let column = Math.floor(view.x / side); column * side < view.x + view.w; column += 1) {
        tiles.push(this.tileAt(level, column, row));
      }
    }
    return tiles;
  }

  private tileAt(level: number, column: number, row: number): Tile {
    const key = tileKey(level, column, row);
    const known = this.tiles.get(key);
    const side = tileSide(level);
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
    const { image, isFinal } = this.paintTile(tile.area, tilePx(tile.level));
    tile.image?.close();
    tile.image = image;
    tile.stale = isFinal ? null : "arrived";
    tile.paintedAtMs = nowMs;
  }

  private drawStandIn(ctx: Context2D, missing: Tile, frame: TileFrame): void {
    const coarser = this.coarserThan(missing);
    if (coarser?.image) drawPart(ctx, coarser.image, coarser.area, missing.area, frame);
    for (const finer of this.finerThan(missing)) if (finer?.image) drawPart(ctx, finer.image, finer.area, finer.area, frame);
  }

  private isCoveredByFiner(tile: Tile): boolean {
    return this.finerThan(tile).every((finer) => finer?.image);
  }

  private finerThan({ level, area }: Tile): (Tile | undefined)[] {
    const side = tileSide(level + 1);
    const finer: (Tile | undefined)[] = [];
    for (let y = area.y; y < area.y + area.h; y += side) {
      for (let x = area.x; x < area.x + area.w; x += side) {
        finer.push(this.tiles.get(tileKey(level + 1, Math.round(x / side), Math.round(y / side))));
      }
    }
    return finer;
  }

  private coarserThan(tile: Tile): Tile | null {
    const centre = centreOf(tile.area);
    for (let level = tile.level - 1; level >= tile.level - COARSER_LEVELS; level -= 1) {
      const side = tileSide(level);
      const coarser = this.tiles.get(tileKey(level, Math.floor(centre.x / side), Math.floor(centre.y / side)));
      if (coarser?.image) return coarser;
    }
    return null;
  }

  private forgetUnused(neededBytes: number): void {
    const budget = Math.max(BUDGET_BYTES, neededBytes * 2);
    let bytes = 0;
    for (const tile of this.tiles.values()) bytes += tilePx(tile.level) ** 2 * BYTES_PER_PIXEL;
    for (const [key, tile] of this.tiles) {
      if (bytes <= budget || tile.usedInFrame === this.frame) return;
      bytes -= tilePx(tile.level) ** 2 * BYTES_PER_PIXEL;
      tile.image?.close();
      this.tiles.delete(key);
    }
  }
}

/** Device pixels across a tile. */
function tilePx(level: number): number {
  return level < FAR_BELOW_LEVEL ? FAR_TILE_PX : NEAR_TILE_PX;
}

/** World units across a tile. A coarser tile always holds whole finer ones. */
function tileSide(level: number): number {
  return tilePx(level) / 2 ** level;
}

function tileKey(level: number, column: number, row: number): string {
  return `${level} ${column} ${row}`;
}

/** Draws the `shown` part of the world from an image of `area`, onto whole device pixels so that tiles meet without seams. */
function drawPart(ctx: Context2D, image: ImageBitmap, area: Rect, shown: Rect, frame: TileFrame): void {
  const { camera, pixelRatio } = frame;
  const scale = camera.zoom * pixelRatio;
  const toImage = image.width / area.w;
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
