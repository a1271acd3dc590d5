import sharp, { type Sharp } from "sharp";
import { MAX_IMAGE_PIXELS } from "@/lib/domain/asset/limits";
import { readId } from "./read-id";
import type { Brightness } from "./tile";
import { markFor } from "./write-id";

const WRITERS: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  png: (image) => image.png({ compressionLevel: 6 }),
  jpeg: (image) => image.jpeg({ quality: 95, chromaSubsampling: "4:4:4" }),
  webp: (image) => image.webp({ lossless: true, effort: 2 }),
};

export interface MarkedStill {
  readonly bytes: Uint8Array;
  /** How far it is from the picture as it was, in decibels; more is nearer. */
  readonly psnrDb: number;
}

/** A still picture with an id hidden in its brightness, its size and metadata as they were; null when it is of a kind that cannot carry one. */
export async function withInvisibleId(bytes: Uint8Array, id: string): Promise<MarkedStill | null> {
  const metadata = await sharp(bytes).metadata();
  const write = WRITERS[metadata.format];
  if (!write || (metadata.pages ?? 1) > 1 || metadata.depth !== "uchar" || metadata.space !== "srgb") return null;
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS }).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels < 3) return null;
  const mark = markFor(brightness(data, { width, height, channels }), id);
  let squares = 0;
  for (const [pixel, change] of mark.entries())
    for (let channel = 0; channel < 3; channel += 1) {
      const at = pixel * channels + channel;
      const before = data[at] ?? 0;
      const after = Math.max(0, Math.min(255, Math.round(before + change)));
      data[at] = after;
      squares += (after - before) ** 2;
    }
  // Metadata is not decoded by way of raw pixels: it is taken over from the file itself.
  const kept = sharp(data, { raw: { width, height, channels } });
  const described =
    metadata.icc || metadata.exif || metadata.xmp ? await keepingMetadata(kept, bytes, write) : await write(kept).toBuffer();
  return { bytes: described, psnrDb: 10 * Math.log10((255 * 255 * width * height * 3) / Math.max(1, squares)) };
}

/** The pixels drawn over the file they come from, so that its profile, Exif and XMP stay. */
async function keepingMetadata(pixels: Sharp, bytes: Uint8Array, write: (image: Sharp) => Sharp): Promise<Buffer> {
  const top = await pixels.png({ compressionLevel: 0 }).toBuffer();
  return write(
    sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS })
      .composite([{ input: top, blend: "source" }])
      .keepMetadata(),
  ).toBuffer();
}

/**
 * The id hidden in a picture: at its own size, wherever it was cut; at twice its size; and at each of `sizes` it may have been before somebody
 * scaled it as a whole. Null when none is found.
 */
export async function invisibleIdIn(
  bytes: Uint8Array,
  sizes: readonly { readonly width: number; readonly height: number }[],
): Promise<string | null> {
  const image = () => sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS, pages: 1 }).autoOrient().removeAlpha().toColourspace("srgb");
  const own = await pixelsOf(image());
  const found = readId(own);
  if (found !== null) return found;
  const tried = new Set([`${own.width}x${own.height}`]);
  for (const { width, height } of [{ width: own.width * 2, height: own.height * 2 }, ...sizes]) {
    if (tried.has(`${width}x${height}`) || width * height > MOST_LOOKED_AT) continue;
    tried.add(`${width}x${height}`);
    const id = readId(await pixelsOf(image().resize(width, height, { fit: "fill" })));
    if (id !== null) return id;
  }
  return null;
}

/** Larger ones would take seconds each. Pixels. */
const MOST_LOOKED_AT = 8_000_000;

async function pixelsOf(image: Sharp): Promise<Brightness> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return brightness(data, info);
}

function brightness(data: Uint8Array, { width, height, channels }: { width: number; height: number; channels: number }): Brightness {
  const pixels = new Float32Array(width * height);
  const [green, blue] = channels < 3 ? [0, 0] : [1, 2];
  for (let at = 0; at < pixels.length; at += 1) {
    const first = at * channels;
    pixels[at] = 0.299 * (data[first] ?? 0) + 0.587 * (data[first + green] ?? 0) + 0.114 * (data[first + blue] ?? 0);
  }
  return { pixels, width, height };
}
