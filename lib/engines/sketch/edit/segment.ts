import { type Lab, labDistance, labFromRgb } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { paletteOf } from "../raster/palette";
import { f32, item, u8 } from "../raster/sample";
import { cropped, padded, paperMargin } from "./frame";
import { resized } from "./resize";

/** Parts are found on a small copy: enough to tell things apart, and always quick. */
const STUDY_SIDE = 224;
const ROUNDS = 5;
const COLOURS = 6;

/** What the eye finds in a picture without knowing what it shows. Shares of each pixel, 0–1, in the picture's own size. */
export interface Study {
  /** The thing that stands out from what the border is made of. */
  readonly thing: Raster;
  /** Sky, or null where the picture has none. */
  readonly sky: Raster | null;
  /** y in pixels where the sky ends on average; a bit above the middle where there is none. */
  readonly horizon: number;
}

export function study(picture: Raster): Study {
  const scale = Math.min(1, STUDY_SIDE / Math.max(picture.width, picture.height));
  const small = blur(
    resized(picture, Math.max(8, Math.round(picture.width * scale)), Math.max(8, Math.round(picture.height * scale))),
    1.2,
  );
  const margin = paperMargin(small);
  const inner = cropped(small, margin, margin, small.width - 2 * margin, small.height - 2 * margin);
  const framed = (share: Raster) => padded(share, margin, margin, small.width, small.height);
  const innerSky = findSky(inner);
  const skySmall = innerSky === null ? null : framed(innerSky);
  const thing = framed(findThing(inner, innerSky));
  let horizon = 0;
  if (skySmall !== null) for (const share of skySmall.samples) horizon += share;
  const skyShare = skySmall === null ? 0 : horizon / skySmall.samples.length;
  return {
    thing: refined(thing, picture),
    sky: skySmall === null ? null : refined(skySmall, picture),
    horizon: Math.round(picture.height * (skySmall === null ? 0.42 : clamp(skyShare, 0.1, 0.9))),
  };
}

/** Where the picture has nearly this colour, 0–1: hue and chroma count more than light and shade. */
export function pixelsOfColour(picture: Raster, colour: Lab): Raster {
  const share = new Raster(picture.width, picture.height, 1);
  const { samples } = picture;
  for (let pixel = 0; pixel < share.samples.length; pixel++) {
    const [lightness, a, b] = labFromRgb(f32(samples, pixel * 3), f32(samples, pixel * 3 + 1), f32(samples, pixel * 3 + 2));
    const distance = Math.hypot((lightness - colour[0]) * 0.45, a - colour[1], b - colour[2]);
    share.samples[pixel] = smooth(0.16, 0.09, distance);
  }
  return blur(share, Math.max(0.6, picture.width / 700), 1);
}

/** The side at which the borders of parts are fitted to the picture; its full detail comes from the picture itself. */
const FITTED_SIDE = 448;

