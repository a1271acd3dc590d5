import type { ReferenceRole } from "@/lib/domain/prompt/recipe";
import { type Lab, labDistance, labFromRgb } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { f32 } from "../raster/sample";
import type { Sprite } from "../subjects/sprite";
import { UnfitRequest } from "../unfit-request";
import type { DecodedReference } from "./decode";
import { edgeSupport, isSupported } from "./edge-support";

/**
 * Cuts the thing out of its picture: by `known` where its scene says what stands where, else by its own transparency, else by
 * growing the background inwards from the border while the colour stays near that of the border.
 * Throws `UnfitRequest` with a sentence where nothing of this finds an outline that the picture has.
 */
export function cutOut(reference: DecodedReference, known: Raster | null, role: ReferenceRole): Sprite {
  const { colours } = reference;
  if (known !== null) return cropToContent(colours, known);
  if (reference.hasAlpha && !isOpaque(reference.alpha)) return cropToContent(colours, reference.alpha);
  const plain = plainMatte(colours);
  if (plain === null)
    throw new UnfitRequest(
      `The ${role} reference does not stand apart from its background. Use a picture before a plain background, or one whose background is removed.`,
    );
  return cropToContent(colours, plain);
}

function isOpaque(alpha: Raster): boolean {
  return alpha.samples.every((sample) => sample > 0.98);
}

function labAt(colours: Raster, pixel: number): Lab {
  return labFromRgb(f32(colours.samples, pixel * 3), f32(colours.samples, pixel * 3 + 1), f32(colours.samples, pixel * 3 + 2));
}

/** Squared OKLab distance between neighbours, and to the border's own colour, at which the background ends. */
const STEP = 0.0012;
const TOTAL = 0.035;

/** The outline of what stands before a plain background, also of a bust that the lower edge cuts off; null where there is none. */
export function plainMatte(colours: Raster): Raster | null {
  const whole = supported(matteFromBorder(colours, false), colours, 0);
  const bust = supported(matteFromBorder(colours, true), colours, LEAST_CUT_OFF);
  if (whole === null || bust === null) return whole?.matte ?? bust?.matte ?? null;
  // A background that ran in through the clothes leaves scraps of a face.
  return whole.area < bust.area * 0.5 ? bust.matte : whole.matte;
}

/** Share of the border that a bust covers at least. */
const LEAST_CUT_OFF = 0.06;

function supported(matte: Raster | null, colours: Raster, leastOnBorder: number): { readonly matte: Raster; readonly area: number } | null {
  if (matte === null) return null;
  const support = edgeSupport(matte, colours);
  return isSupported(support) && support.onBorder >= leastOnBorder ? { matte, area: support.area } : null;
}

/** A backdrop behind a head is lit from one side, and grey hair differs from it in hue alone. */
const TOTAL_OF_BUST = 0.008;

function hueDistance(p: Lab, q: Lab): number {
  return 0.15 * (p[0] - q[0]) ** 2 + 3 * ((p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2);
}

/** How near a pixel of the lower edge is to one of the other edges to be background as they are. Squared OKLab distance. */
const SAME_GROUND = 0.006;

/** Whether the lower edge is at each x what the upper edge and the sides are, too. */
function groundBelow(soft: Raster): (x: number) => boolean {
  const { width, height } = soft;
  const known: Lab[] = [];
  const step = Math.max(1, Math.round(width / 40));
  for (let x = 0; x < width; x += step) known.push(labAt(soft, x));
  for (let y = 0; y < height * 0.6; y += step) known.push(labAt(soft, y * width), labAt(soft, y * width + width - 1));
  return (x) => {
    const own = labAt(soft, (height - 1) * width + x);
    return known.some((other) => labDistance(own, other) < SAME_GROUND);
  };
}

/**
 * Opacity once a plain background has been grown in from the border, or null where there is no plain background. A bust is cut off
 * by the lower edge: there, and low down at the sides, only what the other edges show is background.
 */
function matteFromBorder(colours: Raster, isBust: boolean): Raster | null {
  const { width, height } = colours;
  const soft = blur(colours, Math.max(0.6, width / 400));
  const isBackground = new Uint8Array(width * height);
  const queue: number[] = [];
  const origin = new Int32Array(width * height);
  const start = (pixel: number) => {
    if (isBackground[pixel] === 1) return;
    isBackground[pixel] = 1;
    origin[pixel] = pixel;
    queue.push(pixel);
  };
  const isGround = isBust ? groundBelow(soft) : () => true;
  for (let x = 0; x < width; x++) {
    start(x);
    if (isGround(x)) start((height - 1) * width + x);
  }
  for (let y = 0; y < height * (isBust ? 0.6 : 1); y++) {
    start(y * width);
    start(y * width + width - 1);
  }
  for (let head = 0; head < queue.length; head++) {
    const pixel = queue[head] ?? 0;
    const own = labAt(soft, pixel);
    const border = labAt(soft, origin[pixel] ?? pixel);
    const x = pixel % width;
    for (const next of [x > 0 ? pixel - 1 : -1, x < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width]) {
      if (next < 0 || next >= width * height || isBackground[next] === 1) continue;
      const colour = labAt(soft, next);
      const isFar = isBust ? hueDistance(colour, border) > TOTAL_OF_BUST : labDistance(colour, border) > TOTAL;
      if (labDistance(colour, own) > STEP || isFar) continue;
      isBackground[next] = 1;
      origin[next] = origin[pixel] ?? pixel;
      queue.push(next);
    }
  }
  const kept = isBackground.reduce((sum, flag) => sum + (flag === 0 ? 1 : 0), 0);
  const alpha = new Raster(width, height, 1);
  const isPlain = kept > width * height * 0.01 && queue.length > width * height * 0.12;
  if (!isPlain) return null;
  for (let i = 0; i < alpha.samples.length; i++) alpha.samples[i] = 1 - (isBackground[i] ?? 0);
  const feathered = blur(alpha, Math.max(0.5, width / 500), 1);
  for (let i = 0; i < feathered.samples.length; i++) feathered.samples[i] = smooth(0.35, 0.75, f32(feathered.samples, i));
  return feathered;
}

function cropToContent(colours: Raster, alpha: Raster): Sprite {
  const { width, height } = colours;
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (f32(alpha.samples, y * width + x) < 0.3) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < left || bottom < top) return { pixels: new Uint8Array(4), width: 1, height: 1, footRows: 0 };
  const cropWidth = right - left + 1;
  const cropHeight = bottom - top + 1;
  const pixels = new Uint8Array(cropWidth * cropHeight * 4);
  for (let y = 0; y < cropHeight; y++) {
    for (let x = 0; x < cropWidth; x++) {
      const from = (top + y) * width + left + x;
      const to = (y * cropWidth + x) * 4;
      for (let k = 0; k < 3; k++) pixels[to + k] = clamp(f32(colours.samples, from * 3 + k) * 255 + 0.5, 0, 255);
      pixels[to + 3] = clamp(f32(alpha.samples, from) * 255 + 0.5, 0, 255);
    }
  }
  return { pixels, width: cropWidth, height: cropHeight, footRows: 0 };
}
