import type { Raster } from "../../raster/image";
import { clamp, mix } from "../../raster/maths";
import { f32 } from "../../raster/sample";
import { featuresOf } from "./features";
import { emptyField, evened, type Field } from "./field";

/** Corners of the grid along the frame's longer side. */
const ACROSS = 49;
/** Half the side of the block that is compared, and the step between its samples, in pixels of the features. */
const BLOCK = 5;
const STEP = 2;
/** How much a corner pays for moving unlike its neighbours, and unlike what was expected, a pixel of the features. */
const UNLIKE_NEIGHBOURS = 0.016;
const UNLIKE_EXPECTED = 0.0035;
/** How far around the best place so far the next round looks, in pixels of the features: from far to near. */
const REACHES = [12, 7, 4, 2, 1, 1] as const;
const AROUND = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [0.7, 0.7],
  [-0.7, 0.7],
  [0.7, -0.7],
  [-0.7, -0.7],
] as const;

/** Horizons are brought together by at most so much of the height: what was only guessed must not turn the picture over. */
const MOST_TILT = 0.16;

/**
 * How the content of `first` moves to become `last`: block matching around what the two pictures' horizons (shares of the height) make likely,
 * kept even by its neighbours. The same pictures give the same field.
 */
export function matchPictures(first: Raster, last: Raster, horizons: readonly [number, number]): Field {
  const isWide = first.width >= first.height;
  const short = Math.max(5, Math.round((ACROSS * Math.min(first.width, first.height)) / Math.max(first.width, first.height)));
  const [columns, rows] = isWide ? [ACROSS, short] : [short, ACROSS];
  const expected = groundToGround(horizons, columns, rows);
  const [from, to] = [featuresOf(first), featuresOf(last)];
  const found = toPixels(expected, from);
  const wanted = toPixels(expected, from);
  for (const reach of REACHES) improve(found, wanted, from, to, reach);
  const { width, height } = from;
  for (let i = 0; i < found.dx.length; i++) {
    found.dx[i] = f32(found.dx, i) / width;
    found.dy[i] = f32(found.dy, i) / height;
  }
  return evened(found, 2);
}

/** Sky goes to sky and ground to ground. */
function groundToGround([from, to]: readonly [number, number], columns: number, rows: number): Field {
  const level = clamp(from, 0.15, 0.85);
  const wanted = clamp(to, level - MOST_TILT, level + MOST_TILT);
  const field = emptyField(columns, rows);
  for (let row = 0; row < rows; row++) {
    const y = row / (rows - 1);
    const there = y < level ? mix(0, wanted, y / level) : mix(wanted, 1, (y - level) / (1 - level));
    field.dy.fill(there - y, row * columns, (row + 1) * columns);
  }
  return field;
}

function toPixels(field: Field, { width, height }: Raster): Field {
  const pixels = emptyField(field.columns, field.rows);
  for (let i = 0; i < pixels.dx.length; i++) {
    pixels.dx[i] = f32(field.dx, i) * width;
    pixels.dy[i] = f32(field.dy, i) * height;
  }
  return pixels;
}

/** One round over all corners: each takes the best of its own place, its neighbours' and places around. */
function improve(found: Field, expected: Field, from: Raster, to: Raster, reach: number): void {
  const { columns, rows, dx, dy } = found;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const neighbours = [
        ...(column > 0 ? [at - 1] : []),
        ...(column < columns - 1 ? [at + 1] : []),
        ...(row > 0 ? [at - columns] : []),
        ...(row < rows - 1 ? [at + columns] : []),
      ];
      let meanX = 0;
      let meanY = 0;
      for (const next of neighbours) {
        meanX += f32(dx, next) / neighbours.length;
        meanY += f32(dy, next) / neighbours.length;
      }
      const x = (column / (columns - 1)) * (from.width - 1);
      const y = (row / (rows - 1)) * (from.height - 1);
      let [bestX, bestY] = [f32(dx, at), f32(dy, at)];
      const costOf = (moveX: number, moveY: number, limit: number): number => {
        const strain =
          UNLIKE_NEIGHBOURS * Math.hypot(moveX - meanX, moveY - meanY) +
          UNLIKE_EXPECTED * Math.hypot(moveX - f32(expected.dx, at), moveY - f32(expected.dy, at));
        return strain >= limit ? limit : strain + unlikeness(from, to, x, y, moveX, moveY);
      };
      let best = costOf(bestX, bestY, Number.POSITIVE_INFINITY);
      const offer = (moveX: number, moveY: number): void => {
        const cost = costOf(moveX, moveY, best);
        if (cost >= best) return;
        best = cost;
        bestX = moveX;
        bestY = moveY;
      };
      for (const next of neighbours) offer(f32(dx, next), f32(dy, next));
      offer(meanX, meanY);
      const [aroundX, aroundY] = [bestX, bestY];
      for (const [u, v] of AROUND) offer(aroundX + u * reach, aroundY + v * reach);
      dx[at] = bestX;
      dy[at] = bestY;
    }
  }
}

/** Mean difference of the blocks around a place and where it would move. What would leave the picture is compared at its edge. */
function unlikeness(from: Raster, to: Raster, x: number, y: number, moveX: number, moveY: number): number {
  const { width, height } = from;
  let sum = 0;
  let count = 0;
  for (let v = -BLOCK; v <= BLOCK; v += STEP) {
    const fromY = Math.round(y + v);
    if (fromY < 0 || fromY >= height) continue;
    const toRow = clamp(Math.round(y + v + moveY), 0, height - 1) * width;
    for (let u = -BLOCK; u <= BLOCK; u += STEP) {
      const fromX = Math.round(x + u);
      if (fromX < 0 || fromX >= width) continue;
      const i = (fromY * width + fromX) * 3;
      const j = (toRow + clamp(Math.round(x + u + moveX), 0, width - 1)) * 3;
      sum +=
        Math.abs(f32(from.samples, i) - f32(to.samples, j)) +
        Math.abs(f32(from.samples, i + 1) - f32(to.samples, j + 1)) +
        Math.abs(f32(from.samples, i + 2) - f32(to.samples, j + 2));
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
