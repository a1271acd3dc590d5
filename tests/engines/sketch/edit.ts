import sharp from "sharp";
import { type EditedPicture, type EditRequest, editPicture } from "@/lib/engines/sketch/edit/edit-picture";
import { Raster } from "@/lib/engines/sketch/raster/image";

/** An edit of a picture with everything else at its default. */
export function edit(image: Uint8Array, text: string, change: Partial<EditRequest> = {}): Promise<EditedPicture> {
  return editPicture({
    text,
    negative: "",
    seed: 1,
    operation: "words",
    aspectRatio: "16:9",
    strength: 1,
    maxSide: 1024,
    image,
    scene: null,
    mask: null,
    references: [],
    ...change,
  });
}

/** A picture of plain shapes: sky over a meadow, and a red disc in the middle of it. */
export function landscape(width = 160, height = 120): Promise<Buffer> {
  return pngOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120" width="${width}" height="${height}"><defs>
    <linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#4f8fd0"/><stop offset="1" stop-color="#cfe3f2"/></linearGradient>
    <pattern id="g" width="6" height="5" patternUnits="userSpaceOnUse"><rect width="6" height="5" fill="#5b8f3c"/><path d="M1 5L2 1L3 5" fill="#7cb052"/></pattern></defs>
    <rect width="160" height="60" fill="url(#s)"/><rect y="60" width="160" height="60" fill="url(#g)"/><circle cx="84" cy="72" r="20" fill="#c4231c"/></svg>`);
}

/** A white ellipse on black: what may change is white. */
export function ellipseMask(width: number, height: number): Promise<Buffer> {
  return pngOf(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120" preserveAspectRatio="none" width="${width}" height="${height}"><rect width="160" height="120"/><ellipse cx="84" cy="72" rx="26" ry="26" fill="#fff"/></svg>`,
  );
}

export function pngOf(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
}

/** RGBA bytes and size as they are in the file. */
export async function pixelsOf(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Mean sRGB of a rectangle given in shares of the picture. */
export async function meanColour(
  bytes: Uint8Array,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Promise<[number, number, number]> {
  const { data, width, height } = await pixelsOf(bytes);
  const picture = Raster.fromBytes(data, width, height, 3, 4);
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let y = Math.floor(top * height); y < bottom * height; y++) {
    for (let x = Math.floor(left * width); x < right * width; x++) {
      for (const k of [0, 1, 2] as const) sum[k] += picture.samples[(y * width + x) * 3 + k] ?? 0;
      count++;
    }
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}
