import sharp from "sharp";
import { blur, type Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { f32 } from "../raster/sample";

/** Twice the size of RGB or RGBA bytes, with edges drawn sharper than interpolation leaves them. */
export async function enlargedBytes(bytes: Uint8Array, width: number, height: number, channels: 3 | 4): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp(Buffer.from(bytes), { raw: { width, height, channels } })
      .resize(width * 2, height * 2, { kernel: "lanczos3" })
      .raw()
      .toBuffer(),
  );
}

/** Sharpens in place without overshooting: a pixel never leaves the range of what lies around it. */
export function sharpen(picture: Raster, amount: number): void {
  const { width, height, samples } = picture;
  const soft = blur(picture, 1.1).samples;
  const before = samples.slice();
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      for (let k = 0; k < 3; k++) {
        const i = (y * width + x) * 3 + k;
        const around = [f32(before, i - 3), f32(before, i + 3), f32(before, i - width * 3), f32(before, i + width * 3), f32(before, i)];
        samples[i] = clamp(f32(before, i) + (f32(before, i) - f32(soft, i)) * amount, Math.min(...around), Math.max(...around));
      }
    }
  }
}
