import { lch, mixRgb, type Rgb } from "../raster/colour";
import { clamp, mix, smooth } from "../raster/maths";
import type { Noise } from "../raster/noise";
import { f32 } from "../raster/sample";
import type { Stage } from "./stage";

/** One range of land, far ranges first. Lengths in pixels, `distance` 0 near … 1 far. */
export interface Ridge {
  readonly kind: "rock" | "hill" | "dune";
  readonly base: number;
  readonly height: number;
  readonly frequency: number;
  readonly colour: Rgb;
  readonly distance: number;
  readonly id: number;
  /** Height of the mist at its foot, share of the picture. */
  readonly mist: number;
  /** How far snow reaches down from the crest, share of the picture; 0 is none. */
  readonly snow?: number;
  /** One round hill on it. */
  readonly hill?: Hill | undefined;
  /** Nothing is painted from this y on. */
  readonly bottom?: number;
}

/** A round hill: where its middle is, as a share of the width, and how high it rises, in pixels. */
export interface Hill {
  readonly x: number;
  readonly lift: number;
}

/** Half of the width a hill takes, as a share of the picture's. */
const HILL_REACH = 0.32;

/** How far the side of a hill lies below its top at `across`, a share of the width; pixels. */
export function belowTop({ x, lift }: Hill, across: number): number {
  return lift * (1 - Math.exp(-((Math.abs(across - x) / HILL_REACH) ** 3)));
}

export function paintRidges(stage: Stage, ridges: readonly Ridge[]): void {
  for (const ridge of ridges) paintRidge(stage, ridge, stage.random.next() * 50);
}

function paintRidge(stage: Stage, ridge: Ridge, offset: number): void {
  const { width, light, secondNoise } = stage;
  const { top: frameTop, height } = stage.frame;
  const frameEnd = frameTop + height;
  const crest = crestLine(stage, ridge, offset);
  const { distance } = ridge;
  const through = stage.air(ridge.colour, distance);
  const lit = mixRgb(through, light.sun, 0.42 * (1 - distance * 0.6));
  const shaded = mixRgb(through, mixRgb(light.ambient, [0.05, 0.05, 0.12], 0.45), 0.55 * (1 - distance * 0.7));
  const litSnow = stage.air(mixRgb([0.97, 0.98, 1], light.sun, 0.25), distance * 0.55);
  const shadedSnow = stage.air(mixRgb(light.ambient, [0.56, 0.66, 0.86], 0.6), distance * 0.6);
  const side = stage.sunX < width / 2 ? -1 : 1;
  const mistShare = (0.35 + stage.fog * 0.6) * (distance > 0.08 ? 1 : 0.12);
  const end = Math.min(stage.height, ridge.bottom ?? stage.height);
  const snowDepth = ridge.snow ?? 0;
  for (let x = 0; x < width; x++) {
    const top = f32(crest, x);
    const reach = ridge.kind === "rock" ? 9 : 6;
    const slope = (f32(crest, Math.min(width - 1, x + reach)) - f32(crest, Math.max(0, x - reach))) / (2 * reach);
    for (let y = Math.max(0, Math.floor(top)); y < end; y++) {
      const tall = (y - frameTop) / height;
      // Nearer than where the scene was composed the land is lit as at its lower edge.
      const down = (Math.min(y, frameEnd) - top) / height;
      const shade = shadeOf(ridge, secondNoise, offset, x / width, tall, down, slope * side, side, distance);
      let r = mix(shaded[0], lit[0], shade);
      let g = mix(shaded[1], lit[1], shade);
      let b = mix(shaded[2], lit[2], shade);
      if (snowDepth > 0) {
        const edge = down + (0.5 - secondNoise.fbm((x / width) * 18, tall * 18, 3)) * 0.16;
        const snow = smooth(snowDepth + 0.05, snowDepth - 0.05, edge);
        if (snow > 0) {
          const snowShade = smooth(0.35, 0.6, shade);
          r = mix(r, mix(shadedSnow[0], litSnow[0], snowShade), snow);
          g = mix(g, mix(shadedSnow[1], litSnow[1], snowShade), snow);
          b = mix(b, mix(shadedSnow[2], litSnow[2], snowShade), snow);
        }
      }
      const mist = smooth(0, 1, (y - top) / (ridge.base + ridge.mist * height - top)) * mistShare;
      const pixel = y * width + x;
      stage.set(pixel, mix(r, light.horizon[0], mist), mix(g, light.horizon[1], mist), mix(b, light.horizon[2], mist));
      stage.depth[pixel] = distance;
      stage.ids[pixel] = ridge.id;
    }
  }
}

