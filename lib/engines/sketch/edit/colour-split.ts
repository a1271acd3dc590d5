import { type Lab, labDistance, labFromRgb } from "../raster/colour";
import { Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { paletteOf } from "../raster/palette";
import { f32, item } from "../raster/sample";
import { guidedFilter } from "./guided-filter";

const ROUNDS = 5;
const COLOURS = 6;

export function labsOf(picture: Raster): readonly Lab[] {
  const { samples } = picture;
  return Array.from({ length: picture.width * picture.height }, (_, pixel) =>
    labFromRgb(f32(samples, pixel * 3), f32(samples, pixel * 3 + 1), f32(samples, pixel * 3 + 2)),
  );
}

/** Colours of the pixels that `isMember` accepts, or null when there are too few to speak of. */
function coloursWhere(picture: Raster, isMember: (pixel: number) => boolean): readonly Lab[] | null {
  const members: number[] = [];
  for (let pixel = 0; pixel < picture.width * picture.height; pixel++) if (isMember(pixel)) members.push(pixel);
  if (members.length < 12) return null;
  const strip = new Raster(members.length, 1, 3);
  for (const [order, pixel] of members.entries())
    for (let k = 0; k < 3; k++) strip.samples[order * 3 + k] = f32(picture.samples, pixel * 3 + k);
  return paletteOf(strip, COLOURS, "segment", 6)
    .filter((swatch) => swatch.share > 0.01)
    .map((swatch) => swatch.lab);
}

function distanceTo(colours: readonly Lab[], colour: Lab): number {
  let least = Number.POSITIVE_INFINITY;
  for (const own of colours) least = Math.min(least, labDistance(own, colour));
  return least;
}

/**
 * Splits a picture in two by turns: colour models of both sides from the present split, then a new split from the models, the
 * prior of the place and the neighbourhood (the idea of GrabCut, with an edge-aware filter in place of the graph cut).
 * `locked` is −1 where a pixel never belongs, 1 where it always does, else 0.
 */
export function split(picture: Raster, prior: Float32Array, locked: Int8Array): Raster {
  const { width, height } = picture;
  const labs = labsOf(picture);
  const luma = picture.luma();
  let share = new Raster(width, height, 1, prior.slice());
  for (let round = 0; round < ROUNDS; round++) {
    const current = share.samples;
    const own = coloursWhere(picture, (pixel) => f32(current, pixel) > 0.6);
    const other = coloursWhere(picture, (pixel) => f32(current, pixel) < 0.4);
    if (own === null || other === null) return share;
    const next = new Raster(width, height, 1);
    for (let pixel = 0; pixel < labs.length; pixel++) {
      const lock = locked[pixel] ?? 0;
      if (lock !== 0) {
        next.samples[pixel] = lock > 0 ? 1 : 0;
        continue;
      }
      const lab = item(labs, pixel);
      const evidence = (distanceTo(other, lab) - distanceTo(own, lab)) / 0.006;
      const place = Math.log((f32(prior, pixel) + 0.05) / (1.05 - f32(prior, pixel)));
      next.samples[pixel] = 1 / (1 + Math.exp(-clamp(evidence, -4, 4) - place));
    }
    share = guidedFilter(luma, next, 3, 1e-3);
  }
  return share;
}
