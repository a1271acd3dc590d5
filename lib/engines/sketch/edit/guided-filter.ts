import { blur, Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { f32 } from "../raster/sample";
import { resized } from "./resize";

/** The side at which the borders of parts are fitted to the picture; its full detail comes from the picture itself. */
const FITTED_SIDE = 448;

/** Brings a small share map to the picture's size, its borders drawn to the picture's own edges (fast guided filter, He 2015). */
export function refined(share: Raster, picture: Raster): Raster {
  const { width, height } = picture;
  const luma = picture.luma();
  const scale = Math.min(1, FITTED_SIDE / Math.max(width, height));
  const fittedWidth = Math.max(2, Math.round(width * scale));
  const fittedHeight = Math.max(2, Math.round(height * scale));
  const radius = Math.max(2, Math.max(fittedWidth, fittedHeight) / 128);
  const guide = resized(luma, fittedWidth, fittedHeight);
  const lines = linesThrough(guide, resized(share, fittedWidth, fittedHeight), radius, 2e-3);
  const slopes = resized(lines.slopes, width, height).samples;
  const offsets = resized(lines.offsets, width, height).samples;
  const fine = new Raster(width, height, 1);
  for (let i = 0; i < fine.samples.length; i++) fine.samples[i] = smooth(0.3, 0.7, f32(slopes, i) * f32(luma.samples, i) + f32(offsets, i));
  return fine;
}

/** Smooths `input` without crossing the edges of `guide` (He 2013). Both have one channel. */
export function guidedFilter(guide: Raster, input: Raster, radius: number, epsilon: number): Raster {
  const { slopes, offsets } = linesThrough(guide, input, radius, epsilon);
  const out = new Raster(guide.width, guide.height, 1);
  for (let i = 0; i < out.samples.length; i++)
    out.samples[i] = clamp(f32(slopes.samples, i) * f32(guide.samples, i) + f32(offsets.samples, i));
  return out;
}

/** For each pixel the line that best gives `input` from `guide` around it. */
function linesThrough(
  guide: Raster,
  input: Raster,
  radius: number,
  epsilon: number,
): { readonly slopes: Raster; readonly offsets: Raster } {
  const { width, height } = guide;
  const count = width * height;
  const squares = new Raster(width, height, 1);
  const products = new Raster(width, height, 1);
  for (let i = 0; i < count; i++) {
    squares.samples[i] = f32(guide.samples, i) ** 2;
    products.samples[i] = f32(guide.samples, i) * f32(input.samples, i);
  }
  const meanGuide = blur(guide, radius, 1).samples;
  const meanInput = blur(input, radius, 1).samples;
  const meanSquare = blur(squares, radius, 1).samples;
  const meanProduct = blur(products, radius, 1).samples;
  for (let i = 0; i < count; i++) {
    const variance = f32(meanSquare, i) - f32(meanGuide, i) ** 2;
    const slope = (f32(meanProduct, i) - f32(meanGuide, i) * f32(meanInput, i)) / (variance + epsilon);
    squares.samples[i] = slope;
    products.samples[i] = f32(meanInput, i) - slope * f32(meanGuide, i);
  }
  return { slopes: blur(squares, radius, 1), offsets: blur(products, radius, 1) };
}