/** How lit a point of the land is, 0–1: the slope of the crest, then relief from noise differences towards the sun. */
function shadeOf(
  ridge: Ridge,
  relief: Noise,
  offset: number,
  across: number,
  tall: number,
  down: number,
  slope: number,
  side: number,
  distance: number,
): number {
  switch (ridge.kind) {
    case "dune": {
      const wobble = relief.fbm(across * 4, tall * 5 + offset, 3) - 0.5;
      const ripples = 0.12 * Math.sin(tall * 240 + relief.value(across * 9, tall * 9) * 16) * (1 - distance);
      return clamp(0.5 - slope * 2.2 + wobble * 0.5 - down * 0.8 + ripples);
    }
    case "hill":
      return clamp(0.72 - down * 1.6 + (relief.fbm(across * 7, tall * 22 + offset, 4) - 0.5) * 0.9);
    case "rock": {
      const warp = (relief.fbm(across * 4 + offset, tall * 4, 3) - 0.5) * 0.9;
      const fx = across * ridge.frequency * 3.2 + offset + warp - side * down * 2.2;
      const fy = tall * ridge.frequency * 1.5 + warp * 0.6;
      const towards = relief.fbm(fx + side * 0.11, fy - 0.07, 5);
      const here = relief.fbm(fx, fy, 5);
      return smooth(0.12, 0.88, clamp(0.47 + (here - towards) * 4.2 - slope * 0.28 * Math.exp(-down * 7) - down * 0.25));
    }
  }
}

function crestLine(stage: Stage, ridge: Ridge, offset: number): Float32Array {
  const crest = new Float32Array(stage.width);
  for (let x = 0; x < stage.width; x++) {
    const across = x / stage.width;
    const rise =
      ridge.kind === "rock"
        ? peaks(stage.noise, across * ridge.frequency * 1.6 + offset, offset)
        : stage.noise.fbm(across * ridge.frequency + offset, offset, 2);
    crest[x] = ridge.base - ridge.height * rise - (ridge.hill === undefined ? 0 : ridge.hill.lift - belowTop(ridge.hill, across));
  }
  return crest;
}

/** Summits: large triangles of uneven height, smaller ones on them, and a rough edge. */
function peaks(noise: Noise, at: number, offset: number): number {
  const warped = at + (noise.fbm(at * 3.1, offset, 3) - 0.5) * 0.34;
  const body = triangles(noise, warped, offset) * 0.8 + triangles(noise, warped * 2.3 + 7, offset + 9) * 0.2;
  return clamp(body) + (noise.fbm(at * 11, offset, 4) - 0.5) * 0.085;
}

function triangles(noise: Noise, at: number, offset: number): number {
  let highest = 0;
  for (let k = -2; k <= 2; k++) {
    const cell = Math.floor(at) + k;
    const centre = cell + 0.5 + (noise.value(cell * 7.31 + offset, 3.3) - 0.5) * 0.8;
    const tall = 0.35 + 0.65 * noise.value(cell * 3.17 + offset, 8.1);
    const wide = 0.75 + 0.6 * noise.value(cell * 5.7 + offset, 1.9);
    highest = Math.max(highest, tall * (1 - Math.abs(at - centre) / wide));
  }
  return highest;
}

/** Colours of land that several scenes share. */
export const LAND = {
  farRock: lch(0.42, 0.04, 265),
  rock: lch(0.4, 0.04, 255),
  wooded: lch(0.36, 0.06, 160),
  pine: lch(0.3, 0.06, 155),
  sand: lch(0.73, 0.105, 65),
} as const;
