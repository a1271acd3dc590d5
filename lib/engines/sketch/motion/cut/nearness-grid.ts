import { f32, u8 } from "../../raster/sample";
import type { Plate } from "../plate";
import { CELL, type Sheet } from "../sheet";

/** Nearness at the corners of cells: the mean around each corner, carried on evenly where the sheet is hidden. */
export function nearnessGrid(plate: Plate, owner: Uint8Array, order: number): Pick<Sheet, "nearness" | "columns" | "rows"> {
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
