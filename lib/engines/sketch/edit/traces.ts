import { type Lab, labDistance, labFromRgb } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { paletteOf } from "../raster/palette";
import { f32, u8 } from "../raster/sample";
import type { Stage } from "../scene/stage";

/** A difference of a channel that the eye sees. */
const SEEN = 0.02;
/** Media carry paint over an outline by this much, in units. */
const STRAY = 6;

/** The mask with all that a thing under it left elsewhere: where the scene with it and the one without it differ. */
export function withKnownTraces(mask: Raster, before: Stage, after: Stage): Raster {
  const changed = new Raster(mask.width, mask.height, 1);
  for (let pixel = 0; pixel < changed.samples.length; pixel++) {
    let most = 0;
    for (let i = pixel * 3; i < pixel * 3 + 3; i++)
      most = Math.max(most, Math.abs(f32(before.image.samples, i) - f32(after.image.samples, i)));
    changed.samples[pixel] = most > SEEN ? 1 : 0;
  }
  return joined(mask, blur(changed, STRAY * before.unit + 0.6), 6);
}

/** How far below its foot a mirror image reaches, and how far beside it and up from it a shadow, as shares of the mask's height and width. */
const MIRRORED = 1.15;
const BESIDE = 0.35;
const ABOVE = 0.12;
/** A shadow is by this much darker than the rest of its row, and changes the colour by no more than that (OKLab). */
const DARKER = 0.045;
const SAME_HUE = 0.13;
/** A mirror image is unlike its row (squared OKLab distance), and so much liker what it mirrors. */
const UNLIKE = 0.003;
const LIKER = 0.9;
/** Traces begin within this share of the thing's height. */
const GAP = 0.05;
/** More of the ground than this is no trace: the ground is uneven. */
const MOST = 0.65;

/**
 * The mask with the shadow and the mirror image that its thing seems to have: what hangs together with its foot and is unlike the rest of its row.
 * Nothing is added where the ground is too uneven to tell.
 */
export function withSeenTraces(mask: Raster, picture: Raster): Raster {
  const { width, height } = picture;
  const box = boxOf(mask);
  if (box === null) return mask;
  const across = box.right - box.left + 1;
  const down = box.bottom - box.top + 1;
  const left = Math.max(0, Math.round(box.left - across * BESIDE));
  const right = Math.min(width - 1, Math.round(box.right + across * BESIDE));
  const top = Math.max(0, Math.round(box.bottom - down * ABOVE));
  const bottom = Math.min(height - 1, Math.round(box.bottom + down * MIRRORED));
  const labs = (pixel: number) =>
    labFromRgb(f32(soft.samples, pixel * 3), f32(soft.samples, pixel * 3 + 1), f32(soft.samples, pixel * 3 + 2));
  const soft = blur(picture, Math.max(0.8, Math.min(width, height) / 200));
  // A bright line of water or a rim of the mask may part a thing from its mirror image.
  const near = blur(mask, Math.max(1.5, down * GAP)).samples;
  const isTrace = new Uint8Array(width * height);
  const queue: number[] = [];
  const rows = new Map<number, Lab>();
  for (let y = top; y <= bottom; y++) {
    const usual = usualColour(soft, mask, y, left, right);
    if (usual !== null) rows.set(y, usual);
    for (let x = left; x <= right; x++) if (f32(near, y * width + x) > 0.02) queue.push(y * width + x);
  }
  const thing = coloursUnder(mask, soft);
  let found = 0;
  for (let pixel = queue.pop(); pixel !== undefined; pixel = queue.pop()) {
    for (const next of [pixel - 1, pixel + 1, pixel - width, pixel + width]) {
      const y = Math.floor(next / width);
      const x = next - y * width;
      const usual = rows.get(y);
      if (usual === undefined || x < left || x > right || u8(isTrace, next) === 1 || f32(mask.samples, next) > 0.5) continue;
      const own = labs(next);
      const over = (2 * box.bottom - y) * width + x;
      // Waves shift and squeeze a mirror image: under the thing any of its colours is one of it.
      const isUnder = y > box.bottom - down * ABOVE && x >= box.left && x <= box.right;
      const isMirrored =
        (y > box.bottom && over >= 0 && f32(mask.samples, over) > 0.5 && isLike(own, labs(over), usual)) ||
        (isUnder && thing.some((colour) => isOfHue(own, colour, usual)));
      if (!isMirrored && !isShaded(own, usual)) continue;
      isTrace[next] = 1;
      found++;
      queue.push(next);
    }
  }
  if (found === 0 || found > MOST * (right - left + 1) * (bottom - top + 1)) return mask;
  const traces = new Raster(width, height, 1, Float32Array.from(isTrace));
  return joined(mask, blur(traces, Math.max(1.2, Math.min(width, height) / 120)), 5);
}

