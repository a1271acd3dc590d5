import sharp from "sharp";
import { Raster } from "../raster/image";
import { UnfitRequest } from "../unfit-request";

/** A reference that is not a picture we can read. The message is a sentence for the person who added it. */
export class UnreadableReference extends UnfitRequest {
  override readonly name = "UnreadableReference";
}

/** A decoded reference: colours and, where the file has it, transparency. */
export interface DecodedReference {
  readonly colours: Raster;
  readonly alpha: Raster;
  readonly hasAlpha: boolean;
}

/** Larger pictures are refused before a pixel is decoded. */
const MAX_PIXELS = 50_000_000;

/** Decodes any picture sharp reads – CMYK, 16-bit, animated (first frame) – into sRGB, stretched or cropped to the size given. */
export async function decodeReference(
  bytes: Uint8Array,
  width: number,
  height: number,
  fit: "cover" | "inside",
): Promise<DecodedReference> {
  try {
    const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, pages: 1, failOn: "error" });
    const { hasAlpha } = await source.metadata();
    const { data, info } = await source
      .rotate()
      .toColourspace("srgb")
      .resize(width, height, { fit, kernel: "lanczos3" })
      .ensureAlpha()
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    const colours = Raster.fromBytes(data, info.width, info.height, 3, info.channels);
    const alpha = new Raster(info.width, info.height, 1);
    for (let i = 0; i < alpha.samples.length; i++) alpha.samples[i] = (data[i * info.channels + 3] ?? 255) / 255;
    return { colours, alpha, hasAlpha: hasAlpha === true };
  } catch (cause) {
    throw new UnreadableReference("A reference picture could not be read. Replace it or leave it out.", { cause });
  }
}
