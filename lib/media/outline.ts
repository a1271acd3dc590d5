import sharp from "sharp";
import { MAX_IMAGE_PIXELS } from "@/lib/domain/asset/limits";
import { OUTLINE_SIDE, type Outline } from "@/lib/domain/publication/outline";

/** Pixels a side that a cell is the mean of: shrunk to the cells at once, a scaled copy would differ at every edge. */
const FINE = 8;
const SIDE = OUTLINE_SIDE * FINE;
const CHANNELS = 3;

/** How a picture looks from afar, as a person sees it: turned upright, grey where nothing is. */
export async function outlineOf(picture: Uint8Array): Promise<Outline> {
  const upright = sharp(picture, { limitInputPixels: MAX_IMAGE_PIXELS, pages: 1 }).autoOrient();
  const { autoOrient } = await upright.metadata();
  const pixels = await upright
    .flatten({ background: "#808080" })
    .toColourspace("srgb")
    .resize(SIDE, SIDE, { fit: "fill", fastShrinkOnLoad: false })
    .removeAlpha()
    .raw()
    .toBuffer();
  const sums = new Float64Array(OUTLINE_SIDE ** 2 * CHANNELS);
  pixels.forEach((level, at) => {
    const [pixel, channel] = [Math.floor(at / CHANNELS), at % CHANNELS];
    const [column, row] = [Math.floor((pixel % SIDE) / FINE), Math.floor(pixel / SIDE / FINE)];
    const sum = (row * OUTLINE_SIDE + column) * CHANNELS + channel;
    sums[sum] = (sums[sum] ?? 0) + level;
  });
  const cells = Buffer.from(Uint8Array.from(sums, (sum) => Math.round(sum / FINE ** 2))).toString("hex");
  return { width: autoOrient.width, height: autoOrient.height, cells };
}
