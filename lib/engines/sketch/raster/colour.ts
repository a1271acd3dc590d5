import { clamp, mix, smooth } from "./maths";
import { f32, item } from "./sample";

/** sRGB, each channel 0–1. */
export type Rgb = readonly [number, number, number];
/** OKLab: lightness 0–1, a and b about ±0.4. */
export type Lab = readonly [number, number, number];

export const WHITE: Rgb = [1, 1, 1];

function linearFromSrgb(x: number): number {
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
}

function srgbFromLinear(x: number): number {
  const positive = Math.max(0, x);
  return clamp(positive <= 0.0031308 ? 12.92 * positive : 1.055 * positive ** (1 / 2.4) - 0.055);
}

/** The linear value of each 12-bit sRGB step: the power function is the cost of a conversion, and pictures are converted by the million. */
const LINEAR = Float32Array.from({ length: 4097 }, (_, step) => linearFromSrgb(step / 4096));
const SRGB = Float32Array.from({ length: 16385 }, (_, step) => srgbFromLinear(step / 16384));

function linear(x: number): number {
  return f32(LINEAR, (clamp(x) * 4096 + 0.5) | 0);
}

function gamma(x: number): number {
  const at = clamp(x) * 16384;
  const low = at | 0;
  // Near black one step of the table is too coarse for the steep curve.
  if (low < 64) return srgbFromLinear(x);
  return low >= 16384 ? 1 : mix(f32(SRGB, low), f32(SRGB, low + 1), at - low);
}

const CUBE_ROOT = Float32Array.from({ length: 8194 }, (_, step) => Math.cbrt(step / 8192));

function cubeRoot(x: number): number {
  // Near black the curve is too steep for the table.
  if (x < 1 / 128) return Math.cbrt(x);
  const at = x * 8192;
  const low = at | 0;
  return low >= 8192 ? 1 : mix(f32(CUBE_ROOT, low), f32(CUBE_ROOT, low + 1), at - low);
}

/** Writes the OKLab of a colour into `out` from index `at` on: conversions by the million leave no garbage behind. */
export function putLab(out: Float32Array, at: number, red: number, green: number, blue: number): void {
  const r = linear(red);
  const g = linear(green);
  const b = linear(blue);
  const l = cubeRoot(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = cubeRoot(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = cubeRoot(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  out[at] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  out[at + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  out[at + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
}

/** Writes the sRGB of an OKLab colour into `out` from index `at` on. */
export function putRgb(out: Float32Array, at: number, lightness: number, a: number, b: number): void {
  const lRoot = lightness + 0.3963377774 * a + 0.2158037573 * b;
  const mRoot = lightness - 0.1055613458 * a - 0.0638541728 * b;
  const sRoot = lightness - 0.0894841775 * a - 1.291485548 * b;
  const l = lRoot * lRoot * lRoot;
  const m = mRoot * mRoot * mRoot;
  const s = sRoot * sRoot * sRoot;
  out[at] = gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  out[at + 1] = gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  out[at + 2] = gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
}

const converted = new Float32Array(3);

export function labFromRgb(red: number, green: number, blue: number): Lab {
  putLab(converted, 0, red, green, blue);
  return [f32(converted, 0), f32(converted, 1), f32(converted, 2)];
}

export function rgbFromLab(lightness: number, a: number, b: number): Rgb {
  putRgb(converted, 0, lightness, a, b);
  return [f32(converted, 0), f32(converted, 1), f32(converted, 2)];
}

/** Changes each colour of a picture in OKLab, in place: `change` is handed lightness, a and b and writes them anew. */
export function changeInLab(samples: Float32Array, change: (lab: Float32Array) => void): void {
  const lab = new Float32Array(3);
  for (let i = 0; i < samples.length; i += 3) {
    putLab(lab, 0, f32(samples, i), f32(samples, i + 1), f32(samples, i + 2));
    change(lab);
    putRgb(samples, i, f32(lab, 0), f32(lab, 1), f32(lab, 2));
  }
}

/** The share 0–1 of the straight line through OKLab from each colour to the one at the same place. */
export function betweenColours(from: Float32Array, to: Float32Array, share: number): Float32Array {
  const out = new Float32Array(from.length);
  const lab = new Float32Array(6);
  for (let i = 0; i < from.length; i += 3) {
    putLab(lab, 0, f32(from, i), f32(from, i + 1), f32(from, i + 2));
    putLab(lab, 3, f32(to, i), f32(to, i + 1), f32(to, i + 2));
    putRgb(out, i, mix(f32(lab, 0), f32(lab, 3), share), mix(f32(lab, 1), f32(lab, 4), share), mix(f32(lab, 2), f32(lab, 5), share));
  }
  return out;
}

/** OKLCH: lightness 0–1, chroma 0–0.3, hue in degrees. */
export function lch(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180;
  return rgbFromLab(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
}

export function lchFromRgb(colour: Rgb): { lightness: number; chroma: number; hue: number } {
  const [lightness, a, b] = labFromRgb(...colour);
  return { lightness, chroma: Math.hypot(a, b), hue: (Math.atan2(b, a) * 180) / Math.PI };
}

/** Mix in OKLab, so that a blend of two hues does not turn grey. */
export function mixRgb(from: Rgb, to: Rgb, share: number): Rgb {
  const p = labFromRgb(...from);
  const q = labFromRgb(...to);
  return rgbFromLab(mix(p[0], q[0], share), mix(p[1], q[1], share), mix(p[2], q[2], share));
}

/** Squared distance in OKLab; chroma counts `chromaWeight` times. */
export function labDistance(p: Lab, q: Lab, chromaWeight = 2): number {
  return (p[0] - q[0]) ** 2 + chromaWeight * ((p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2);
}

export function css(colour: Rgb, alpha = 1): string {
  return `rgba(${Math.round(colour[0] * 255)},${Math.round(colour[1] * 255)},${Math.round(colour[2] * 255)},${alpha})`;
}

export function hex(colour: Rgb): string {
  return `#${colour
    .map((channel) =>
      Math.round(clamp(channel) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

export type Stop = readonly [position: number, colour: Rgb];

const RAMP_STEPS = 512;

/** A colour gradient looked up by position 0–1. */
export class Ramp {
  private readonly table = new Float32Array(RAMP_STEPS * 3);

  /** Stops in rising order of position, at least two. */
  constructor(stops: readonly Stop[]) {
    for (let step = 0; step < RAMP_STEPS; step++) {
      const position = step / (RAMP_STEPS - 1);
      let k = 0;
      while (k < stops.length - 2 && position > item(stops, k + 1)[0]) k++;
      const [from, fromColour] = item(stops, k);
      const [to, toColour] = item(stops, k + 1);
      this.table.set(mixRgb(fromColour, toColour, smooth(0, 1, (position - from) / (to - from))), step * 3);
    }
  }

  /** Writes the colour at `position` into `out` (three numbers). */
  read(position: number, out: Float32Array): void {
    const at = ((clamp(position) * (RAMP_STEPS - 1)) | 0) * 3;
    out[0] = f32(this.table, at);
    out[1] = f32(this.table, at + 1);
    out[2] = f32(this.table, at + 2);
  }
}
