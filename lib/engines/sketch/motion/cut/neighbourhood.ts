import { f32, i32, u8 } from "../../raster/sample";

/** 1 within `reach` pixels, along rows and columns, of a pixel that belongs. */
export function within(belongs: (i: number) => boolean, width: number, height: number, reach: number): Uint8Array {
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
export function nearestKnown(known: Uint8Array, width: number, height: number): Int32Array {
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
