import { type Lab, labFromRgb } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { f32 } from "../raster/sample";
import { edgeSupport, isSupported } from "../references/edge-support";
import { plainMatte } from "../references/matte";
import { findSky } from "./find-sky";
import { findThing } from "./find-thing";
import { cropped, padded, paperMargin } from "./frame";
import { refined } from "./guided-filter";
import { isOnePiece } from "./pieces";
import { resized } from "./resize";

/** Parts are found on a small copy: enough to tell things apart, and always quick. */
const STUDY_SIDE = 224;

/** What the eye finds in a picture without knowing what it shows. Shares of each pixel, 0–1, in the picture's own size. */
export interface Study {
  /** The thing that stands out from what the border is made of. */
  readonly thing: Raster;
  /** Whether the picture has the outline of `thing`: without it the thing may be looked at, never cut out or taken away. */
  readonly isThingClear: boolean;
  /** Whether it stands on plain ground, with nothing beside it that might be meant instead. */
  readonly isThingAlone: boolean;
  /** Water, or null where that is not known. */
  readonly water: Raster | null;
  /** What else there is once: mirror images, the sun or moon; null where that is not known. */
  readonly once: Raster | null;
  /** Sky, or null where the picture has none. */
  readonly sky: Raster | null;
  /** Whether the picture has the border of its sky: without it the sky may be looked at, never painted anew. */
  readonly isSkyClear: boolean;
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
  const plain = plainMatte(picture);
  const isPlainClear = plain !== null;
  const found = plain ?? refined(thing, picture);
  // What somebody sits before is a wall, however calm and bright.
  const sky = skySmall === null || isBust(found) ? null : refined(skySmall, picture);
  return {
    thing: found,
    isThingClear: isPlainClear || isSupported(edgeSupport(found, picture)),
    isThingAlone: isPlainClear && skySmall === null && isOnePiece(found),
    water: null,
    once: null,
    sky,
    isSkyClear: sky !== null && isClear(sky, picture),
    horizon: Math.round(picture.height * (skySmall === null ? 0.42 : clamp(skyShare, 0.1, 0.9))),
  };
}

/** A thing that covers so much of the lower edge, and reaches up to this share of the height. */
const BUST = { foot: 0.3, head: 0.35 } as const;

function isBust({ width, height, samples }: Raster): boolean {
  let foot = 0;
  for (let x = 0; x < width; x++) if (f32(samples, (height - 2) * width + x) > 0.5) foot++;
  const row = Math.round(height * BUST.head) * width;
  return foot > BUST.foot * width && samples.subarray(row, row + width).some((share) => share > 0.5);
}

/** Of a sky's border so much at least runs along edges of the picture, and so little of the sky is neither sky nor not. */
const CLEAR = { edged: 0.7, between: 0.12 } as const;

function isClear(sky: Raster, picture: Raster): boolean {
  let [inside, between] = [0, 0];
  for (const share of sky.samples) {
    if (share > 0.5) inside++;
    if (share > 0.15 && share < 0.85) between++;
  }
  return between < CLEAR.between * inside && edgeSupport(sky, picture).edged > CLEAR.edged;
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
