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
  const { channels } = picture;
  const out = new Raster(width, height, channels);
  for (let y = 0; y < height; y++) {
    const fy = clamp(((y + 0.5) * picture.height) / height - 0.5, 0, picture.height - 1);
    const top = Math.floor(fy);
    const bottom = Math.min(picture.height - 1, top + 1);
    for (let x = 0; x < width; x++) {
      const fx = clamp(((x + 0.5) * picture.width) / width - 0.5, 0, picture.width - 1);
      const left = Math.floor(fx);
      const right = Math.min(picture.width - 1, left + 1);
      for (let k = 0; k < channels; k++) {
        const at = (row: number, column: number) => f32(picture.samples, (row * picture.width + column) * channels + k);
        out.samples[(y * width + x) * channels + k] = mix(
          mix(at(top, left), at(top, right), fx - left),
          mix(at(bottom, left), at(bottom, right), fx - left),
          fy - top,
        );
      }
    }
  }
  return out;
}
