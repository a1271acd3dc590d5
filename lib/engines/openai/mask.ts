import sharp from "sharp";
import type { LoadedReference } from "../http/wire";

/**
 * A mask as OpenAI reads one: the transparent part may change. Ours is white there and black elsewhere, so its lightness becomes the
 * transparency. Every other reference stays as it is. Source: OpenAI's images/edits reference, `mask`.
 */
export async function withTransparentMask(reference: LoadedReference): Promise<LoadedReference> {
  if (reference.role !== "mask") return reference;
  const { data, info } = await sharp(reference.bytes)
    .flatten({ background: "#000" })
    .toColourspace("b-w")
    .negate()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const bytes = await sharp({ create: { width, height, channels: 3, background: "#000" } })
    .joinChannel(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  return { ...reference, bytes: new Uint8Array(bytes), mimeType: "image/png" };
}
