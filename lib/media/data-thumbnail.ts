import sharp from "sharp";
import { MAX_IMAGE_PIXELS } from "@/lib/domain/asset/limits";

/** Wide enough for a card on a sharp screen. Pixels. */
const WIDTH = 192;
const HEIGHT = 128;
const QUALITY = 60;

/** A picture of strangers as a small one in a `data:` address: three to six kilobytes, its upper middle, where a face is. @throws when it is none */
export async function dataThumbnail(bytes: Uint8Array): Promise<string> {
  const small = await sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS })
    .autoOrient()
    .resize(WIDTH, HEIGHT, { fit: "cover", position: "top" })
    .flatten({ background: "#808080" })
    .webp({ quality: QUALITY, effort: 2 })
    .toBuffer();
  return `data:image/webp;base64,${small.toString("base64")}`;
}
