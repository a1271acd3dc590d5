import { resized } from "../../edit/resize";
import { labFromRgb } from "../../raster/colour";
import { blur, Raster } from "../../raster/image";
import { f32 } from "../../raster/sample";

/** Longer side of the copy on which two pictures are matched, in pixels. */
const MATCHED_SIDE = 192;
/** Brightness is compared with what lies around it, so that a sunset finds its noon. Pixels of that copy. */
const AROUND = 9;
/** Colour counts this much beside the shape of light and dark. */
const COLOUR_WEIGHT = 3.2;

/** What two pictures are compared by: three values a pixel of a small copy, free of each picture's own exposure and tint. */
export function featuresOf(picture: Raster): Raster {
  const scale = Math.min(1, MATCHED_SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(16, Math.round(picture.width * scale));
  const height = Math.max(16, Math.round(picture.height * scale));
  const small = blur(resized(picture, width, height), 0.8);
  const count = width * height;
  const light = new Raster(width, height, 1);
  const features = new Raster(width, height, 3);
  let meanA = 0;
  let meanB = 0;
  for (let i = 0; i < count; i++) {
    const [lightness, a, b] = labFromRgb(f32(small.samples, i * 3), f32(small.samples, i * 3 + 1), f32(small.samples, i * 3 + 2));
    light.samples[i] = lightness;
    features.samples[i * 3 + 1] = a * COLOUR_WEIGHT;
    features.samples[i * 3 + 2] = b * COLOUR_WEIGHT;
    meanA += (a * COLOUR_WEIGHT) / count;
    meanB += (b * COLOUR_WEIGHT) / count;
  }
  const around = blur(light, AROUND);
  const spread = blur(
    new Raster(
      width,
      height,
      1,
      light.samples.map((value, i) => Math.abs(value - f32(around.samples, i))),
    ),
    AROUND,
  );
  for (let i = 0; i < count; i++) {
    features.samples[i * 3] = (0.16 * (f32(light.samples, i) - f32(around.samples, i))) / (f32(spread.samples, i) + 0.03);
    features.samples[i * 3 + 1] = f32(features.samples, i * 3 + 1) - meanA;
    features.samples[i * 3 + 2] = f32(features.samples, i * 3 + 2) - meanB;
  }
  return features;
}
