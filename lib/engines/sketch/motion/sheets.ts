import { clamp } from "../raster/maths";
import { f32, i32, u8, u32 } from "../raster/sample";
import type { Plate, Substance } from "./plate";

/** Side of a cell of a sheet's nearness and of its coverage, in pixels. */
export const CELL = 16;

/**
 * One layer of a plate, cut out and grown under what stands before it, so that it can slide without leaving a hole or dragging
 * its neighbour's colours along.
 */
export interface Sheet {
  readonly substance: Substance;
  /** It is what the picture is of. */
  readonly isThing: boolean;
  readonly width: number;
  readonly height: number;
  /** Straight RGBA; alpha is this sheet's cover. */
  readonly colours: Uint32Array;
  /** Nearness at the corners of cells, row by row, `columns` × `rows`. */
  readonly nearness: Float32Array;
  readonly columns: number;
  readonly rows: number;
  /** Least and greatest alpha of each cell, `columns - 1` a row. */
  readonly leastAlpha: Uint8Array;
  readonly greatestAlpha: Uint8Array;
  /** Lowest and middle row and column of what is visible, in pixels: where a floating thing swings about. */
  readonly footY: number;
  readonly centreX: number;
}

/** Parts whose nearness differs by less than this slide as one. */
const SAME_NEARNESS = 0.045;
const MAX_SHEETS = 7;

/** Cuts a plate into sheets, farthest first. `reach` in pixels is how far a sheet may be uncovered beside what hides it. */
export function cutIntoSheets(plate: Plate, reach: number): readonly Sheet[] {
  const groups = groupParts(plate);
  const { partOf } = plate;
  const count = plate.width * plate.height;
  const owner = new Uint8Array(count);
  const groupOfPart = new Uint8Array(256);
  for (const [order, group] of groups.entries()) for (const part of group.parts) groupOfPart[part] = order;
  for (let i = 0; i < count; i++) owner[i] = u8(groupOfPart, u8(partOf, i));
  const hidden = groups.some(({ isThing }) => isThing) ? behindThings(owner, groups, plate.width, plate.height) : owner;
  return groups.map((group, order) => cutSheet(plate, owner, hidden, order, group, reach));
}

/**
 * Which sheet lies behind a thing that may be carried away whole: to the left and right of it on its own row, sky goes on behind it as sky and
 * ground as ground. Everything else belongs where it belongs.
 */
function behindThings(owner: Uint8Array, groups: readonly Group[], width: number, height: number): Uint8Array {
  const hidden = owner.slice();
  const isThing = Uint8Array.from({ length: 256 }, (_, order) => (groups[order]?.isThing === true ? 1 : 0));
  for (let row = 0; row < height * width; row += width) {
    for (let start = 0; start < width; start++) {
      if (u8(isThing, u8(owner, row + start)) === 0) continue;
      let end = start;
      while (end < width && u8(isThing, u8(owner, row + end)) === 1) end++;
      const left = start > 0 ? u8(owner, row + start - 1) : -1;
      const right = end < width ? u8(owner, row + end) : -1;
      for (let x = start; x < end; x++) {
        const nearest = right < 0 || (left >= 0 && x - start < end - x) ? left : right;
        if (nearest >= 0) hidden[row + x] = nearest;
      }
      start = end;
    }
  }
  return hidden;
}

interface Group {
  readonly parts: number[];
  readonly substance: Substance;
  readonly isThing: boolean;
  nearness: number;
  pixels: number;
}

/** Parts joined into few groups, farthest first. */
function groupParts(plate: Plate): readonly Group[] {
  const sums = new Float64Array(plate.parts.length);
  const counts = new Float64Array(plate.parts.length);
  for (let i = 0; i < plate.partOf.length; i++) {
    const part = u8(plate.partOf, i);
    sums[part] = (sums[part] ?? 0) + f32(plate.nearness, i);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  const groups: Group[] = [];
  for (const [part, { substance, isThing = false }] of plate.parts.entries()) {
    const pixels = counts[part] ?? 0;
    if (pixels > 0) groups.push({ parts: [part], substance, isThing, nearness: (sums[part] ?? 0) / pixels, pixels });
  }
  groups.sort((a, b) => a.nearness - b.nearness);
  for (;;) {
    let closest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k + 1 < groups.length; k++) {
      const far = groups[k];
      const near = groups[k + 1];
      if (far === undefined || near === undefined) continue;
      const isSame = far.substance === near.substance && far.isThing === near.isThing;
      const gap = near.nearness - far.nearness + (isSame ? 0 : 1);
      if (gap < least) {
        least = gap;
        closest = k;
      }
    }
    const isCrowded = groups.length > MAX_SHEETS;
    if (closest < 0 || (!isCrowded && least > SAME_NEARNESS)) return groups;
    const far = groups[closest];
    const near = groups[closest + 1];
    if (far === undefined || near === undefined) return groups;
    const pixels = far.pixels + near.pixels;
    groups.splice(closest, 2, {
      parts: [...far.parts, ...near.parts],
      substance: far.pixels >= near.pixels ? far.substance : near.substance,
      isThing: far.isThing && near.isThing,
      nearness: (far.nearness * far.pixels + near.nearness * near.pixels) / pixels,
      pixels,
    });
  }
}

