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

export function labFromRgb(red: number, green: number, blue: number): Lab {
  const r = linear(red);
  const g = linear(green);
  const b = linear(blue);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export function rgbFromLab(lightness: number, a: number, b: number): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
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
