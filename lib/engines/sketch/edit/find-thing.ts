import { type Lab, labDistance } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { mix, smooth } from "../raster/maths";
import { paletteOf } from "../raster/palette";
import { f32, item } from "../raster/sample";
import { labsOf, split } from "./colour-split";
import { closed, largestPieces } from "./pieces";

const CLUSTERS = 14;

/**
 * The thing a picture is of: made of colours that hardly touch the border for the area they cover (Zhu 2014), nearer the middle
 * than not, in few pieces.
 */
export function findThing(picture: Raster, sky: Raster | null): Raster {
  const { width, height } = picture;
  const labs = labsOf(picture);
  const palette = paletteOf(picture, CLUSTERS, "thing", 8).map((swatch) => swatch.lab);
  const cluster = labs.map((lab) => nearestOf(palette, lab));
  const rim = Math.max(2, Math.round(Math.min(width, height) * 0.03));
  const areas = new Float32Array(CLUSTERS);
  const onBorder = new Float32Array(CLUSTERS);
  const toEdge = (pixel: number) => {
    const x = pixel % width;
    const y = (pixel - x) / width;
    return Math.min(x, width - 1 - x, y, height - 1 - y);
  };
  for (const [pixel, own] of cluster.entries()) {
    areas[own] = f32(areas, own) + 1;
    if (toEdge(pixel) < rim) onBorder[own] = f32(onBorder, own) + 1 / rim;
  }
  const standsOut = Float32Array.from(areas, (area, own) => {
    const connection = f32(onBorder, own) / Math.sqrt(Math.max(1, area));
    return Math.exp(-(connection * connection) / 0.5);
  });
  const raw = new Raster(width, height, 1);
  for (let pixel = 0; pixel < labs.length; pixel++) {
    const x = (pixel % width) / width - 0.5;
    const y = Math.floor(pixel / width) / height - 0.54;
    const middle = Math.exp(-(x * x + y * y) / 0.1);
    raw.samples[pixel] =
      f32(standsOut, item(cluster, pixel)) * (0.3 + 0.7 * middle) * (sky === null ? 1 : 1 - 0.6 * f32(sky.samples, pixel));
  }
  const smoothed = blur(raw, 2).samples;
  const greatest = smoothed.reduce((most, value) => Math.max(most, value), 1e-6);
  const prior = Float32Array.from(smoothed, (value) => mix(0.04, 0.96, smooth(0.25, 0.7, value / greatest)));
  const locked = new Int8Array(width * height);
  for (let pixel = 0; pixel < locked.length; pixel++)
    locked[pixel] = toEdge(pixel) < rim && Math.floor(pixel / width) < height - rim ? -1 : 0;
  return closed(largestPieces(split(picture, prior, locked)));
}

function nearestOf(palette: readonly Lab[], colour: Lab): number {
  let best = 0;
  for (let k = 1; k < palette.length; k++) if (labDistance(item(palette, k), colour) < labDistance(item(palette, best), colour)) best = k;
  return best;
}
