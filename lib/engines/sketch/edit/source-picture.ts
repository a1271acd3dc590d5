import sharp from "sharp";
import { Raster } from "../raster/image";
import { smooth } from "../raster/maths";
import { f32, u8 } from "../raster/sample";
import { EditRefusal } from "./refusal";

/** A picture to edit, upright and in sRGB. `bytes` are its RGB samples as they came: what is not edited is given back from them. */
export interface SourcePicture {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** Transparency 0–255 of each pixel, or null for an opaque picture. */
  readonly alpha: Uint8Array | null;
}

const MAX_PIXELS = 50_000_000;
/** Smaller pictures hold nothing to find a part or a texture in. */
const LEAST_SIDE = 16;

/** Decodes what sharp reads (first frame, any depth, CMYK too). A picture larger than `maxSide` is scaled down to it. */
export async function readSource(bytes: Uint8Array, maxSide: number): Promise<SourcePicture> {
  const { data, info, isOpaque } = await decode(bytes, maxSide, "The picture to edit could not be read. Replace it.");
  if (Math.min(info.width, info.height) < LEAST_SIDE)
    throw new EditRefusal(`The picture to edit is ${info.width} × ${info.height} pixels; it needs at least ${LEAST_SIDE} × ${LEAST_SIDE}.`);
  const count = info.width * info.height;
  const rgb = new Uint8Array(count * 3);
  const alpha = isOpaque ? null : new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    for (let k = 0; k < 3; k++) rgb[pixel * 3 + k] = u8(data, pixel * 4 + k);
    if (alpha !== null) alpha[pixel] = u8(data, pixel * 4 + 3);
  }
  return { width: info.width, height: info.height, bytes: rgb, alpha };
}

async function decode(bytes: Uint8Array, maxSide: number, sentence: string) {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, pages: 1, failOn: "error" })
      .rotate()
      .toColourspace("srgb")
      .resize(maxSide, maxSide, { fit: "inside", withoutEnlargement: true, kernel: "lanczos3" })
      .ensureAlpha()
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    let isOpaque = true;
    for (let at = 3; at < data.length && isOpaque; at += 4) isOpaque = u8(data, at) === 255;
    return { data, info, isOpaque };
  } catch (cause) {
    throw new EditRefusal(sentence, { cause });
  }
}

/**
 * A mask as shares 0–1 in the size of the picture: white is what may change. A mask that tells by transparency instead – one
 * colour throughout – is read by its opacity. A mask of another size is scaled.
 */
export async function readMask(bytes: Uint8Array, width: number, height: number): Promise<Raster> {
  const { data, info, isOpaque } = await decode(bytes, 4096, "The mask could not be read. Replace it.");
  const own = new Raster(info.width, info.height, 1);
  let darkest = 1;
  let lightest = 0;
  for (let pixel = 0; pixel < own.samples.length; pixel++) {
    const luma = (0.299 * u8(data, pixel * 4) + 0.587 * u8(data, pixel * 4 + 1) + 0.114 * u8(data, pixel * 4 + 2)) / 255;
    const opacity = u8(data, pixel * 4 + 3) / 255;
    own.samples[pixel] = luma * opacity;
    if (opacity < 0.5) continue;
    darkest = Math.min(darkest, luma);
    lightest = Math.max(lightest, luma);
  }
  const tellsByOpacity = !isOpaque && lightest - darkest < 0.1;
  if (tellsByOpacity) for (let pixel = 0; pixel < own.samples.length; pixel++) own.samples[pixel] = u8(data, pixel * 4 + 3) / 255;
  const scaled = await sharp(Buffer.from(own.toRgbBytes()), { raw: { width: info.width, height: info.height, channels: 3 } })
    .resize(width, height, { fit: "fill", kernel: info.width > width ? "lanczos3" : "linear" })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const mask = Raster.fromBytes(scaled, width, height, 1, 1);
  let painted = 0;
  for (let pixel = 0; pixel < mask.samples.length; pixel++) {
    mask.samples[pixel] = smooth(0.06, 0.94, f32(mask.samples, pixel));
    if (f32(mask.samples, pixel) > 0.5) painted++;
  }
  if (painted === 0) throw new EditRefusal("The mask is empty. Paint the part of the picture that should change.");
  return mask;
}