function cutSheet(plate: Plate, owner: Uint8Array, hidden: Uint8Array, order: number, { substance, isThing }: Group, reach: number): Sheet {
  const { width, height } = plate;
  const count = width * height;
  const isFarthest = order === 0;
  // Outlines and brushes reach over a border: what is behind must not keep them, what is before takes them along.
  const touched = within((i) => u8(owner, i) > order, width, height, plate.fringe.touched);
  const fringe = within((i) => u8(owner, i) === order, width, height, plate.fringe.carried);
  const known = Uint8Array.from(owner, (own, i) => (own === order && u8(touched, i) === 0 ? 1 : 0));
  const nearest = nearestKnown(known, width, height);
  const cover = new Uint8Array(count);
  const colours = new Uint32Array(count);
  let left = width;
  let right = 0;
  let foot = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const own = u8(owner, i);
      if (own === order) {
        if (x < left) left = x;
        if (x > right) right = x;
        foot = y;
      }
      if (u8(known, i) === 1 || own < order) {
        cover[i] = own === order || u8(fringe, i) === 1 ? 255 : 0;
        colours[i] = u32(plate.colours, i);
        continue;
      }
      const from = i32(nearest, i);
      if (from < 0) {
        colours[i] = u32(plate.colours, i);
        cover[i] = isFarthest ? 255 : 0;
        continue;
      }
      const fromX = from % width;
      const fromY = (from / width) | 0;
      const distance = Math.hypot(x - fromX, y - fromY);
      // Mirrored over the edge of what is known, the texture goes on instead of being smeared.
      const mirrorX = clamp(2 * fromX - x, 0, width - 1);
      const mirrorY = clamp(2 * fromY - y, 0, height - 1);
      const mirror = mirrorY * width + mirrorX;
      colours[i] = u32(plate.colours, u8(known, mirror) === 1 ? mirror : from);
      const behind = u8(hidden, i);
      const isWhole = isFarthest || own === order || behind === order;
      // Behind a thing it is known which sheet goes on; elsewhere a sheet reaches under its neighbour as far as that may slide.
      cover[i] = isWhole ? 255 : behind !== own ? 0 : 255 * clamp((reach - distance) / (0.3 * reach));
    }
  }
  featherInto(colours, cover, width, height, isFarthest);
  return {
    substance,
    isThing,
    width,
    height,
    colours,
    ...coverage(colours, width, height),
    ...nearnessGrid(plate, owner, order),
    footY: foot,
    centreX: (left + right) / 2,
  };
}

/** 1 within `reach` pixels, along rows and columns, of a pixel that belongs. */
function within(belongs: (i: number) => boolean, width: number, height: number, reach: number): Uint8Array {
  const along = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0, last = -reach - 1; x < width; x++) {
      if (belongs(row + x)) last = x;
      if (x - last <= reach) along[row + x] = 1;
    }
    for (let x = width - 1, last = width + reach; x >= 0; x--) {
      if (belongs(row + x)) last = x;
      if (last - x <= reach) along[row + x] = 1;
    }
  }
  const out = new Uint8Array(width * height);
  const last = new Int32Array(width).fill(-reach - 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (u8(along, y * width + x) === 1) last[x] = y;
      if (y - i32(last, x) <= reach) out[y * width + x] = 1;
    }
  }
  last.fill(height + reach);
  for (let y = height - 1; y >= 0; y--) {
    for (let x = 0; x < width; x++) {
      if (u8(along, y * width + x) === 1) last[x] = y;
      if (i32(last, x) - y <= reach) out[y * width + x] = 1;
    }
  }
  return out;
}

