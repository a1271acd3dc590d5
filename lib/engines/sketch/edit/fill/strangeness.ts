import { rgbFromLab } from "../../raster/colour";
import { Raster } from "../../raster/image";
import { paletteOf } from "../../raster/palette";
import { f32, u8 } from "../../raster/sample";
import type { Level } from "./hole-pyramid";
import { grown, REACH } from "./patch-field";

/** A strip around the hole this wide, as a share of the shorter side, shows of what colours it is filled. */
const STRIP = 0.05;
const COLOURS = 8;
/** A mean squared difference from the nearest of those up to this is grain; beyond it weighs so much, up to the most that anything is strange. */
const GRAIN = 0.006;
const WEIGHT = 8;
const MOST = 0.12;

/** For each pixel what it costs to take it into a hole around which its colour is not to be seen: a face does not fill a gap in a wall. */
export function strangenessOf({ picture, hole, unwanted }: Level): Float32Array {
  const { width, height, samples } = picture;
  const near = grown(hole, width, height, REACH + Math.ceil(STRIP * Math.min(width, height)));
  const members: number[] = [];
  for (let pixel = 0; pixel < hole.length; pixel++)
    if (u8(near, pixel) === 1 && u8(hole, pixel) === 0 && u8(unwanted, pixel) === 0) members.push(pixel);
  const strangeness = new Float32Array(hole.length);
  if (members.length < COLOURS) return strangeness;
  const strip = new Raster(members.length, 1, 3);
  for (const [order, pixel] of members.entries()) for (let k = 0; k < 3; k++) strip.samples[order * 3 + k] = f32(samples, pixel * 3 + k);
  const usual = paletteOf(strip, COLOURS, "around", 5).map(({ lab }) => rgbFromLab(...lab));
  for (let pixel = 0; pixel < hole.length; pixel++) {
    const [red, green, blue] = [f32(samples, pixel * 3), f32(samples, pixel * 3 + 1), f32(samples, pixel * 3 + 2)];
    let least = Number.POSITIVE_INFINITY;
    for (const [r, g, b] of usual) least = Math.min(least, ((red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2) / 3);
    strangeness[pixel] = Math.min(MOST, WEIGHT * Math.max(0, least - GRAIN));
  }
  return strangeness;
}
