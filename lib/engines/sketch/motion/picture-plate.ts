import { type Study, study } from "../edit/segment";
import type { Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { f32 } from "../raster/sample";
import type { KnownPicture } from "./known-picture";
import { type Part, type Plate, packColours } from "./plate";

const SKY = 0;
const GROUND = 1;
const THING = 2;
const WATER = 3;

/** The border of a thing is found to within so many units: what lies this near to it counts as unknown, and a rim goes with it. */
const TOUCHED = 20;
const CARRIED = 6;

export interface PictureWords {
  /** The words speak of water: what lies below the horizon ripples. */
  readonly hasWater: boolean;
}

/** A given picture as a plate, and what was found in it. */
export interface PictureView {
  readonly plate: Plate;
  readonly study: Study;
}

/**
 * Guesses depth from one picture, or from what is `known` of it: sky is far, the ground comes nearer towards the lower edge, and the thing the picture is of
 * stands where its foot is. Small errors stay harmless because clips move little.
 */
export function viewPicture(picture: Raster, words: PictureWords, known: KnownPicture | null): PictureView {
  const { width, height } = picture;
  const found = known?.study ?? study(picture);
  const hasWater = known?.hasWater ?? words.hasWater;
  const { thing, sky, horizon } = found;
  const nearness = new Float32Array(width * height);
  const partOf = new Uint8Array(width * height);
  const thingNearness = clamp(groundNearness(footOf(thing), horizon, height) + 0.12, 0.4, 0.95);
  for (let y = 0; y < height; y++) {
    const ground = groundNearness(y, horizon, height);
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const isThing = f32(thing.samples, i) > 0.5;
      const isSky = !isThing && sky !== null && f32(sky.samples, i) > 0.5;
      partOf[i] = isThing ? THING : isSky ? SKY : hasWater && y > horizon ? WATER : GROUND;
      nearness[i] = isThing ? thingNearness : isSky ? 0.02 : ground;
    }
  }
  const parts: readonly Part[] = [
    { substance: "sky" },
    { substance: "land" },
    { substance: hasWater ? "afloat" : "land", isThing: true, ...(known === null ? {} : { isKnown: true }) },
    { substance: "water" },
  ];
  const unit = Math.min(width, height) / 1024;
  const touched = Math.max(2, Math.round(TOUCHED * unit));
  ownRim(partOf, width, height, touched);
  const fringe = { touched, carried: Math.max(1, Math.round(CARRIED * unit)) };
  const colours = packColours(picture);
  const plate = { width, height, colours, coloursAfter: null, nearness, partOf, parts, horizon, suns: [], unit, fringe, roughness: 0.25 };
  return { plate, study: found };
}

/**
 * Close to a thing nobody can say what is sky and what is ground, for its own colour has got into both: there the row goes on as it is a little
 * further out.
 */
function ownRim(partOf: Uint8Array, width: number, height: number, touched: number): void {
  for (let row = 0; row < width * height; row += width) {
    let last = -1;
    for (let x = 0; x <= width; x++) {
      if (x < width && partOf[row + x] !== THING) continue;
      // Up to the thing from where it is clear on the left, or from the thing before it, whichever is nearer.
      const from = Math.max(last + 1, x - touched);
      if (x < width && from > last + 1) partOf.fill(partOf[row + from - 1] ?? GROUND, row + from, row + x);
      if (last >= 0) {
        const to = Math.min(x, last + 1 + touched);
        if (to < x) partOf.fill(partOf[row + to] ?? GROUND, row + last + 1, row + to);
      }
      last = x;
    }
  }
}

/** 0 far … 1 near of ground at `y`, in pixels. */
function groundNearness(y: number, horizon: number, height: number): number {
  const below = clamp((y - horizon) / Math.max(1, height - horizon));
  return mix(0.2, 0.85, below ** 1.2);
}

/** y in pixels of the lowest row in which a thing is still broad. */
function footOf({ samples, width, height }: Raster): number {
  for (let y = height - 1; y > 0; y--) {
    let count = 0;
    for (let x = 0; x < width; x++) if (f32(samples, y * width + x) > 0.5) count++;
    if (count > width * 0.01) return y;
  }
  return 0;
}
