import { createCanvas } from "@napi-rs/canvas";
import sharp, { type Sharp } from "sharp";
import { MAX_IMAGE_PIXELS } from "@/lib/domain/asset/limits";
import { placeOfLabel, type VisibleLabel } from "@/lib/domain/publication/visible-label";
import { LETTERS, loadLetters } from "./letters";

const WRITERS: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  png: (image) => image.png({ compressionLevel: 6 }),
  jpeg: (image) => image.jpeg({ quality: 95, chromaSubsampling: "4:4:4" }),
  webp: (image) => image.webp({ lossless: true, effort: 2 }),
};

/** The plate under the letters. White on it has a contrast of more than 10:1, whatever the picture behind it shows. */
const PLATE = "rgb(0 0 0 / 0.82)";
const INK = "#ffffff";

/**
 * Draws a label into a corner of a still picture: white letters on a dark plate. Everything else stays as it was, metadata too; of a JPEG,
 * as near as it is written anew. Null for a picture of a kind that cannot carry one.
 */
export async function withVisibleLabel(bytes: Uint8Array, label: VisibleLabel): Promise<Uint8Array | null> {
  const { format, pages = 1, autoOrient } = await sharp(bytes).metadata();
  const write = WRITERS[format];
  if (!write || pages > 1) return null;
  const drawn = await write(
    // A picture that says how it is turned is turned for good: the label stands where people see that corner.
    sharp(bytes, { limitInputPixels: MAX_IMAGE_PIXELS })
      .autoOrient()
      .composite([plateOf(label, autoOrient)])
      .keepMetadata(),
  ).toBuffer();
  return new Uint8Array(drawn);
}

function plateOf({ text, corner }: VisibleLabel, picture: { width: number; height: number }) {
  loadLetters();
  const font = (letters: number) => `600 ${letters}px "${LETTERS}", sans-serif`;
  const ruler = createCanvas(1, 1).getContext("2d");
  ruler.font = font(100);
  const { left, top, width, height, letters } = placeOfLabel(picture, corner, ruler.measureText(text).width / 100);
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = PLATE;
  ctx.beginPath();
  ctx.roundRect(0, 0, width, height, letters * 0.35);
  ctx.fill();
  ctx.font = font(letters);
  ctx.fillStyle = INK;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, width / 2, height / 2);
  return { input: canvas.toBuffer("image/png"), left, top };
}
