import { mixRgb } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { f32, u8 } from "../raster/sample";
import { ID, type Stage } from "./stage";

/** How much of its own colour a thing keeps with the light behind it. */
const KEPT = { rim: 0.34, silhouette: 0.05 } as const;

/** Light from behind the things: their bodies dark, the air around them bright, and for a rim their upper edges alight. */
export function paintBacklight(stage: Stage): void {
  const { backlight } = stage.spec;
  if (backlight === undefined) return;
  const { width, height, ids, unit, light, image } = stage;
  const mask = new Raster(width, height, 1);
  for (let pixel = 0; pixel < ids.length; pixel++) if (u8(ids, pixel) >= ID.SUBJECT) mask.samples[pixel] = 1;
  const near = blur(mask, Math.max(1.2, 13 * unit), 2).samples;
  const far = blur(mask, Math.max(3, 56 * unit), 2).samples;
  const shade = mixRgb(light.ambient, [0.03, 0.02, 0.06], 0.8);
  const edge = mixRgb(light.sun, [1, 1, 1], 0.4);
  const glow = mixRgb(light.sun, light.horizon, 0.3);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if (u8(ids, pixel) < ID.SUBJECT) {
        const around = f32(far, pixel) * 0.5;
        if (around > 0.004) stage.blend(pixel, glow[0], glow[1], glow[2], around * (0.5 + 0.5 * light.strength));
        continue;
      }
      const at = pixel * 3;
      const own = KEPT[backlight] * (0.5 + f32(image.samples, at + 1));
      stage.blend(pixel, shade[0], shade[1], shade[2], clamp(1 - own));
      if (backlight === "silhouette") continue;
      const facesUp = clamp(0.55 + (f32(near, below + x) - f32(near, above + x)) * 5);
      const rim = smooth(0.97, 0.6, f32(near, pixel)) * facesUp;
      stage.blend(pixel, edge[0], edge[1], edge[2], rim);
    }
  }
}
