import { Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { f32 } from "../raster/sample";

/** Another size: areas are averaged when it becomes smaller, neighbours are mixed when it becomes larger. */
export function resized(picture: Raster, width: number, height: number): Raster {
  return width < picture.width || height < picture.height ? averaged(picture, width, height) : interpolated(picture, width, height);
}

function averaged(picture: Raster, width: number, height: number): Raster {
  const { channels } = picture;
  const out = new Raster(width, height, channels);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * picture.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * picture.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * picture.width) / width));
      const share = 1 / ((bottom - top) * (right - left));
      for (let k = 0; k < channels; k++) {
        let sum = 0;
        for (let sy = top; sy < bottom; sy++)
          for (let sx = left; sx < right; sx++) sum += f32(picture.samples, (sy * picture.width + sx) * channels + k);
        out.samples[(y * width + x) * channels + k] = sum * share;
      }
    }
  }
  return out;
}

function interpolated(picture: Raster, width: number, height: number): Raster {
  const { channels, samples } = picture;
  const row = picture.width * channels;
  const out = new Raster(width, height, channels);
  const lefts = new Int32Array(width);
  const shares = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const fx = clamp(((x + 0.5) * picture.width) / width - 0.5, 0, picture.width - 1);
    lefts[x] = Math.floor(fx);
    shares[x] = fx - Math.floor(fx);
  }
  let to = 0;
  for (let y = 0; y < height; y++) {
    const fy = clamp(((y + 0.5) * picture.height) / height - 0.5, 0, picture.height - 1);
    const top = Math.floor(fy) * row;
    const bottom = Math.min(picture.height - 1, Math.floor(fy) + 1) * row;
    const down = fy - Math.floor(fy);
    for (let x = 0; x < width; x++) {
      const left = lefts[x] ?? 0;
      const right = Math.min(picture.width - 1, left + 1) * channels;
      const across = f32(shares, x);
      for (let k = 0; k < channels; k++) {
        const from = left * channels + k;
        const above = mix(f32(samples, top + from), f32(samples, top + right + k), across);
        const below = mix(f32(samples, bottom + from), f32(samples, bottom + right + k), across);
        out.samples[to++] = mix(above, below, down);
      }
    }
  }
  return out;
}