/** For each pixel the index of about the nearest known one, −1 where there is none at all: two sweeps over the neighbours. */
function nearestKnown(known: Uint8Array, width: number, height: number): Int32Array {
  const count = width * height;
  const nearest = new Int32Array(count).fill(-1);
  const distance = new Float32Array(count).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < count; i++) {
    if (u8(known, i) === 0) continue;
    nearest[i] = i;
    distance[i] = 0;
  }
  const offer = (i: number, x: number, y: number, from: number): void => {
    const seed = i32(nearest, from);
    if (seed < 0) return;
    const dx = x - (seed % width);
    const dy = y - ((seed / width) | 0);
    const squared = dx * dx + dy * dy;
    if (squared >= f32(distance, i)) return;
    distance[i] = squared;
    nearest[i] = seed;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (f32(distance, i) === 0) continue;
      if (x > 0) offer(i, x, y, i - 1);
      if (y > 0) {
        offer(i, x, y, i - width);
        if (x > 0) offer(i, x, y, i - width - 1);
        if (x < width - 1) offer(i, x, y, i - width + 1);
      }
    }
    for (let x = width - 2; x >= 0; x--) if (f32(distance, y * width + x) !== 0) offer(y * width + x, x, y, y * width + x + 1);
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      const i = y * width + x;
      if (f32(distance, i) === 0) continue;
      if (x < width - 1) offer(i, x, y, i + 1);
      if (y < height - 1) {
        offer(i, x, y, i + width);
        if (x < width - 1) offer(i, x, y, i + width + 1);
        if (x > 0) offer(i, x, y, i + width - 1);
      }
    }
    for (let x = 1; x < width; x++) if (f32(distance, y * width + x) !== 0) offer(y * width + x, x, y, y * width + x - 1);
  }
  return nearest;
}

/** Writes the cover into the alpha channel, softened over a pixel. */
function featherInto(colours: Uint32Array, cover: Uint8Array, width: number, height: number, isFarthest: boolean): void {
  for (let y = 0; y < height; y++) {
    const up = Math.max(0, y - 1) * width;
    const down = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      let alpha = 255;
      if (!isFarthest) {
        const left = Math.max(0, x - 1);
        const right = Math.min(width - 1, x + 1);
        const sum =
          u8(cover, up + left) +
          u8(cover, up + x) +
          u8(cover, up + right) +
          u8(cover, y * width + left) +
          u8(cover, i) +
          u8(cover, y * width + right) +
          u8(cover, down + left) +
          u8(cover, down + x) +
          u8(cover, down + right);
        alpha = (sum / 9) | 0;
      }
      colours[i] = ((u32(colours, i) & 0xffffff) | (alpha << 24)) >>> 0;
    }
  }
}

function coverage(colours: Uint32Array, width: number, height: number): Pick<Sheet, "leastAlpha" | "greatestAlpha"> {
  const across = Math.ceil(width / CELL);
  const down = Math.ceil(height / CELL);
  const leastAlpha = new Uint8Array(across * down).fill(255);
  const greatestAlpha = new Uint8Array(across * down);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = ((y / CELL) | 0) * across + ((x / CELL) | 0);
      const alpha = u32(colours, y * width + x) >>> 24;
      if (alpha < u8(leastAlpha, cell)) leastAlpha[cell] = alpha;
      if (alpha > u8(greatestAlpha, cell)) greatestAlpha[cell] = alpha;
    }
  }
  return { leastAlpha, greatestAlpha };
}

/** Nearness at the corners of cells: the mean around each corner, carried on evenly where the sheet is hidden. */
function nearnessGrid(plate: Plate, owner: Uint8Array, order: number): Pick<Sheet, "nearness" | "columns" | "rows"> {
  const { width, height } = plate;
  const columns = Math.ceil(width / CELL) + 1;
  const rows = Math.ceil(height / CELL) + 1;
  const sums = new Float32Array(columns * rows);
  const counts = new Float32Array(columns * rows);
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const i = y * width + x;
      if (u8(owner, i) !== order) continue;
      const node = Math.round(y / CELL) * columns + Math.round(x / CELL);
      sums[node] = f32(sums, node) + f32(plate.nearness, i);
      counts[node] = f32(counts, node) + 1;
    }
  }
  const nearness = new Float32Array(columns * rows);
  let open: number[] = [];
  const isSet = new Uint8Array(columns * rows);
  for (let node = 0; node < nearness.length; node++) {
    if (f32(counts, node) > 0) {
      nearness[node] = f32(sums, node) / f32(counts, node);
      isSet[node] = 1;
    } else open.push(node);
  }
  if (open.length === nearness.length) open = [];
  while (open.length > 0) {
    const found: [number, number][] = [];
    const left: number[] = [];
    for (const node of open) {
      const x = node % columns;
      let sum = 0;
      let number = 0;
      for (const next of [x > 0 ? node - 1 : -1, x < columns - 1 ? node + 1 : -1, node - columns, node + columns]) {
        if (next < 0 || next >= nearness.length || u8(isSet, next) === 0) continue;
        sum += f32(nearness, next);
        number++;
      }
      if (number > 0) found.push([node, sum / number]);
      else left.push(node);
    }
    for (const [node, value] of found) {
      nearness[node] = value;
      isSet[node] = 1;
    }
    open = left;
  }
  return { nearness, columns, rows };
}