function isShaded(own: Lab, usual: Lab): boolean {
  return usual[0] - own[0] > DARKER && Math.hypot(own[1] - usual[1], own[2] - usual[2]) < SAME_HUE;
}

/** Liker `mirrored` than the rest of the row, whatever light the water takes away. */
function isLike(own: Lab, mirrored: Lab, usual: Lab): boolean {
  const apart = (other: Lab) => 0.4 * (own[0] - other[0]) ** 2 + 2 * ((own[1] - other[1]) ** 2 + (own[2] - other[2]) ** 2);
  return labDistance(own, usual) > UNLIKE && apart(mirrored) < apart(usual) * LIKER;
}

const COLOURS = 5;
/** A colour of the thing that stands so far out from its row in hue (squared OKLab distance) is told by its hue alone. */
const TELLING = 0.006;

function coloursUnder(mask: Raster, soft: Raster): readonly Lab[] {
  const members: number[] = [];
  for (let pixel = 0; pixel < mask.samples.length; pixel++) if (f32(mask.samples, pixel) > 0.9) members.push(pixel);
  if (members.length < 12) return [];
  const strip = new Raster(members.length, 1, 3);
  for (const [order, pixel] of members.entries())
    for (let k = 0; k < 3; k++) strip.samples[order * 3 + k] = f32(soft.samples, pixel * 3 + k);
  return paletteOf(strip, COLOURS, "traces")
    .filter(({ share }) => share > 0.06)
    .map(({ lab }) => lab);
}

/** Nearer to the line from the row's colour to the thing's than to the row itself: water mixes its own into a mirror image. */
function isOfHue(own: Lab, thing: Lab, usual: Lab): boolean {
  const [a, b] = [thing[1] - usual[1], thing[2] - usual[2]];
  const apart = a * a + b * b;
  if (apart < TELLING) return false;
  const along = ((own[1] - usual[1]) * a + (own[2] - usual[2]) * b) / apart;
  const aside = (own[1] - usual[1] - along * a) ** 2 + (own[2] - usual[2] - along * b) ** 2;
  return along > 0.1 && aside < 0.4 * along * along * apart;
}

/** The middle colour of what lies beside the box in a row, or null where there is too little of it. */
function usualColour(soft: Raster, mask: Raster, y: number, left: number, right: number): Lab | null {
  const colours: Lab[] = [];
  for (let x = 0; x < soft.width; x++) {
    if ((x >= left && x <= right) || f32(mask.samples, y * soft.width + x) > 0.05) continue;
    const at = (y * soft.width + x) * 3;
    colours.push(labFromRgb(f32(soft.samples, at), f32(soft.samples, at + 1), f32(soft.samples, at + 2)));
  }
  if (colours.length < soft.width * 0.1) return null;
  const middle = (k: 0 | 1 | 2) => colours.map((colour) => colour[k]).sort((a, b) => a - b)[colours.length >> 1] ?? 0;
  return [middle(0), middle(1), middle(2)];
}

function boxOf({ width, height, samples }: Raster): { left: number; right: number; top: number; bottom: number } | null {
  const box = { left: width, right: -1, top: height, bottom: -1 };
  for (let pixel = 0; pixel < samples.length; pixel++) {
    if (f32(samples, pixel) < 0.5) continue;
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = y;
  }
  return box.right < 0 ? null : box;
}

/** Both, where `traces` counts fully from a `gain`th of itself on. */
function joined(mask: Raster, traces: Raster, gain: number): Raster {
  const both = mask.clone();
  for (let pixel = 0; pixel < both.samples.length; pixel++)
    both.samples[pixel] = Math.max(f32(mask.samples, pixel), smooth(0, 1, clamp(f32(traces.samples, pixel) * gain)));
  return both;
}
