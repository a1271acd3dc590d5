import { createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { LETTERS, loadLetters } from "./letters";
import { takeTurns } from "./turns";

/** Letters at most this part of the longer side high, and never too small to be read. */
const LETTER_PART = 1 / 36;
const SMALLEST_LETTER = 9;
const TILT = -Math.PI / 7;
const QUALITY = 84;

const inTurn = takeTurns(2);

/**
 * Draws words over the whole of a picture, again and again and aslant, so that no part worth taking is without them: light letters with
 * a dark edge, which show on any ground. Takes an encoded picture, gives WebP of the same size.
 */
export function watermarked(picture: Uint8Array, words: string): Promise<Uint8Array> {
  return inTurn(async () => {
    const { data, info } = await sharp(picture)
      .toColourspace("srgb")
      .removeAlpha()
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const drawn = await sharp(data, { raw: { width, height, channels } })
      .composite([{ input: letters(words, width, height) }])
      .webp({ quality: QUALITY, effort: 2 })
      .toBuffer();
    return new Uint8Array(drawn);
  });
}

/** The words as a see-through PNG of the picture's size. */
function letters(words: string, width: number, height: number): Buffer {
  loadLetters();
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  const size = Math.max(SMALLEST_LETTER, Math.round(Math.max(width, height) * LETTER_PART));
  ctx.font = `600 ${size}px "${LETTERS}", sans-serif`;
  ctx.lineWidth = Math.max(1, size / 12);
  ctx.strokeStyle = "rgb(0 0 0 / 0.38)";
  ctx.fillStyle = "rgb(255 255 255 / 0.42)";
  ctx.translate(width / 2, height / 2);
  ctx.rotate(TILT);
  const across = ctx.measureText(words).width + size * 3;
  const down = size * 4.5;
  const reach = Math.hypot(width, height) / 2 + down;
  for (let row = 0, y = -reach; y < reach; row += 1, y += down) {
    // Every other line is shifted, so that the words stand in no columns.
    for (let x = -reach - across * (row % 2 === 0 ? 1 : 0.5); x < reach; x += across) {
      ctx.strokeText(words, x, y);
      ctx.fillText(words, x, y);
    }
  }
  return canvas.toBuffer("image/png");
}
