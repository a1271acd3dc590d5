import { labDistance, labFromRgb, mixRgb } from "../raster/colour";
import { blur, type Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { paletteOf } from "../raster/palette";
import { f32, u8 } from "../raster/sample";
import { ID, type Stage } from "../scene/stage";
import { cropped } from "./frame";

/** The lowest part of a picture, as a share of its height, shows what the ground is made of, in so many colours. */
const LOWEST = 0.14;
const GROUND_COLOURS = 3;
/** OKLab distance within which something below the horizon is of the same making as the ground, and beyond which it is not. */
const SAME = 0.06;
const OTHER = 0.11;
/** Mean difference from what lies around, in brightness, from which the ground is plain, and from which it is a thing with edges. */
const PLAIN = 0.03;
const SHAPED = 0.075;
/** Depth of the snow on what stands against the sky, in units. */
const ON_TOP = 26;

/** Lays snow on the ground of a picture of unknown making, and on the tops of what stands against its sky. Things keep theirs. */
export function laySnow(stage: Stage, picture: Raster): void {
  const { width, height, ids, image, light, horizon, unit } = stage;
  const lowest = Math.max(1, Math.round(height * LOWEST));
  const colours = paletteOf(
    cropped(picture, Math.round(width * 0.3), height - lowest, Math.round(width * 0.4), lowest),
    GROUND_COLOURS,
    "ground",
  ).map(({ lab }) => lab);
  const soft = blur(picture, Math.max(0.8, 3 * unit)).samples;
  const detail = detailOf(picture, unit);
  const bright = 0.4 + 0.58 * light.strength;
  const snow = mixRgb([bright, bright, bright * 1.02], light.ambient, 0.1);
  const onTop = Math.max(2, ON_TOP * unit);
  for (let x = 0; x < width; x++) {
    let skyEnds = -1;
    for (let y = 0; y < height; y++) {
      const pixel = y * width + x;
      const id = u8(ids, pixel);
      if (id === ID.SKY) skyEnds = y;
      if (id !== ID.GROUND) continue;
      const at = pixel * 3;
      const own = labFromRgb(f32(soft, at), f32(soft, at + 1), f32(soft, at + 2));
      const unlike = Math.sqrt(Math.min(...colours.map((colour) => labDistance(own, colour, 2.5))));
      const isPlain = smooth(SHAPED, PLAIN, f32(detail, pixel));
      const lies = isPlain * smooth(horizon - 0.02 * height, horizon + 0.05 * height, y) * smooth(OTHER, SAME, unlike);
      const above = skyEnds < 0 ? 0 : smooth(onTop, 0.4 * onTop, y - skyEnds);
      // What was dark stays a little darker, so that paths and furrows are still read under it.
      const relief = 0.8 + 0.34 * f32(image.samples, at + 1);
      stage.blend(pixel, clamp(snow[0] * relief), clamp(snow[1] * relief), clamp(snow[2] * relief), 0.74 * Math.max(lies, above));
    }
  }
}

/** How much brightness differs around each pixel. */
function detailOf(picture: Raster, unit: number): Float32Array {
  const luma = picture.luma();
  const around = blur(luma, Math.max(1, 24 * unit)).samples;
  for (let i = 0; i < luma.samples.length; i++) luma.samples[i] = Math.abs(f32(luma.samples, i) - f32(around, i));
  return blur(luma, Math.max(1, 24 * unit)).samples;
}
