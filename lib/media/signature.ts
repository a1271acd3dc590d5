import sharp from "sharp";
import { BINS, GREY_SIDE, type PaletteColour, type Signature } from "@/lib/domain/trial/signature";

/** Side a picture is looked at, whatever its shape: manner and colour do not need more. */
const SIDE = 128;
const COLOURS = 6;
const ROUNDS = 8;
/** OKLab chroma that counts as fully colourful; sRGB reaches 0.32. */
const MOST_CHROMA = 0.32;
/** Steps of lightness between neighbours that count as the roughest. */
const MOST_STEP = 0.35;

interface Lab {
  readonly l: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** What a picture looks like, for comparing it with others. Takes about 10 ms. @throws when the bytes are no picture */
export async function signatureOf(bytes: Uint8Array): Promise<Signature> {
  const image = sharp(bytes, { pages: 1 }).autoOrient().flatten({ background: "#808080" }).toColourspace("srgb");
  const [rgb, grey] = await Promise.all([
    image.clone().resize(SIDE, SIDE, { fit: "fill" }).removeAlpha().raw().toBuffer(),
    image.clone().greyscale().resize(GREY_SIDE, GREY_SIDE, { fit: "fill" }).raw().toBuffer(),
  ]);
  const lab = oklab(rgb);
  const small = grey.length === GREY_SIDE ** 2 ? grey : grey.filter((_, index) => index % (grey.length / GREY_SIDE ** 2) === 0);
  return {
    method: "own-1",
    lightness: histogram(lab.l, 1),
    chroma: histogram(
      lab.a.map((a, index) => Math.hypot(a, lab.b[index] ?? 0)),
      MOST_CHROMA,
    ),
    grain: [1, 2, 4].map((size) => histogram(roughness(lab.l, size), MOST_STEP)),
    palette: palette(lab),
    hash: waveHash(small),
    grey: Buffer.from(small).toString("base64"),
  };
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

function histogram(values: Float32Array, most: number): number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor((value / most) * BINS)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins.map((count) => round(count / values.length));
}

/** How much lightness changes from place to place, at details of `size` pixels. */
function roughness(light: Float32Array, size: number): Float32Array {
  const side = SIDE / size;
  const blocks = new Float32Array(side * side);
  for (let row = 0; row < SIDE; row += 1)
    for (let column = 0; column < SIDE; column += 1) {
      const block = Math.floor(row / size) * side + Math.floor(column / size);
      blocks[block] = (blocks[block] ?? 0) + (light[row * SIDE + column] ?? 0) / size ** 2;
    }
  const steps = new Float32Array((side - 1) * (side - 1));
  for (let row = 0; row + 1 < side; row += 1)
    for (let column = 0; column + 1 < side; column += 1) {
      const here = blocks[row * side + column] ?? 0;
      const across = (blocks[row * side + column + 1] ?? 0) - here;
      const down = (blocks[(row + 1) * side + column] ?? 0) - here;
      // The root spreads the many small steps of a picture over the bins.
      steps[row * (side - 1) + column] = Math.sqrt(Math.hypot(across, down)) * Math.sqrt(MOST_STEP);
    }
  return steps;
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
