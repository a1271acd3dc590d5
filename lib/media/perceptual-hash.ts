import sharp from "sharp";
import { MAX_IMAGE_PIXELS } from "@/lib/domain/asset/limits";

/** The picture is looked at this small, and of its waves only the slowest count. */
const SIDE = 32;
const WAVES = 8;

/**
 * A picture's perceptual hash: 64 bits as sixteen hexadecimal digits, of which few change when it is scaled, pressed or tinted. Which of the
 * slowest waves (DCT) are stronger than the middle one.
 */
export async function perceptualHash(picture: Uint8Array): Promise<string> {
  const { data } = await sharp(picture, { limitInputPixels: MAX_IMAGE_PIXELS, pages: 1 })
    .autoOrient()
    .flatten({ background: "#808080" })
    .greyscale()
    .resize(SIDE, SIDE, { fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const waves: number[] = [];
  for (let v = 0; v < WAVES; v += 1) for (let u = 0; u < WAVES; u += 1) waves.push(strengthOf(data, u, v));
  // The first is the mean brightness, which says nothing of what is seen.
  const [, ...others] = waves;
  const middle = others.sort((a, b) => a - b)[Math.floor(others.length / 2)] ?? 0;
  const bits = waves.reduce((word, wave, at) => (at > 0 && wave > middle ? word | (1n << BigInt(at)) : word), 0n);
  return bits.toString(16).padStart(16, "0");
}

function strengthOf(pixels: Uint8Array, u: number, v: number): number {
  let sum = 0;
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) sum += (pixels[y * SIDE + x] ?? 0) * (COSINES[u]?.[x] ?? 0) * (COSINES[v]?.[y] ?? 0);
  return sum;
}

const COSINES = Array.from({ length: WAVES }, (_, wave) =>
  Float64Array.from({ length: SIDE }, (_, place) => Math.cos(((2 * place + 1) * wave * Math.PI) / (2 * SIDE))),
);
