import { labFromRgb, lch, putLab, type Rgb } from "../raster/colour";
import { Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { Noise } from "../raster/noise";
import { Random } from "../raster/random";
import { f32, item } from "../raster/sample";
import { ID } from "../scene/stage";
import type { Sitting } from "./canvas-picture";
import { kuwahara } from "./kuwahara";
import { outlinesOf } from "./outlines";
import { dotThreshold } from "./screen";

const PAPER: Rgb = [0.965, 0.945, 0.905];
const INK_SETS: readonly (readonly [Rgb, Rgb, Rgb])[] = [
  [
    [1, 0.28, 0.69],
    [0, 0.47, 0.75],
    [1, 0.91, 0],
  ],
  [
    [1, 0.4, 0.36],
    [0.1, 0.29, 0.55],
    [1, 0.71, 0.07],
  ],
  [
    [0, 0.51, 0.54],
    [1, 0.45, 0.45],
    [1, 0.86, 0.2],
  ],
  [
    [0.46, 0.36, 0.65],
    [1, 0.42, 0.18],
    [0.37, 0.78, 0.6],
  ],
];
const CUBE = 17;
const LEVELS = [0, 0.14, 0.28, 0.42, 0.57, 0.72, 0.86, 1] as const;

type Inks = readonly [Rgb, Rgb, Rgb];

/** Three drums of spot colour: separations on a dot screen, a little out of register, grainy where the ink lies full. */
export function printRisograph(sitting: Sitting): Raster {
  const { stage, picture, seed } = sitting;
  const { width, height, unit } = stage;
  const random = new Random(`${seed}r`);
  const noise = new Noise(`${seed}r`);
  const inks = chooseInks(sitting, random);
  const separations = separate(sitting, kuwahara(picture, Math.max(1, Math.round(2 * unit))), inks);
  const lines = outlinesOf(stage, picture).object;
  const out = new Raster(width, height, 3).fill(PAPER);
  const drums = [
    { angle: 0.26, cell: 6.4 * unit, shift: 3 * unit },
    { angle: 1.31, cell: 6.4 * unit, shift: 4 * unit },
    { angle: 0.785, cell: 5.6 * unit, shift: 0 },
  ];
  for (const [drum, { angle, cell, shift }] of drums.entries()) {
    const ink = item(inks, drum);
    const plate = item(separations, drum);
    const shiftX = random.range(-1, 1) * shift;
    const shiftY = random.range(-1, 1) * shift;
    const cosine = Math.cos(angle);
    const sine = Math.sin(angle);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const source = clamp(Math.round(y + shiftY), 0, height - 1) * width + clamp(Math.round(x + shiftX), 0, width - 1);
        let tone = f32(plate, source);
        if (drum === 2) tone = Math.max(tone, clamp(f32(lines, source) * 0.9));
        const threshold = dotThreshold(x, y, cosine, sine, cell);
        let laid = tone > 0.97 ? 1 : tone < 0.02 ? 0 : smooth(threshold - 0.16, threshold + 0.16, tone * 1.08);
        if (laid <= 0) continue;
        laid *= 0.93 + 0.07 * noise.value(x / (2.2 * unit), y / (2.2 * unit));
        if (noise.value(x / (1.2 * unit) + drum * 40, y / (1.2 * unit)) > 0.8) laid *= 0.72;
        laid *= 0.88 + 0.2 * noise.fbm(x / (260 * unit) + drum * 9, y / (260 * unit), 2);
        const i = (y * width + x) * 3;
        for (let k = 0; k < 3; k++) out.samples[i + k] = f32(out.samples, i + k) * (1 - clamp(laid) * (1 - item(ink, k)));
      }
    }
  }
  trimToPaper(out, noise, unit);
  return out;
}

/** Lightest first; the last drum prints the darks and the outlines. */
function chooseInks(sitting: Sitting, random: Random): Inks {
  const named = [...sitting.subjectInks, ...sitting.inks].filter((ink) => labFromRgb(...ink)[0] < 0.94).slice(0, 3);
  const chosen: Rgb[] = named.length >= 2 ? [...named] : [...random.pick(INK_SETS)];
  if (named.length === 1 && named[0] !== undefined) chosen[0] = named[0];
  if (chosen.length < 3) chosen.push(lch(0.24, 0.06, 280));
  const [light = PAPER, middle = PAPER, dark = PAPER] = [...chosen].sort((a, b) => labFromRgb(...b)[0] - labFromRgb(...a)[0]);
  return [light, middle, dark];
}

