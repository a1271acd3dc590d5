import type { Raster } from "../raster/image";
import { smooth } from "../raster/maths";
import { f32 } from "../raster/sample";
import { split } from "./colour-split";
import { connectedTo } from "./pieces";

/** Sky reaches down from the top edge; nothing below a clear horizon belongs to it. */
export function findSky(picture: Raster): Raster | null {
  const { width, height } = picture;
  const horizon = strongestRow(picture);
  const prior = new Float32Array(width * height);
  const locked = new Int8Array(width * height);
  for (let y = 0; y < height; y++) {
    const place = smooth(0.85, 0.15, y / height);
    for (let x = 0; x < width; x++) {
      prior[y * width + x] = 0.1 + 0.85 * place;
      locked[y * width + x] = y < height * 0.04 ? 1 : y > height * 0.9 || (horizon !== null && y > horizon + 1) ? -1 : 0;
    }
  }
  const sky = connectedTo(split(picture, prior, locked), (pixel) => pixel < width * 2);
  const total = sky.samples.reduce((sum, share) => sum + share, 0) / sky.samples.length;
  if (total < 0.06 || total > 0.92) return null;
  return isSkyLike(picture, sky) ? sky : null;
}

/** Sky is calmer than what stands below it, and fills most of the top. A wall behind a vase is neither wide nor bright enough. */
function isSkyLike(picture: Raster, sky: Raster): boolean {
  const { width, height } = picture;
  const luma = picture.luma().samples;
  let top = 0;
  let busySky = 0;
  let busyRest = 0;
  let skyPixels = 0;
  let restPixels = 0;
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const pixel = y * width + x;
      const busy = Math.abs(f32(luma, pixel) - f32(luma, pixel + 1)) + Math.abs(f32(luma, pixel) - f32(luma, pixel + width));
      if (f32(sky.samples, pixel) > 0.5) {
        skyPixels++;
        busySky += busy;
        if (y < height * 0.06) top++;
      } else {
        restPixels++;
        busyRest += busy;
      }
    }
  }
  return top > 0.6 * width * height * 0.06 && busySky / Math.max(1, skyPixels) < 0.9 * (busyRest / Math.max(1, restPixels));
}

/** The row of a horizon that runs straight across, as over water, or null. */
function strongestRow(picture: Raster): number | null {
  const { width, height } = picture;
  const luma = picture.luma().samples;
  let best = 0;
  let bestRow = 0;
  let sum = 0;
  const first = Math.floor(height * 0.2);
  const last = Math.floor(height * 0.85);
  for (let y = first; y < last; y++) {
    let signed = 0;
    let plain = 0;
    for (let x = 0; x < width; x++) {
      const step = f32(luma, (y + 1) * width + x) - f32(luma, (y - 1) * width + x);
      signed += step;
      plain += Math.abs(step);
    }
    sum += plain;
    const strength = Math.abs(signed);
    if (strength > best) {
      best = strength;
      bestRow = y;
    }
  }
  return best > 2.2 * (sum / Math.max(1, last - first)) && best > width * 0.03 ? bestRow : null;
}
