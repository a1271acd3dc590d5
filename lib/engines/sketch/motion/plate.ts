import type { Raster } from "../raster/image";
import { f32 } from "../raster/sample";

/** What a part of the picture is, which decides how it moves by itself. */
export type Substance = "sky" | "water" | "land" | "afloat" | "aloft" | "fluid";

/** A painted picture with what is needed to move it: colours, and for each pixel how near it is and what it belongs to. */
export interface Plate {
  readonly width: number;
  readonly height: number;
  /** RGBA, 8 bits a channel, little-endian: red is the lowest byte. Opaque. */
  readonly colours: Uint32Array;
  /** The same in the light that the clip ends in, or null when the light stays. */
  readonly coloursAfter: Uint32Array | null;
  /** 0 far … 1 near. */
  readonly nearness: Float32Array;
  /** Index into `parts`. */
  readonly partOf: Uint8Array;
  readonly parts: readonly Part[];
  /** y in pixels of the far end of the ground or water. */
  readonly horizon: number;
  /** Sun and moon in pixels, in either light: clouds pass them, they stay. */
  readonly suns: readonly { readonly x: number; readonly y: number }[];
  /** One thousandth-ish of the shorter side, in pixels. */
  readonly unit: number;
  /**
   * How far, in pixels, what is near has touched what is behind it (`touched`: nobody knows the colour behind), and how much of
   * that goes with it (`carried`).
   */
  readonly fringe: { readonly touched: number; readonly carried: number };
  /** How strongly water moves, 0 still … 1 rough. */
  readonly roughness: number;
}

export interface Part {
  readonly substance: Substance;
  /** What the picture is of: in a passage between two pictures it moves as one. */
  readonly isThing?: true;
  /** Its scene says that this is the thing, and that the other picture of the passage shows it too. */
  readonly isKnown?: true;
}

/** 8-bit opaque RGBA of a painted picture. */
export function packColours(picture: Raster): Uint32Array {
  const { samples } = picture;
  const colours = new Uint32Array(picture.width * picture.height);
  for (let i = 0; i < colours.length; i++) {
    colours[i] =
      (byteOf(f32(samples, i * 3)) | (byteOf(f32(samples, i * 3 + 1)) << 8) | (byteOf(f32(samples, i * 3 + 2)) << 16) | OPAQUE) >>> 0;
  }
  return colours;
}

const OPAQUE = 0xff000000;

function byteOf(sample: number): number {
  return sample <= 0 ? 0 : sample >= 1 ? 255 : (sample * 255 + 0.5) | 0;
}
