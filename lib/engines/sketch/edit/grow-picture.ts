import type { AspectRatio } from "@/lib/domain/prompt/recipe";
import { paintMedium } from "../media/paint-medium";
import type { SceneSpec } from "../parse/scene-spec";
import { Raster } from "../raster/image";
import { u8 } from "../raster/sample";
import { goesOnAboveAndBelow, renderBeyondFrame } from "../scene/beyond-frame";
import { renderBeyondSides } from "../scene/beyond-sides";
import { enlargedBytes } from "./enlarge";
import { paperMargin } from "./frame";
import { layKept } from "./lay-kept";
import { extendedSize, outpaint } from "./outpaint";
import { paintScene, settleMemory, studyOf } from "./paint-scene";
import { EditRefusal } from "./refusal";
import { uniqueIn } from "./unique";

/** What of an edit's request a larger picture depends on. */
interface GrowthWishes {
  readonly aspectRatio: AspectRatio;
  readonly seed: number;
  readonly strength: number;
}

/** A picture of bytes: RGB, and its opacity where it is not whole. */
interface Sheet {
  readonly bytes: Uint8Array;
  readonly alpha: Uint8Array | null;
  readonly width: number;
  readonly height: number;
}

/** What is new has the opacity `added`: more of a background that was taken away is nothing. */
export function extended({ bytes, alpha, width, height }: Sheet, request: GrowthWishes, layout: SceneSpec | null, added: number): Sheet {
  const size = sizeExtended(width, height, request);
  const picture = Raster.fromBytes(bytes, width, height, 3, 3);
  const found = studyOf(picture, layout);
  const result = outpaint(picture, uniqueIn(picture, found), size.width, size.height, String(request.seed));
  const out = result.picture.toRgbBytes();
  const opacity = alpha === null ? null : new Uint8Array(size.width * size.height).fill(added);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = (y + result.top) * size.width + x + result.left;
      if (u8(result.isNew, to) === 1) continue;
      const from = y * width + x;
      out.set(bytes.subarray(from * 3, from * 3 + 3), to * 3);
      if (opacity !== null && alpha !== null) opacity[to] = u8(alpha, from);
    }
  }
  return { bytes: out, alpha: opacity, ...size };
}

/**
 * A picture of our own that is extended is painted again with more of its scene; the old one is kept inside, but for a
 * border of bare paper. Null
 * where it is laid over only in part.
 */
export async function repaintedBeyond(
  bytes: Uint8Array,
  width: number,
  height: number,
  scene: SceneSpec,
  isAsPainted: boolean,
  request: GrowthWishes,
): Promise<Sheet | null> {
  const size = sizeExtended(width, height, request);
  const isWider = size.width > width;
  if (request.strength < 1 || (!isWider && !goesOnAboveAndBelow(scene))) return null;
  const [left, top] = [(size.width - width) >> 1, (size.height - height) >> 1];
  const stage = isWider
    ? renderBeyondSides(scene, width, height, left, size.width - width - left)
    : renderBeyondFrame(scene, width, height, top, size.height - height - top);
  const painted = paintMedium(stage, isAsPainted ? scene.seed : request.seed);
  await settleMemory();
  const old = Raster.fromBytes(bytes, width, height, 3, 3);
  layKept(painted, old, { left, top, margin: paperMargin(old) });
  return { bytes: painted.toRgbBytes(), alpha: null, ...size };
}

function sizeExtended(width: number, height: number, { aspectRatio }: GrowthWishes) {
  const [across = 1, down = 1] = aspectRatio.split(":").map(Number);
  const size = extendedSize(width, height, across / down);
  if (size.width === width && size.height === height)
    throw new EditRefusal(`The picture already has the aspect ratio ${aspectRatio}. Choose another one to extend it to.`);
  return size;
}

/** Twice as large. */
export async function enlarged(
  bytes: Uint8Array,
  alpha: Uint8Array | null,
  width: number,
  height: number,
  scene: SceneSpec | null,
  request: GrowthWishes,
): Promise<Sheet> {
  const size = { width: width * 2, height: height * 2 };
  // A known scene is painted again at twice the size: true detail instead of guessed pixels.
  if (scene !== null && alpha === null && request.strength === 1)
    return { bytes: (await paintScene(scene, size.width, size.height, scene.seed)).toRgbBytes(), alpha, ...size };
  const large = await enlargedBytes(alpha === null ? bytes : withAlpha(bytes, alpha), width, height, alpha === null ? 3 : 4);
  return alpha === null ? { bytes: large, alpha, ...size } : { ...withoutAlpha(large), ...size };
}

function withoutAlpha(joined: Uint8Array): { readonly bytes: Uint8Array; readonly alpha: Uint8Array } {
  const count = joined.length / 4;
  const bytes = new Uint8Array(count * 3);
  const alpha = new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    bytes.set(joined.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
    alpha[pixel] = u8(joined, pixel * 4 + 3);
  }
  return { bytes, alpha };
}

export function withAlpha(bytes: Uint8Array, alpha: Uint8Array): Uint8Array {
  const joined = new Uint8Array(alpha.length * 4);
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    joined.set(bytes.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
    joined[pixel * 4 + 3] = u8(alpha, pixel);
  }
  return joined;
}
