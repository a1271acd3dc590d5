import sharp from "sharp";

/** A small picture as the one type every server reads. On grey, where it lets through. */
export async function asJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await sharp(bytes).flatten({ background: "#808080" }).jpeg({ quality: 85 }).toBuffer());
}
