import sharp from "sharp";
import { GREY_SIDE, type PaletteColour, type Signature } from "@/lib/domain/trial/signature";
import { look } from "./look/look";

/** Side a picture is looked at, whatever its shape: colour does not need more. */
const SIDE = 128;
const COLOURS = 6;
const ROUNDS = 8;

interface Lab {
  readonly l: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/**
 * What a picture looks like, for comparing it with others: colour and composition by statistics of this studio (about 10 ms), manner and what it is
 * taken for by the network, where it runs (about 60 ms, in a thread of its own).
 * @throws when the bytes are no picture
 */
export async function signatureOf(bytes: Uint8Array): Promise<Signature> {
  const image = sharp(bytes, { pages: 1 }).autoOrient().flatten({ background: "#808080" }).toColourspace("srgb");
  const [rgb, grey, seen] = await Promise.all([
    image.clone().resize(SIDE, SIDE, { fit: "fill" }).removeAlpha().raw().toBuffer(),
    image.clone().greyscale().resize(GREY_SIDE, GREY_SIDE, { fit: "fill" }).raw().toBuffer(),
    look(bytes),
  ]);
  const small = grey.length === GREY_SIDE ** 2 ? grey : grey.filter((_, index) => index % (grey.length / GREY_SIDE ** 2) === 0);
  return {
    method: seen === null ? "no-network-1" : "mobilenet-1",
    manner: seen && littleEndian(seen.manner),
    classes: seen?.classes ?? null,
    palette: palette(oklab(rgb)),
    hash: waveHash(small),
    grey: Buffer.from(small).toString("base64"),
  };
}

function littleEndian(numbers: Float32Array): string {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeFloatLE(number, index * 4);
  return bytes.toString("base64");
}

const LINEAR = Float32Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** sRGB bytes as OKLab: B. Ottosson, "A perceptual color space for image processing" (2020). */
function oklab(rgb: Uint8Array): Lab {
  const count = rgb.length / 3;
  const [l, a, b] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  for (let index = 0; index < count; index += 1) {
    const red = LINEAR[rgb[index * 3] ?? 0] ?? 0;
    const green = LINEAR[rgb[index * 3 + 1] ?? 0] ?? 0;
    const blue = LINEAR[rgb[index * 3 + 2] ?? 0] ?? 0;
    const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    l[index] = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short;
    a[index] = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
    b[index] = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  }
  return { l, a, b };
}

/** The main colours by k-means, begun at even steps through the pixels in order of lightness: the same picture, the same palette. */
function palette({ l, a, b }: Lab): PaletteColour[] {
  const order = Uint32Array.from(l.keys()).sort((one, other) => (l[one] ?? 0) - (l[other] ?? 0));
  let centres = Array.from({ length: COLOURS }, (_, index) => {
    const pixel = order[Math.floor(((index + 0.5) / COLOURS) * order.length)] ?? 0;
    return { l: l[pixel] ?? 0, a: a[pixel] ?? 0, b: b[pixel] ?? 0, count: 0 };
  });
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const sums = centres.map(() => ({ l: 0, a: 0, b: 0, count: 0 }));
    for (let pixel = 0; pixel < l.length; pixel += 1) {
      const at = { l: l[pixel] ?? 0, a: a[pixel] ?? 0, b: b[pixel] ?? 0 };
      const sum = sums[nearest(centres, at)];
      if (!sum) continue;
      sum.l += at.l;
      sum.a += at.a;
      sum.b += at.b;
      sum.count += 1;
    }
    centres = sums.map((sum, index) => {
      const old = centres[index] ?? sum;
      return sum.count === 0
        ? { ...old, count: 0 }
        : { l: sum.l / sum.count, a: sum.a / sum.count, b: sum.b / sum.count, count: sum.count };
    });
  }
  return centres
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .map((centre) => ({ l: round(centre.l), a: round(centre.a), b: round(centre.b), share: round(centre.count / l.length) }));
}

interface Colour {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

function nearest(centres: readonly Colour[], at: Colour): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, centre] of centres.entries()) {
    const distance = (centre.l - at.l) ** 2 + (centre.a - at.a) ** 2 + (centre.b - at.b) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

const WAVES = 8;
/** Of the strongest wave. */
const NOISE = 0.01;

/** pHash: whether each of the 8 × 8 coarsest waves of the grey picture (its cosine transform) is above their median. */
function waveHash(grey: Uint8Array): string {
  const waves: number[] = [];
  for (let v = 0; v < WAVES; v += 1)
    for (let u = 0; u < WAVES; u += 1) {
      let sum = 0;
      for (let y = 0; y < GREY_SIDE; y += 1)
        for (let x = 0; x < GREY_SIDE; x += 1) sum += (grey[y * GREY_SIDE + x] ?? 0) * wave(x, u) * wave(y, v);
      waves.push(sum);
    }
  // The first says how light the whole is, which is no matter of composition.
  const sorted = waves.slice(1).sort((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  // A plain picture has many waves of nearly nothing: their signs are noise, so they have to be above it.
  const threshold = median + NOISE * Math.max(...waves.slice(1).map(Math.abs));
  const bits = waves.map((value, index) => (index > 0 && value > threshold ? 1 : 0));
  return Array.from({ length: 16 }, (_, digit) => Number.parseInt(bits.slice(digit * 4, digit * 4 + 4).join(""), 2).toString(16)).join("");
}

const COSINES = Float64Array.from({ length: GREY_SIDE * WAVES }, (_, index) => {
  const [place, frequency] = [index % GREY_SIDE, Math.floor(index / GREY_SIDE)];
  return Math.cos((Math.PI / GREY_SIDE) * (place + 0.5) * frequency);
});
const wave = (place: number, frequency: number) => COSINES[frequency * GREY_SIDE + place] ?? 0;

const round = (number: number) => Math.round(number * 10_000) / 10_000;
