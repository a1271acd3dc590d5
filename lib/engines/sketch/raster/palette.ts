import { type Lab, labDistance, labFromRgb, putLab, putRgb, type Rgb, rgbFromLab } from "./colour";
import type { Raster } from "./image";
import { clamp, mix } from "./maths";
import { Random } from "./random";
import { f32, f64, item } from "./sample";

/** One colour of a palette and the share of the picture it covers. */
export interface Swatch {
  readonly rgb: Rgb;
  readonly lab: Lab;
  readonly share: number;
}

const SAMPLED_PIXELS = 3000;
const CANDIDATES = 300;

/** The `count` main colours of a picture (k-means in OKLab), largest first. */
export function paletteOf(image: Raster, count: number, seed: string, iterations = 10): readonly Swatch[] {
  const random = new Random(seed);
  const pixels = image.width * image.height;
  const points: Lab[] = [];
  for (let i = 0; i < SAMPLED_PIXELS; i++) {
    const at = Math.floor(random.next() * pixels) * image.channels;
    points.push(labFromRgb(f32(image.samples, at), f32(image.samples, at + 1), f32(image.samples, at + 2)));
  }
  let centres = farApart(points, count, random);
  let counts = centres.map(() => 0);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const sums = centres.map(() => [0, 0, 0] as [number, number, number]);
    counts = centres.map(() => 0);
    for (const point of points) {
      const nearest = nearestOf(centres, point);
      counts[nearest] = item(counts, nearest) + 1;
      const sum = item(sums, nearest);
      sum[0] += point[0];
      sum[1] += point[1];
      sum[2] += point[2];
    }
    centres = centres.map((centre, k) => {
      const n = item(counts, k);
      const sum = item(sums, k);
      return n === 0 ? centre : [sum[0] / n, sum[1] / n, sum[2] / n];
    });
  }
  return centres
    .map((lab, k) => ({ lab, rgb: rgbFromLab(...lab), share: item(counts, k) / points.length }))
    .sort((p, q) => q.share - p.share);
}

function nearestOf(centres: readonly Lab[], point: Lab): number {
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let k = 0; k < centres.length; k++) {
    const distance = labDistance(item(centres, k), point);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = k;
    }
  }
  return best;
}

/** Start centres spread over the colours, so that a small accent gets its own swatch. */
function farApart(points: readonly Lab[], count: number, random: Random): Lab[] {
  const centres: Lab[] = [item(points, 0)];
  while (centres.length < count) {
    let farthest = item(points, 0);
    let farthestDistance = -1;
    for (let i = 0; i < CANDIDATES; i++) {
      const point = random.pick(points);
      let distance = Number.POSITIVE_INFINITY;
      for (const centre of centres) distance = Math.min(distance, labDistance(point, centre));
      if (distance > farthestDistance) {
        farthestDistance = distance;
        farthest = point;
      }
    }
    centres.push(farthest);
  }
  return centres;
}

const CUBE = 24;

/**
 * Pulls the colours of `image` towards a palette, in place. `strength` 0–1 moves hue and chroma; lightness moves
 * `strength × lightnessShare`, so that the drawing stays readable.
 */
export function pullToPalette(image: Raster, palette: readonly Lab[], strength: number, lightnessShare: number): void {
  const cube = paletteCube(palette, strength, lightnessShare);
  const samples = image.samples;
  for (let i = 0; i < samples.length; i += 3) {
    const r = clamp(f32(samples, i)) * (CUBE - 1);
    const g = clamp(f32(samples, i + 1)) * (CUBE - 1);
    const b = clamp(f32(samples, i + 2)) * (CUBE - 1);
    const r0 = Math.min(CUBE - 2, r | 0);
    const g0 = Math.min(CUBE - 2, g | 0);
    const b0 = Math.min(CUBE - 2, b | 0);
    const base = ((r0 * CUBE + g0) * CUBE + b0) * 3;
    for (let k = 0; k < 3; k++) samples[i + k] = trilinear(cube, base + k, r - r0, g - g0, b - b0);
  }
}

function trilinear(cube: Float32Array, at: number, r: number, g: number, b: number): number {
  const red = CUBE * CUBE * 3;
  const green = CUBE * 3;
  const low = mix(mix(f32(cube, at), f32(cube, at + red), r), mix(f32(cube, at + green), f32(cube, at + red + green), r), g);
  const up = at + 3;
  const high = mix(mix(f32(cube, up), f32(cube, up + red), r), mix(f32(cube, up + green), f32(cube, up + red + green), r), g);
  return mix(low, high, b);
}

/** Squared distance for pulling: hue and chroma count about twice what lightness does. */
function pullDistance(p: Lab, q: Lab): number {
  return 1.6 * (p[0] - q[0]) ** 2 + 3 * ((p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2);
}

const WIDEST_REACH = 0.045;
const NARROWEST_REACH = 0.002;

/** How far a palette's colours reach into each other: those of a narrow palette little, or every pull ends in their mean. */
function reachOf(palette: readonly Lab[]): number {
  let sum = 0;
  for (const first of palette) for (const second of palette) sum += pullDistance(first, second);
  return clamp((0.25 * sum) / palette.length ** 2, NARROWEST_REACH, WIDEST_REACH);
}

function paletteCube(palette: readonly Lab[], strength: number, lightnessShare: number): Float32Array {
  const reach = reachOf(palette);
  const cube = new Float32Array(CUBE * CUBE * CUBE * 3);
  const own = new Float32Array(3);
  const distances = new Float64Array(palette.length);
  for (let entry = 0; entry < cube.length; entry += 3) {
    const step = entry / 3;
    putLab(
      own,
      0,
      Math.floor(step / (CUBE * CUBE)) / (CUBE - 1),
      (Math.floor(step / CUBE) % CUBE) / (CUBE - 1),
      (step % CUBE) / (CUBE - 1),
    );
    const [ownL, ownA, ownB] = [f32(own, 0), f32(own, 1), f32(own, 2)];
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < palette.length; k++) {
      const [l, a, b] = item(palette, k);
      const distance = 1.6 * (ownL - l) ** 2 + 3 * ((ownA - a) ** 2 + (ownB - b) ** 2);
      distances[k] = distance;
      least = Math.min(least, distance);
    }
    let weight = 0;
    let lightness = 0;
    let along = 0;
    let across = 0;
    for (let k = 0; k < palette.length; k++) {
      const pull = Math.exp((least - f64(distances, k)) / reach);
      const [l, a, b] = item(palette, k);
      weight += pull;
      lightness += pull * l;
      along += pull * a;
      across += pull * b;
    }
    putRgb(
      cube,
      entry,
      mix(ownL, lightness / weight, strength * lightnessShare),
      mix(ownA, along / weight, strength),
      mix(ownB, across / weight, strength),
    );
  }
  return cube;
}
