import { createHash } from "node:crypto";
import sharp from "sharp";
import { type PaintedPicture, type PictureRequest, paintPicture } from "@/lib/engines/sketch/paint-picture";
import { labFromRgb } from "@/lib/engines/sketch/raster/colour";
import { Raster } from "@/lib/engines/sketch/raster/image";
import { type Tone, toneOf } from "@/lib/engines/sketch/references/tone";

export { similarity } from "@/scripts/gallery/similarity";

/** Small enough that a suite of many pictures stays quick. */
export const SMALL = 96;

/** A small picture, painted in this process. */
export function paintSmall(text: string, change: Partial<PictureRequest> = {}): Promise<PaintedPicture> {
  return paintPicture({ text, negative: "", seed: 1, width: SMALL, height: SMALL, references: [], ...change });
}

export function hashOf({ png }: Pick<PaintedPicture, "png">): string {
  return createHash("sha256").update(png).digest("hex").slice(0, 16);
}

export async function rasterOf(bytes: Uint8Array, side = SMALL): Promise<Raster> {
  const { data, info } = await sharp(bytes).resize(side, side, { fit: "fill" }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return Raster.fromBytes(data, info.width, info.height, 3, info.channels);
}

/** Distance of the mean colour and spread of two pictures in OKLab. */
export function toneDistance(a: Tone, b: Tone): number {
  return Math.hypot(
    ...a.mean.map((value, k) => value - (b.mean[k] ?? 0)),
    ...a.spread.map((value, k) => 0.5 * (value - (b.spread[k] ?? 0))),
  );
}

export async function toneOfPicture(bytes: Uint8Array): Promise<Tone> {
  return toneOf(await rasterOf(bytes));
}

/** Share of pixels whose colour lies within `reach` of a colour in OKLab. */
export function shareNear(picture: Raster, colour: readonly [number, number, number], reach: number): number {
  const wanted = labFromRgb(...colour);
  let near = 0;
  for (let i = 0; i < picture.samples.length; i += 3) {
    const [lightness, a, b] = labFromRgb(picture.samples[i] ?? 0, picture.samples[i + 1] ?? 0, picture.samples[i + 2] ?? 0);
    if (Math.hypot((lightness - wanted[0]) * 0.5, a - wanted[1], b - wanted[2]) < reach) near++;
  }
  return near / (picture.samples.length / 3);
}
