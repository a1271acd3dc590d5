import { createHash } from "node:crypto";
import sharp from "sharp";
import { directFilm, type FilmRequest } from "@/lib/engines/sketch/motion/direct-film";
import { framesOf } from "@/lib/engines/sketch/motion/film";
import { Raster } from "@/lib/engines/sketch/raster/image";
import type { ReferenceBytes } from "@/lib/engines/sketch/references/prepare";

/** Small enough that a suite of many films stays quick. */
export const WIDTH = 128;
export const HEIGHT = 72;

export function filmRequest(text: string, change: Partial<FilmRequest> = {}): FilmRequest {
  return { text, negative: "", seed: 7, width: WIDTH, height: HEIGHT, duration: 2, camera: null, references: [], ...change };
}

/** Every frame of a small film, RGBA. */
export async function shotFrames(text: string, change: Partial<FilmRequest> = {}): Promise<readonly Uint8Array[]> {
  const { film } = await directFilm(filmRequest(text, change));
  return [...copiesOf(framesOf(film))];
}

function* copiesOf(frames: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const frame of frames) yield frame.slice();
}

export function hashOfFrames(frames: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const frame of frames) hash.update(frame);
  return hash.digest("hex").slice(0, 16);
}

/** Mean difference of two frames' samples, 0–255. */
export function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) if (i % 4 !== 3) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / ((a.length / 4) * 3);
}

export function rasterOfFrame(frame: Uint8Array, width = WIDTH, height = HEIGHT): Raster {
  return Raster.fromBytes(frame, width, height, 3, 4);
}

/** A picture file of a size, with a plain thing before a backdrop, so that there is depth to guess. */
export async function pictureFile(width: number, height: number, hue = 0): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 160 90" preserveAspectRatio="none">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${210 + hue} 60% 55%)"/><stop offset="1" stop-color="hsl(${200 + hue} 50% 85%)"/></linearGradient></defs>
    <rect width="160" height="90" fill="url(#sky)"/><rect y="55" width="160" height="35" fill="hsl(${100 + hue} 35% 40%)"/>
    <path d="M0 55 L30 35 L60 55 L110 30 L160 55Z" fill="hsl(${230 + hue} 20% 55%)"/>
    <circle cx="80" cy="56" r="17" fill="hsl(${10 + hue} 80% 50%)"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

export function given(role: ReferenceBytes["role"], bytes: Uint8Array): ReferenceBytes {
  return { role, weight: 1, bytes };
}
