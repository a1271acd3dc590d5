import { blur, Raster } from "../raster/image";
import { f32 } from "../raster/sample";
import type { SourcePicture } from "./source-picture";

/** The eye takes in about a thirtieth of a picture at once: strokes that only lie differently in it are the same to it. */
const GLANCE = 1 / 30;
/** Mean change of a channel in one glance from which it is seen. */
const SEEN = 0.01;

/** Whether anybody would see that one picture has become the other (RGB bytes, of the size of `before`). */
export function isChangeSeen(before: SourcePicture, after: Uint8Array): boolean {
  const { bytes, width, height } = before;
  const change = new Raster(width, height, 3);
  for (let i = 0; i < bytes.length; i++) change.samples[i] = ((after[i] ?? 0) - (bytes[i] ?? 0)) / 255;
  const inGlances = blur(change, GLANCE * Math.min(width, height)).samples;
  for (let i = 0; i < inGlances.length; i++) if (Math.abs(f32(inGlances, i)) > SEEN) return true;
  return false;
}
