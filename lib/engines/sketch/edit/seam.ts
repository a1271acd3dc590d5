import { blur, Raster } from "../raster/image";
import { f32, u8 } from "../raster/sample";

/**
 * Takes the step in tone out of the border between a filled hole and the picture, in place: the difference of the two sides,
 * measured over `reach` pixels, is laid over the hole and dies away from the border. Pixels outside the hole are not touched.
 */
export function closeSeam(filled: Raster, hole: Uint8Array, reach: number): void {
  const { width, height, samples } = filled;
  const inside = new Raster(width, height, 1);
  const insideColour = new Raster(width, height, 3);
  const outside = new Raster(width, height, 1);
  const outsideColour = new Raster(width, height, 3);
  for (let pixel = 0; pixel < hole.length; pixel++) {
    const isHole = u8(hole, pixel) === 1;
    (isHole ? inside : outside).samples[pixel] = 1;
    const colour = isHole ? insideColour : outsideColour;
    for (let k = 0; k < 3; k++) colour.samples[pixel * 3 + k] = f32(samples, pixel * 3 + k);
  }
  const insideShare = blur(inside, reach).samples;
  const insideMean = blur(insideColour, reach).samples;
  const outsideShare = blur(outside, reach).samples;
  const outsideMean = blur(outsideColour, reach).samples;
  const steps = new Raster(width, height, 3);
  const weights = new Raster(width, height, 1);
  for (let pixel = 0; pixel < hole.length; pixel++) {
    const own = f32(insideShare, pixel);
    const other = f32(outsideShare, pixel);
    if (u8(hole, pixel) === 0 || own < 0.02 || other < 0.02) continue;
    const weight = other * 2;
    weights.samples[pixel] = weight;
    for (let k = 0; k < 3; k++)
      steps.samples[pixel * 3 + k] = weight * (f32(outsideMean, pixel * 3 + k) / other - f32(insideMean, pixel * 3 + k) / own);
  }
  const spread = blur(steps, reach * 3).samples;
  const spreadWeights = blur(weights, reach * 3).samples;
  for (let pixel = 0; pixel < hole.length; pixel++) {
    if (u8(hole, pixel) === 0) continue;
    const share = 1 / (f32(spreadWeights, pixel) + 0.12);
    for (let k = 0; k < 3; k++) samples[pixel * 3 + k] = f32(samples, pixel * 3 + k) + f32(spread, pixel * 3 + k) * share;
  }
}
