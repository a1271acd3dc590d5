import sharp, { type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import type { PreparedRendition } from "@/lib/domain/asset/image";
import { PICTURE_RENDITIONS, RENDITION_LONG_SIDES } from "@/lib/domain/asset/limits";

/** Pixels in memory, 8-bit sRGB, already turned the right way up. */
export interface Pixels {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

const WEBP_QUALITY = { thumb: 78, screen: 84, filmstrip: 76 } as const;
/** ThumbHash takes at most 100 pixels a side. */
const THUMB_HASH_SIDE = 100;

/** The smaller pictures of one, and its ThumbHash, all from pixels no larger than `screen`. */
export async function picturesOf(screen: Pixels): Promise<{ renditions: PreparedRendition[]; thumbHash: string }> {
  const renditions = PICTURE_RENDITIONS.map((name) => webp(fromPixels(screen).resize(fitInside(RENDITION_LONG_SIDES[name])), name));
  return { renditions: await Promise.all(renditions), thumbHash: await thumbHash(screen) };
}

/** Frames of one size side by side, in their order. */
export async function filmstrip(frames: readonly Pixels[]): Promise<PreparedRendition> {
  const { width, height } = frames[0] ?? { width: 1, height: 1 };
  const strip = sharp({ create: { width: width * frames.length, height, channels: 3, background: "#000" } });
  const placed = frames.map(({ bytes, ...raw }, order) => ({ input: bytes, raw, left: order * width, top: 0 }));
  return webp(strip.composite(placed), "filmstrip");
}

async function webp(image: Sharp, name: PreparedRendition["name"]): Promise<PreparedRendition> {
  const { data, info } = await image.webp({ quality: WEBP_QUALITY[name], effort: 0 }).toBuffer({ resolveWithObject: true });
  return { name, mimeType: "image/webp", width: info.width, height: info.height, bytes: data };
}

async function thumbHash(screen: Pixels): Promise<string> {
  const tiny = await toPixels(fromPixels(screen).resize(fitInside(THUMB_HASH_SIDE)).ensureAlpha());
  return Buffer.from(rgbaToThumbHash(tiny.width, tiny.height, tiny.bytes)).toString("base64");
}

export const fitInside = (longSide: number) => ({ width: longSide, height: longSide, fit: "inside", withoutEnlargement: true }) as const;

export const fromPixels = ({ bytes, width, height, channels }: Pixels): Sharp => sharp(bytes, { raw: { width, height, channels } });

export async function toPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, channels: info.channels };
}
