import { clamp } from "../../raster/maths";
import { i32, u8, u32 } from "../../raster/sample";
import type { Plate } from "../plate";
import { CELL, type Sheet } from "../sheet";
import type { Group } from "./group-parts";
import { nearnessGrid } from "./nearness-grid";
import { nearestKnown, within } from "./neighbourhood";

/** What is to be cut out of a plate. */
export interface Cut {
  /** Which sheet, counted from the farthest, each pixel of the plate belongs to. */
  readonly owner: Uint8Array;
  /** Which sheet goes on behind a thing that may be carried away whole. */
  readonly hidden: Uint8Array;
  /** How far, in pixels, a sheet may be uncovered beside what hides it. */
  readonly reach: number;
}

/** Cuts the sheet number `order` out of a plate. */
export function cutSheet(plate: Plate, cut: Cut, order: number, { substance, isThing }: Group): Sheet {
  const { width, height } = plate;
  const { source, cover } = grown(plate, cut, order);
  const alpha = order === 0 ? cover : softened(cover, width, height);
  return {
    substance,
    isThing,
    width,
    height,
    colours: gathered(plate.colours, source, alpha),
    coloursAfter: plate.coloursAfter && gathered(plate.coloursAfter, source, alpha),
    ...coverage(alpha, width, height),
    ...nearnessGrid(plate, cut.owner, order),
    ...standOf(cut.owner, order, width, height),
  };
}

/** From which pixel of the plate each pixel of the sheet takes its colour, and how far the sheet covers it, 0–255. */
function grown(plate: Plate, { owner, hidden, reach }: Cut, order: number): { readonly source: Int32Array; readonly cover: Uint8Array } {
  const { width, height, fringe } = plate;
  const count = width * height;
  const isFarthest = order === 0;
  // Outlines and brushes reach over a border: what is behind must not keep them, what is before takes them along.
  const touched = within((i) => u8(owner, i) > order, width, height, fringe.touched);
  const carried = within((i) => u8(owner, i) === order, width, height, fringe.carried);
  const known = Uint8Array.from(owner, (own, i) => (own === order && u8(touched, i) === 0 ? 1 : 0));
  const nearest = nearestKnown(known, width, height);
  const cover = new Uint8Array(count);
  const source = new Int32Array(count);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const own = u8(owner, i);
      source[i] = i;
      if (u8(known, i) === 1 || own < order) {
        cover[i] = own === order || u8(carried, i) === 1 ? 255 : 0;
        continue;
      }
      const from = i32(nearest, i);
      if (from < 0) {
        cover[i] = isFarthest ? 255 : 0;
        continue;
      }
      const fromX = from % width;
      const fromY = (from / width) | 0;
      // Mirrored over the edge of what is known, the texture goes on instead of being smeared.
      const mirror = clamp(2 * fromY - y, 0, height - 1) * width + clamp(2 * fromX - x, 0, width - 1);
      source[i] = u8(known, mirror) === 1 ? mirror : from;
      const behind = u8(hidden, i);
      // Behind a thing it is known which sheet goes on; elsewhere a sheet reaches under its neighbour as far as that may slide.
      if (isFarthest || own === order || behind === order) cover[i] = 255;
      else cover[i] = behind !== own ? 0 : 255 * clamp((reach - Math.sqrt((x - fromX) ** 2 + (y - fromY) ** 2)) / (0.3 * reach));
    }
  }
  return { source, cover };
}

/** The cover, softened over a pixel. */
function softened(cover: Uint8Array, width: number, height: number): Uint8Array {
  const soft = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const up = Math.max(0, y - 1) * width;
    const down = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - 1);
      const right = Math.min(width - 1, x + 1);
      const above = u8(cover, up + left) + u8(cover, up + x) + u8(cover, up + right);
      const beside = u8(cover, row + left) + u8(cover, row + x) + u8(cover, row + right);
      const below = u8(cover, down + left) + u8(cover, down + x) + u8(cover, down + right);
      soft[row + x] = ((above + beside + below) / 9) | 0;
    }
  }
  return soft;
}

function gathered(colours: Uint32Array, source: Int32Array, alpha: Uint8Array): Uint32Array {
  const sheet = new Uint32Array(source.length);
  for (let i = 0; i < sheet.length; i++) sheet[i] = (u32(colours, i32(source, i)) & 0xffffff) | (u8(alpha, i) << 24);
  return sheet;
}

function coverage(alpha: Uint8Array, width: number, height: number): Pick<Sheet, "leastAlpha" | "greatestAlpha"> {
  const across = Math.ceil(width / CELL);
  const down = Math.ceil(height / CELL);
  const leastAlpha = new Uint8Array(across * down).fill(255);
  const greatestAlpha = new Uint8Array(across * down);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = ((y / CELL) | 0) * across + ((x / CELL) | 0);
      const own = u8(alpha, y * width + x);
      if (own < u8(leastAlpha, cell)) leastAlpha[cell] = own;
      if (own > u8(greatestAlpha, cell)) greatestAlpha[cell] = own;
    }
  }
  return { leastAlpha, greatestAlpha };
}

function standOf(owner: Uint8Array, order: number, width: number, height: number): Pick<Sheet, "footY" | "centreX"> {
  let left = width;
  let right = 0;
  let footY = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (u8(owner, y * width + x) !== order) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      footY = y;
    }
  }
  return { footY, centreX: (left + right) / 2 };
}
