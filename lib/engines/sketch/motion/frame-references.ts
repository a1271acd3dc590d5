import sharp from "sharp";
import type { SceneSpec } from "../parse/scene-spec";
import type { Raster } from "../raster/image";
import { decodeReference, UnreadableReference } from "../references/decode";
import type { ReferenceBytes } from "../references/prepare";
import { layoutOf } from "../scene/stored-scene";

/** A picture to begin or end with, and the scene it shows where Sketch painted it and the clip has its shape. */
export interface GivenFrame {
  readonly picture: Raster;
  readonly scene: SceneSpec | null;
}

/** The given pictures of a clip, decoded to its frame, and the references that a painted scene can use. */
export interface FrameReferences {
  readonly start: GivenFrame | null;
  readonly end: GivenFrame | null;
  readonly others: readonly ReferenceBytes[];
}

/** Pixels: a frame smaller than this on one side would be all blur. */
const SMALLEST_SIDE = 64;
/** Share of a given frame that must survive being cropped to the clip's shape. */
const LEAST_KEPT = 0.5;
/** From here on a frame counts as uncropped: what its scene says stands where it says. */
const SAME_SHAPE = 0.985;

/** Decodes start and end frame. A picture given as `image` is the start frame where no other is given. */
export async function readFrames(references: readonly ReferenceBytes[], width: number, height: number): Promise<FrameReferences> {
  const named = (role: ReferenceBytes["role"]) => references.find((reference) => reference.role === role);
  const start = named("start-frame") ?? named("image");
  const end = named("end-frame");
  const frames = new Set(["start-frame", "end-frame", "image"]);
  return {
    start: start === undefined ? null : await decodeFrame(start, "start frame", width, height),
    end: end === undefined ? null : await decodeFrame(end, "end frame", width, height),
    others: references.filter((reference) => !frames.has(reference.role)),
  };
}

async function decodeFrame({ bytes, scene = null }: ReferenceBytes, name: string, width: number, height: number): Promise<GivenFrame> {
  const size = await sizeOf(bytes, name);
  if (Math.min(size.width, size.height) < SMALLEST_SIDE)
    throw new UnreadableReference(
      `The ${name} is ${size.width} × ${size.height} pixels. It needs at least ${SMALLEST_SIDE} on each side; choose a larger picture.`,
    );
  const own = size.width / size.height;
  const wanted = width / height;
  if (Math.min(own, wanted) / Math.max(own, wanted) < LEAST_KEPT)
    throw new UnreadableReference(
      `The ${name} is ${size.width} × ${size.height} pixels; more than half of it would be cut off. Choose an aspect ratio nearer to its own.`,
    );
  const { colours, alpha } = await decodeReference(bytes, width, height, "cover");
  layOnWhite(colours, alpha);
  const isWhole = Math.min(own, wanted) / Math.max(own, wanted) > SAME_SHAPE;
  return { picture: colours, scene: isWhole ? layoutOf(scene) : null };
}

/** Pixels as a viewer sees them, turned by the picture's own orientation. */
async function sizeOf(bytes: Uint8Array, name: string): Promise<{ width: number; height: number }> {
  try {
    const { width, height, pageHeight, orientation = 1 } = await sharp(bytes, { pages: 1 }).metadata();
    const tall = pageHeight ?? height;
    return orientation >= 5 ? { width: tall, height: width } : { width, height: tall };
  } catch (cause) {
    throw new UnreadableReference(`The ${name} could not be read. Replace it or leave it out.`, { cause });
  }
}

/** A film has no transparency. */
function layOnWhite(colours: Raster, alpha: Raster): void {
  for (let i = 0; i < alpha.samples.length; i++) {
    const share = alpha.samples[i] ?? 1;
    if (share >= 1) continue;
    for (let k = 0; k < 3; k++) colours.samples[i * 3 + k] = (colours.samples[i * 3 + k] ?? 0) * share + (1 - share);
  }
}
