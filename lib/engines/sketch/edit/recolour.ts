import { labFromRgb, type Rgb, rgbFromLab } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { paletteOf } from "../raster/palette";
import { f32 } from "../raster/sample";

/** Colours looked for in a part, and squared OKLab distances in the colour plane within which, and beyond which not, it is its main one. */
const COLOURS = 5;
const SAME = 0.004;
const OTHER = 0.014;
/** With less than this share of its chroma, for its light, a pixel is of another colour. */
const FAINT = 0.2;

/**
 * What of a part is of its main colour: recoloured, a car keeps its tyres and a bottle its label. A part without a colour of its own is
 * taken whole.
 */
export function ofMainColour(picture: Raster, part: Raster): Raster {
  const members: number[] = [];
  for (let pixel = 0; pixel < part.samples.length; pixel++) if (f32(part.samples, pixel) > 0.5) members.push(pixel);
  if (members.length < 12) return part;
  const strip = new Raster(members.length, 1, 3);
  for (const [order, pixel] of members.entries())
    for (let k = 0; k < 3; k++) strip.samples[order * 3 + k] = f32(picture.samples, pixel * 3 + k);
  const swatches = paletteOf(strip, COLOURS, "main");
  const weightOf = ({ lab, share }: (typeof swatches)[number]) => share * Math.hypot(lab[1], lab[2]);
  const main = swatches.reduce((best, swatch) => (weightOf(swatch) > weightOf(best) ? swatch : best));
  if (Math.hypot(main.lab[1], main.lab[2]) < 0.05) return part;
  const own = new Raster(part.width, part.height, 1);
  for (const pixel of members) {
    const at = pixel * 3;
    const [lightness, a, b] = labFromRgb(f32(picture.samples, at), f32(picture.samples, at + 1), f32(picture.samples, at + 2));
    // In light and shade a colour loses chroma, not its hue.
    const along = (a * main.lab[1] + b * main.lab[2]) / (main.lab[1] ** 2 + main.lab[2] ** 2);
    const aside = (a - along * main.lab[1]) ** 2 + (b - along * main.lab[2]) ** 2;
    own.samples[pixel] = smooth(OTHER, SAME, aside) * smooth(FAINT, 2 * FAINT, (along * main.lab[0]) / Math.max(0.15, lightness));
  }
  const soft = blur(own, Math.max(0.5, part.width / 900));
  for (let pixel = 0; pixel < part.samples.length; pixel++) soft.samples[pixel] = f32(soft.samples, pixel) * f32(part.samples, pixel);
  return soft;
}

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
