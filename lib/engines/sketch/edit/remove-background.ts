import type { Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { f32, u8 } from "../raster/sample";
import { matteFromBorder } from "../references/matte";
import { joined } from "./pieces";
import { EditRefusal } from "./refusal";
import type { Study } from "./segment";

/** Opacity 0–255 of each pixel once the background is gone. Where a plain background can be grown in from the border, that is surer. */
export function opacityWithoutBackground(picture: Raster, study: Study, alpha: Uint8Array | null): Uint8Array {
  const plain = matteFromBorder(picture);
  const share = plain === null ? study.thing : joined(plain, study.thing);
  const opacity = new Uint8Array(share.samples.length);
  let kept = 0;
  for (let pixel = 0; pixel < opacity.length; pixel++) {
    const own = alpha === null ? 255 : u8(alpha, pixel);
    opacity[pixel] = Math.round(clamp(f32(share.samples, pixel)) * own);
    if (u8(opacity, pixel) > 127) kept++;
  }
  if (kept < opacity.length * 0.002)
    throw new EditRefusal("Nothing stands out from the background of this picture. Mark the thing to keep with a mask.");
  return opacity;
}
