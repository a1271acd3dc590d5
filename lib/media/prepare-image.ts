import sharp, { type Metadata } from "sharp";
import { type ImageType, isImageType } from "@/lib/domain/asset/file-type";
import type { PreparedImage } from "@/lib/domain/asset/image";
import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS, RENDITION_LONG_SIDES } from "@/lib/domain/asset/limits";
import { FILE_REFUSALS, refusedType, tooManyBytes, tooManyPixels } from "@/lib/domain/asset/refusal";
import { AppError } from "@/lib/domain/errors";
import { readProvenance } from "./provenance";
import { fitInside, type Pixels, picturesOf, toPixels } from "./renditions";
import { sniff } from "./sniff";
import { takeTurns } from "./turns";

/** What sharp calls the formats we take. */
const DECODERS: Readonly<Record<ImageType, string>> = {
  "image/png": "png",
  "image/jpeg": "jpeg",
  "image/webp": "webp",
  "image/avif": "heif",
  "image/gif": "gif",
};
const DECODE_SECONDS = 60;

const turn = takeTurns(2);

/**
 * Looks at an uploaded or generated picture by decoding all of it, and makes everything derived from it.
 * @throws AppError with a sentence for people: `TOO_LARGE` for bytes or pixels over the limit, `BAD_INPUT` for anything
 * that is not a whole picture of a type we take. The name and declared type of the file are not asked. `maxBytes` is
 * only ever more than what people may send for a file of our own making.
 */
export async function prepareImage(bytes: Uint8Array, maxBytes = MAX_IMAGE_BYTES): Promise<PreparedImage> {
  if (bytes.byteLength === 0) throw refused(FILE_REFUSALS.empty);
  if (bytes.byteLength > maxBytes) throw new AppError("TOO_LARGE", tooManyBytes(bytes.byteLength));
  const mimeType = sniff(bytes);
  const sentence = refusedType(mimeType);
  if (!isImageType(mimeType) || sentence !== null) throw refused(sentence ?? FILE_REFUSALS.damaged);
  return turn(() => decode(bytes, mimeType));
}

async function decode(bytes: Uint8Array, mimeType: ImageType): Promise<PreparedImage> {
  const metadata = await readHead(bytes, mimeType);
  const screen = await shrink(bytes);
  const isTurned = (metadata.orientation ?? 1) >= 5;
  return {
    facts: {
      mimeType,
      width: isTurned ? metadata.height : metadata.width,
      height: isTurned ? metadata.width : metadata.height,
      provenance: await readProvenance(bytes, mimeType, metadata),
    },
    ...(await picturesOf(screen)),
  };
}

/** Size and format from the head of the file, before any pixel is decoded: bombs end here. */
async function readHead(bytes: Uint8Array, mimeType: ImageType): Promise<Metadata> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw refused(FILE_REFUSALS.damaged, error);
    });
  const { width, height, format } = metadata;
  if (!(width > 0 && height > 0)) throw refused(FILE_REFUSALS.damaged);
  if (width * height > MAX_IMAGE_PIXELS) throw new AppError("TOO_LARGE", tooManyPixels(width, height));
  if (format !== DECODERS[mimeType]) throw refused(FILE_REFUSALS.mixed);
  return metadata;
}

/**
 * Decodes the first frame once, to the size of `screen`; the smaller pictures are made from that. Every pixel of the
 * original is read on the way, so a file that is cut short or damaged anywhere is found here.
 */
async function shrink(bytes: Uint8Array): Promise<Pixels> {
  const image = sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: "error", pages: 1, sequentialRead: true })
    .timeout({ seconds: DECODE_SECONDS })
    .autoOrient()
    .resize(fitInside(RENDITION_LONG_SIDES.screen))
    .toColourspace("srgb");
  return toPixels(image).catch((error: unknown) => {
    const isSlow = error instanceof Error && error.message.includes("timeout");
    throw refused(isSlow ? FILE_REFUSALS.tooSlow : FILE_REFUSALS.damaged, error);
  });
}

const refused = (sentence: string, cause?: unknown) => new AppError("BAD_INPUT", sentence, { cause });
