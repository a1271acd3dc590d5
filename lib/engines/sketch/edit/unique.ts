import { blur, Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { f32 } from "../raster/sample";
import type { Study } from "./segment";

/** By how much brighter than the sky around it a sun or moon is. */
const OUTSHINES = 0.06;

/** What a picture holds once, as shares 0–1: the thing it is of, mirror images, and the sun or moon with its nearest glow. */
export function uniqueIn(picture: Raster, { thing, sky, once }: Study): Raster {
  const unique = thing.clone();
  const other = once ?? (sky === null ? null : lightsIn(picture, sky));
  if (other !== null)
    for (let i = 0; i < unique.samples.length; i++) unique.samples[i] = Math.max(f32(thing.samples, i), f32(other.samples, i));
  return unique;
}

function lightsIn(picture: Raster, sky: Raster): Raster {
  const { width, height } = picture;
  const side = Math.min(width, height);
  const luma = blur(picture.luma(), Math.max(0.6, side / 256));
  const around = blur(luma, side / 8).samples;
  const found = new Raster(width, height, 1);
  for (let i = 0; i < found.samples.length; i++)
    found.samples[i] = f32(sky.samples, i) * smooth(OUTSHINES, 2 * OUTSHINES, f32(luma.samples, i) - f32(around, i));
  const grown = blur(found, side / 40);
  for (let i = 0; i < grown.samples.length; i++) grown.samples[i] = clamp(f32(grown.samples, i) * 4);
  return grown;
}
