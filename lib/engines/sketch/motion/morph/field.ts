import { clamp } from "../../raster/maths";
import { f32 } from "../../raster/sample";

/** A displacement at each corner of an even grid over a picture, in shares of its width and height. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

export function emptyField(columns: number, rows: number): Field {
  return { columns, rows, dx: new Float32Array(columns * rows), dy: new Float32Array(columns * rows) };
}

/** The value between the corners at (x, y), in shares of the picture; beyond its edge that of the edge. */
export function valueAt(values: Float32Array, { columns, rows }: Field, x: number, y: number): number {
  const across = clamp(x * (columns - 1), 0, columns - 1);
  const down = clamp(y * (rows - 1), 0, rows - 1);
  const column = Math.min(columns - 2, across | 0);
  const row = Math.min(rows - 2, down | 0);
  const u = across - column;
  const v = down - row;
  const at = row * columns + column;
  const upper = f32(values, at) * (1 - u) + f32(values, at + 1) * u;
  const lower = f32(values, at + columns) * (1 - u) + f32(values, at + columns + 1) * u;
  return upper * (1 - v) + lower * v;
}

/** Evens a field out: each corner becomes the mean of itself (twice) and its neighbours. */
export function evened(field: Field, rounds: number): Field {
  let from = field;
  for (let round = 0; round < rounds; round++) {
    const to = emptyField(field.columns, field.rows);
    evenOut(from.dx, to.dx, field.columns, field.rows);
    evenOut(from.dy, to.dy, field.columns, field.rows);
    from = to;
  }
  return from;
}

function evenOut(from: Float32Array, to: Float32Array, columns: number, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const up = clamp(row - 1, 0, rows - 1) * columns;
    const down = clamp(row + 1, 0, rows - 1) * columns;
    for (let column = 0; column < columns; column++) {
      const left = clamp(column - 1, 0, columns - 1);
      const right = clamp(column + 1, 0, columns - 1);
      const at = row * columns;
      to[at + column] =
        (2 * f32(from, at + column) + f32(from, at + left) + f32(from, at + right) + f32(from, up + column) + f32(from, down + column)) / 6;
    }
  }
}

/** The same movement as seen from a frame `passed` (0–1) of the way: at each corner the whole displacement of what passes there then. */
export function arriving(field: Field, passed: number): Field {
  const { columns, rows, dx, dy } = field;
  const here = emptyField(columns, rows);
  const weights = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = row * columns + column;
      const moveX = f32(dx, from);
      const moveY = f32(dy, from);
      const x = clamp(column + moveX * passed * (columns - 1), 0, columns - 1);
      const y = clamp(row + moveY * passed * (rows - 1), 0, rows - 1);
      const left = Math.min(columns - 2, x | 0);
      const top = Math.min(rows - 2, y | 0);
      for (const [to, share] of [
        [top * columns + left, (1 - x + left) * (1 - y + top)],
        [top * columns + left + 1, (x - left) * (1 - y + top)],
        [(top + 1) * columns + left, (1 - x + left) * (y - top)],
        [(top + 1) * columns + left + 1, (x - left) * (y - top)],
      ] as const) {
        here.dx[to] = f32(here.dx, to) + moveX * share;
        here.dy[to] = f32(here.dy, to) + moveY * share;
        weights[to] = f32(weights, to) + share;
      }
    }
  }
  fillHoles(here, weights);
  return evened(here, 1);
}

/** Corners where less than this arrived know nothing of themselves. */
const LEAST_WEIGHT = 0.05;

/** Nothing arrives where everything has just left: the surroundings move in. */
function fillHoles({ columns, dx, dy }: Field, weights: Float32Array): void {
  let open: number[] = [];
  for (let i = 0; i < weights.length; i++) {
    const weight = f32(weights, i);
    if (weight < LEAST_WEIGHT) {
      open.push(i);
      weights[i] = 0;
      continue;
    }
    dx[i] = f32(dx, i) / weight;
    dy[i] = f32(dy, i) / weight;
  }
  while (open.length > 0 && open.length < weights.length) {
    const filled: number[] = [];
    for (const i of open) {
      const column = i % columns;
      let sumX = 0;
      let sumY = 0;
      let count = 0;
      for (const next of [column > 0 ? i - 1 : -1, column < columns - 1 ? i + 1 : -1, i - columns, i + columns]) {
        if (next < 0 || next >= weights.length || f32(weights, next) <= 0) continue;
        sumX += f32(dx, next);
        sumY += f32(dy, next);
        count++;
      }
      if (count === 0) continue;
      dx[i] = sumX / count;
      dy[i] = sumY / count;
      filled.push(i);
    }
    for (const i of filled) weights[i] = 1;
    open = open.filter((i) => f32(weights, i) <= 0);
  }
}
