import { labFromRgb, type Rgb, rgbFromLab } from "../raster/colour";
import { Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { f32 } from "../raster/sample";

/** Gives the part (shares 0–1) another colour and leaves its light and shade: a red thing in blue keeps its folds. */
export function recolour(picture: Raster, part: Raster, colour: Rgb): Raster {
  const [goalL, goalA, goalB] = labFromRgb(...colour);
  let lightnessSum = 0;
  let shares = 0;
  for (let pixel = 0; pixel < part.samples.length; pixel++) {
    const share = f32(part.samples, pixel);
    if (share < 0.3) continue;
    lightnessSum +=
      share * labFromRgb(f32(picture.samples, pixel * 3), f32(picture.samples, pixel * 3 + 1), f32(picture.samples, pixel * 3 + 2))[0];
    shares += share;
  }
  const mean = lightnessSum / Math.max(1e-6, shares);
  const out = new Raster(picture.width, picture.height, 3, picture.samples.slice());
  for (let pixel = 0; pixel < part.samples.length; pixel++) {
    const share = f32(part.samples, pixel);
    if (share < 0.004) continue;
    const at = pixel * 3;
    const [r, g, b] = [f32(picture.samples, at), f32(picture.samples, at + 1), f32(picture.samples, at + 2)];
    const [lightness] = labFromRgb(r, g, b);
    const lit = clamp(lightness + (goalL - mean) * 0.75, 0.03, 0.985);
    // Highlights and deep shade keep less of the colour, as paint does.
    const hold = clamp(1 - Math.abs(lit - goalL) ** 1.5 * 1.6, 0.25, 1);
    const [red, green, blue] = rgbFromLab(lit, goalA * hold, goalB * hold);
    out.samples[at] = mix(r, red, share);
    out.samples[at + 1] = mix(g, green, share);
    out.samples[at + 2] = mix(b, blue, share);
  }
  return out;
}