/** Brings a small share map to the picture's size, its borders drawn to the picture's own edges (fast guided filter, He 2015). */
function refined(share: Raster, picture: Raster): Raster {
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
function guidedFilter(guide: Raster, input: Raster, radius: number, epsilon: number): Raster {
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

function labsOf(picture: Raster): readonly Lab[] {
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
function split(picture: Raster, prior: Float32Array, locked: Int8Array): Raster {
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

/** Sky reaches down from the top edge; nothing below a clear horizon belongs to it. */
function findSky(picture: Raster): Raster | null {
  const { width, height } = picture;
  const horizon = strongestRow(picture);
  const prior = new Float32Array(width * height);
  const locked = new Int8Array(width * height);
  for (let y = 0; y < height; y++) {
    const place = smooth(0.85, 0.15, y / height);
    for (let x = 0; x < width; x++) {
      prior[y * width + x] = 0.1 + 0.85 * place;
      locked[y * width + x] = y < height * 0.04 ? 1 : y > height * 0.9 || (horizon !== null && y > horizon + 1) ? -1 : 0;
    }
  }
  const sky = connectedTo(split(picture, prior, locked), (pixel) => pixel < width * 2);
  const total = sky.samples.reduce((sum, share) => sum + share, 0) / sky.samples.length;
  if (total < 0.06 || total > 0.92) return null;
  return isSkyLike(picture, sky) ? sky : null;
}

/** Sky is calmer than what stands below it, and fills most of the top. A wall behind a vase is neither wide nor bright enough. */
function isSkyLike(picture: Raster, sky: Raster): boolean {
  const { width, height } = picture;
  const luma = picture.luma().samples;
  let top = 0;
  let busySky = 0;
  let busyRest = 0;
  let skyPixels = 0;
  let restPixels = 0;
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const pixel = y * width + x;
      const busy = Math.abs(f32(luma, pixel) - f32(luma, pixel + 1)) + Math.abs(f32(luma, pixel) - f32(luma, pixel + width));
      if (f32(sky.samples, pixel) > 0.5) {
        skyPixels++;
        busySky += busy;
        if (y < height * 0.06) top++;
      } else {
        restPixels++;
        busyRest += busy;
      }
    }
  }
  return top > 0.6 * width * height * 0.06 && busySky / Math.max(1, skyPixels) < 0.9 * (busyRest / Math.max(1, restPixels));
}

/** The row of a horizon that runs straight across, as over water, or null. */
function strongestRow(picture: Raster): number | null {
  const { width, height } = picture;
  const luma = picture.luma().samples;
  let best = 0;
  let bestRow = 0;
  let sum = 0;
  const first = Math.floor(height * 0.2);
  const last = Math.floor(height * 0.85);
  for (let y = first; y < last; y++) {
    let signed = 0;
    let plain = 0;
    for (let x = 0; x < width; x++) {
      const step = f32(luma, (y + 1) * width + x) - f32(luma, (y - 1) * width + x);
      signed += step;
      plain += Math.abs(step);
    }
    sum += plain;
    const strength = Math.abs(signed);
    if (strength > best) {
      best = strength;
      bestRow = y;
    }
  }
  return best > 2.2 * (sum / Math.max(1, last - first)) && best > width * 0.03 ? bestRow : null;
}

const CLUSTERS = 14;

/**
 * The thing a picture is of: made of colours that hardly touch the border for the area they cover (Zhu 2014), nearer the middle
 * than not, in few pieces.
 */
function findThing(picture: Raster, sky: Raster | null): Raster {
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

/** One thing from two findings of it: their pieces together, without specks, notches and holes. */
export function joined(first: Raster, second: Raster): Raster {
  const both = new Raster(first.width, first.height, 1);
  for (let i = 0; i < both.samples.length; i++) both.samples[i] = Math.max(f32(first.samples, i), f32(second.samples, i));
  return closed(largestPieces(both));
}

/** Fills notches and holes: windows belong to the car, a label to its bottle. */
function closed(share: Raster): Raster {
  const { width, height } = share;
  const reach = Math.max(2, Math.round(Math.max(width, height) * 0.035));
  const swollen = blur(share, reach, 2);
  for (let i = 0; i < swollen.samples.length; i++) swollen.samples[i] = f32(swollen.samples, i) > 0.22 ? 1 : 0;
  const shrunk = blur(swollen, reach, 2);
  const isOutside = connectedTo(
    inverted(shrunk, 0.74),
    (pixel) => pixel < width || pixel % width === 0 || pixel % width === width - 1 || pixel >= width * (height - 1),
  );
  const out = share.clone();
  for (let i = 0; i < out.samples.length; i++) out.samples[i] = Math.max(f32(out.samples, i), 1 - f32(isOutside.samples, i));
  return out;
}

function inverted(share: Raster, level: number): Raster {
  return new Raster(
    share.width,
    share.height,
    1,
    Float32Array.from(share.samples, (value) => (value > level ? 0 : 1)),
  );
}

/** Keeps only what hangs together with the pixels `isStart` names. */
function connectedTo(share: Raster, isStart: (pixel: number) => boolean): Raster {
  const labels = piecesOf(share);
  const kept = new Set<number>();
  for (let pixel = 0; pixel < labels.length; pixel++) if (isStart(pixel) && (labels[pixel] ?? 0) > 0) kept.add(labels[pixel] ?? 0);
  return onlyPieces(share, labels, kept);
}

/** The piece with the most weight near the middle, and others of at least a quarter of it. */
function largestPieces(share: Raster): Raster {
  const { width, height } = share;
  const labels = piecesOf(share);
  const weights = new Map<number, number>();
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const label = labels[pixel] ?? 0;
    if (label === 0) continue;
    const x = (pixel % width) / width - 0.5;
    const y = Math.floor(pixel / width) / height - 0.5;
    weights.set(label, (weights.get(label) ?? 0) + Math.exp(-(x * x + y * y) / 0.12));
  }
  const greatest = Math.max(0, ...weights.values());
  return onlyPieces(share, labels, new Set([...weights].filter(([, weight]) => weight >= 0.25 * greatest).map(([label]) => label)));
}

function onlyPieces(share: Raster, labels: Int32Array, kept: ReadonlySet<number>): Raster {
  const out = share.clone();
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const label = labels[pixel] ?? 0;
    if (label > 0 && !kept.has(label)) out.samples[pixel] = 0;
  }
  return out;
}

/** A number for each connected piece of share ≥ 0.5, from 1; 0 elsewhere. */
function piecesOf(share: Raster): Int32Array {
  const { width, height, samples } = share;
  const labels = new Int32Array(width * height);
  const isIn = Uint8Array.from(samples, (value) => (value >= 0.5 ? 1 : 0));
  let label = 0;
  for (let start = 0; start < labels.length; start++) {
    if (u8(isIn, start) === 0 || labels[start] !== 0) continue;
    labels[start] = ++label;
    const queue = [start];
    for (let pixel = queue.pop(); pixel !== undefined; pixel = queue.pop()) {
      const x = pixel % width;
      for (const next of [x > 0 ? pixel - 1 : -1, x < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width]) {
        if (next < 0 || next >= labels.length || u8(isIn, next) === 0 || labels[next] !== 0) continue;
        labels[next] = label;
        queue.push(next);
      }
    }
  }
  return labels;
}
