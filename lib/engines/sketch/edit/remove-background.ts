import { clamp } from "../raster/maths";
import { f32, u8 } from "../raster/sample";
import { EditRefusal } from "./refusal";
import type { Study } from "./segment";

/** Opacity 0–255 of each pixel once the background is gone. Throws `EditRefusal` where no clear outline was found. */
export function opacityWithoutBackground({ thing, isThingClear }: Study, alpha: Uint8Array | null): Uint8Array {
  const opacity = new Uint8Array(thing.samples.length);
  let kept = 0;
  for (let pixel = 0; pixel < opacity.length; pixel++) {
    const own = alpha === null ? 255 : u8(alpha, pixel);
    opacity[pixel] = Math.round(clamp(f32(thing.samples, pixel)) * own);
    if (u8(opacity, pixel) > 127) kept++;
  }
  if (!isThingClear || kept < opacity.length * 0.0005)
    throw new EditRefusal("Nothing stands clearly apart from the background of this picture. Mark the thing to keep with a mask.");
  return opacity;
}