/** How much of each ink gives the nearest colour, by a table over the colour cube. */
function separate(sitting: Sitting, picture: Raster, inks: Inks): readonly Float32Array[] {
  const { stage } = sitting;
  const cube = separationCube(inks);
  const count = picture.width * picture.height;
  const plates = [new Float32Array(count), new Float32Array(count), new Float32Array(count)] as const;
  for (let i = 0; i < count; i++) {
    const r = clamp(f32(picture.samples, i * 3)) * (CUBE - 1);
    const g = clamp(f32(picture.samples, i * 3 + 1)) * (CUBE - 1);
    const b = clamp(f32(picture.samples, i * 3 + 2)) * (CUBE - 1);
    const r0 = Math.min(CUBE - 2, r | 0);
    const g0 = Math.min(CUBE - 2, g | 0);
    const b0 = Math.min(CUBE - 2, b | 0);
    let light = 0;
    let middle = 0;
    let dark = 0;
    for (let corner = 0; corner < 8; corner++) {
      const dr = corner & 1;
      const dg = (corner >> 1) & 1;
      const db = (corner >> 2) & 1;
      const weight = (dr === 1 ? r - r0 : 1 - r + r0) * (dg === 1 ? g - g0 : 1 - g + g0) * (db === 1 ? b - b0 : 1 - b + b0);
      const at = (((r0 + dr) * CUBE + g0 + dg) * CUBE + b0 + db) * 3;
      light += f32(cube, at) * weight;
      middle += f32(cube, at + 1) * weight;
      dark += f32(cube, at + 2) * weight;
    }
    plates[0][i] = light;
    plates[1][i] = middle;
    plates[2][i] = dark;
    if ((stage.ids[i] ?? 0) >= ID.SUBJECT) {
      const luma = 0.3 * f32(picture.samples, i * 3) + 0.59 * f32(picture.samples, i * 3 + 1) + 0.11 * f32(picture.samples, i * 3 + 2);
      plates[1][i] = Math.max(middle, clamp(1.05 - luma * 1.05));
      plates[0][i] = clamp(light * 0.9);
    }
  }
  return plates;
}

/** Lightness and colour of every print of the three inks in a few amounts each, and those amounts, six numbers a print. */
function printsOf(inks: Inks): Float32Array {
  const prints = new Float32Array(LEVELS.length ** 3 * 6);
  let at = 0;
  for (const light of LEVELS) {
    for (const middle of LEVELS) {
      for (const dark of LEVELS) {
        const channel = (k: 0 | 1 | 2) =>
          PAPER[k] * (1 - light * (1 - inks[0][k])) * (1 - middle * (1 - inks[1][k])) * (1 - dark * (1 - inks[2][k] * 0.9));
        putLab(prints, at, channel(0), channel(1), channel(2));
        prints[at + 3] = light;
        prints[at + 4] = middle;
        prints[at + 5] = dark;
        at += 6;
      }
    }
  }
  return prints;
}

function separationCube(inks: Inks): Float32Array {
  const prints = printsOf(inks);
  const cube = new Float32Array(CUBE ** 3 * 3);
  const own = new Float32Array(3);
  for (let entry = 0; entry < cube.length; entry += 3) {
    const step = entry / 3;
    putLab(
      own,
      0,
      Math.floor(step / (CUBE * CUBE)) / (CUBE - 1),
      (Math.floor(step / CUBE) % CUBE) / (CUBE - 1),
      (step % CUBE) / (CUBE - 1),
    );
    const lightness = mix(0.3, 0.97, smooth(-0.05, 1.02, f32(own, 0)));
    let leastDistance = Number.POSITIVE_INFINITY;
    let best = 0;
    for (let at = 0; at < prints.length; at += 6) {
      const overLightness = f32(prints, at) - lightness;
      const overA = f32(prints, at + 1) - f32(own, 1);
      const overB = f32(prints, at + 2) - f32(own, 2);
      const mud = f32(prints, at + 3) * f32(prints, at + 4) * f32(prints, at + 5);
      const distance = 4 * overLightness * overLightness + overA * overA + overB * overB + mud * 0.01;
      if (distance < leastDistance) {
        leastDistance = distance;
        best = at;
      }
    }
    for (let k = 0; k < 3; k++) cube[entry + k] = f32(prints, best + 3 + k);
  }
  return cube;
}

function trimToPaper(out: Raster, noise: Noise, unit: number): void {
  const { width, height } = out;
  const margin = 34 * unit;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const toEdge = Math.min(x, width - 1 - x, y, height - 1 - y);
      if (toEdge > margin + 2 * unit) continue;
      const ragged = toEdge + (noise.value(x / (5 * unit), y / (5 * unit)) - 0.5) * 2.5 * unit;
      const share = smooth(margin - 1.5 * unit, margin, ragged);
      const i = (y * width + x) * 3;
      for (let k = 0; k < 3; k++) out.samples[i + k] = mix(item(PAPER, k), f32(out.samples, i + k), share);
    }
  }
}
