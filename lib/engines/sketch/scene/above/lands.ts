import { lch, mixRgb, type Rgb, WHITE } from "../../raster/colour";
import { clamp, mix, smooth } from "../../raster/maths";
import type { Noise } from "../../raster/noise";
import type { Stage } from "../stage";
import { leafHue } from "../vegetation";
import { scatterCrowns } from "./crowns";
import { inLight, isWhite } from "./overhead";
import { paintRelief } from "./relief";

/** A sea of crowns with a glade or a path through it. */
export function paintForestFromAbove(stage: Stage): void {
  const { width, height, framing, random, noise } = stage;
  const hasThings = stage.spec.subjects.length > 0;
  paintTurf(stage, isWhite(stage) ? [0.93, 0.95, 0.99] : lch(0.4, 0.07, 122));
  const slant = random.range(-0.5, 0.5);
  const from = random.range(0.3, 0.7);
  scatterCrowns(stage, 78 * stage.unit, 0.97, (x, y) => {
    const glade = Math.hypot((x - framing.subjectX * width) / height, (y - height * 0.5) / height);
    const path = Math.abs(x / width - from - (y / height - 0.5) * slant - (noise.fbm(1.7, (y / height) * 2, 2) - 0.5) * 0.3);
    return (!hasThings || glade > 0.24) && path > 0.034;
  });
}

/** Fields side by side, each with furrows of its own, hedges and trees between them. */
export function paintMeadowFromAbove(stage: Stage): void {
  const { width, height, random, noise, secondNoise } = stage;
  const turn = random.range(-0.5, 0.5);
  const size = random.range(0.34, 0.5);
  const greens: readonly Rgb[] = isWhite(stage)
    ? [
        [0.92, 0.94, 0.98],
        [0.88, 0.91, 0.97],
        [0.95, 0.96, 0.99],
      ]
    : [lch(0.6, 0.11, leafHue(stage)), lch(0.7, 0.115, 112), lch(0.53, 0.1, 134), lch(0.78, 0.1, 95), ...stage.colours];
  const lit = greens.map((green) => inLight(stage, green));
  const fieldAt = (x: number, y: number) => {
    const u = ((x - width / 2) / height) * Math.cos(turn) + ((y - height / 2) / height) * Math.sin(turn);
    const v = ((y - height / 2) / height) * Math.cos(turn) - ((x - width / 2) / height) * Math.sin(turn);
    const row = Math.floor(v / size + 40.3);
    const across = u / (size * 1.35) + (row % 2) * 0.45 + 40;
    const column = Math.floor(across);
    const toEdge = Math.min(across - column, column + 1 - across, (v / size + 40.3 - row) / 1.35, (row + 1 - v / size - 40.3) / 1.35);
    return { u, v, kind: Math.floor(noise.value(column * 5.3, row * 7.7) * 997), toEdge };
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const { u, v, kind, toEdge } = fieldAt(x, y);
      const green = lit[kind % lit.length] ?? [0, 0, 0];
      const furrow = Math.sin((kind % 3 === 0 ? u : kind % 3 === 1 ? v : u + v) * 190) * (kind % 4 === 0 ? 0 : 0.045);
      const grass = (secondNoise.fbm((x / height) * 22, (y / height) * 22, 3) - 0.5) * 0.16;
      const hedge = smooth(0.03, 0.012, toEdge) * 0.42;
      const shade = (1 + furrow + grass) * (1 - hedge);
      stage.set(y * width + x, clamp(green[0] * shade), clamp(green[1] * shade), clamp(green[2] * shade));
    }
  }
  if (!stage.without("flowers") && !isWhite(stage) && stage.spec.season !== "autumn") strewFlowers(stage);
  scatterCrowns(stage, 54 * stage.unit, 0.42, (x, y) => fieldAt(x, y).toEdge < 0.034);
}

/** Specks of blossom, in drifts. */
function strewFlowers(stage: Stage): void {
  const { width, height, random, noise, unit } = stage;
  const petals = stage.colours.length > 0 ? stage.colours : [WHITE, lch(0.85, 0.16, 95), lch(0.68, 0.16, 10)];
  stage.layer(
    (context) => {
      for (let k = 0; k < 900; k++) {
        const x = random.next() * width;
        const y = random.next() * height;
        const petal = random.pick(petals);
        if (noise.fbm((x / height) * 4, (y / height) * 4, 2) < 0.54) continue;
        context.fillStyle = `rgba(${inLight(stage, petal)
          .map((c) => Math.round(c * 255))
          .join()},.9)`;
        context.beginPath();
        context.arc(x, y, Math.max(0.8, random.range(1.6, 3.6) * unit), 0, 7);
        context.fill();
      }
    },
    null,
    0,
  );
}

export function paintSnowFromAbove(stage: Stage): void {
  const { noise, secondNoise, width, height, framing } = stage;
  paintRelief(stage, {
    heightAt: (u, v) => noise.fbm(u * 2.6, v * 2.6, 3) * 0.8 + secondNoise.fbm(u * 7 + v * 2, v * 9, 2) * 0.08,
    colours: [
      [0, inLight(stage, [0.8, 0.87, 0.97])],
      [1, inLight(stage, [0.98, 0.98, 1])],
    ],
    steepness: 1.1,
  });
  scatterCrowns(stage, 96 * stage.unit, 0.75, (x, y) => {
    const free = Math.hypot((x - framing.subjectX * width) / height, (y - height * 0.5) / height);
    return free > 0.27 && noise.fbm((x / height) * 2.4 + 9, (y / height) * 2.4, 3) > 0.5;
  });
}

/** Crests of dunes, bent by the wind, one slope in the light. */
export function paintDesertFromAbove(stage: Stage): void {
  const { noise, secondNoise, random } = stage;
  const turn = random.range(-0.6, 0.6);
  const sand = stage.colours[0] ?? lch(0.76, 0.1, 68);
  paintRelief(stage, {
    heightAt: (u, v) => {
      const across = u * Math.cos(turn) + v * Math.sin(turn) + (noise.fbm(u * 1.8, v * 1.8, 3) - 0.5) * 0.7;
      const wave = across * 4.2 - Math.floor(across * 4.2);
      return (
        (wave < 0.72 ? wave / 0.72 : (1 - wave) / 0.28) * 0.62 +
        secondNoise.fbm(u * 3, v * 3, 3) * 0.3 +
        Math.sin((u - v * 0.4 + noise.value(u * 9, v * 9) * 0.04) * 300) * 0.0035
      );
    },
    colours: [
      [0, inLight(stage, mixRgb(sand, [0.45, 0.22, 0.14], 0.3))],
      [1, inLight(stage, mixRgb(sand, WHITE, 0.16))],
    ],
    steepness: 0.8,
  });
}

/** Ridges and valleys as a map paints them: woods below, rock, snow on what is highest. */
export function paintMountainsFromAbove(stage: Stage): void {
  const { noise, secondNoise } = stage;
  const isWinter = isWhite(stage);
  const snowLine = stage.spec.season === "summer" ? 0.86 : isWinter ? 0.42 : 0.7;
  paintRelief(stage, {
    heightAt: (u, v) => {
      const bend = (noise.fbm(u * 3, v * 3, 4) - 0.5) * 1.1;
      return clamp(summits(secondNoise, u * 2.6 + bend, v * 2.6 - bend * 0.7) + (secondNoise.fbm(u * 9, v * 9, 4) - 0.5) * 0.26);
    },
    colours: [
      [0, inLight(stage, isWinter ? [0.84, 0.88, 0.95] : lch(0.46, 0.08, 135))],
      [mix(0, snowLine, 0.6), inLight(stage, isWinter ? [0.9, 0.93, 0.98] : lch(0.52, 0.06, 115))],
      [snowLine - 0.06, inLight(stage, lch(0.55, 0.025, 60))],
      [snowLine + 0.05, inLight(stage, [0.92, 0.94, 0.98])],
      [1, inLight(stage, [0.96, 0.97, 1])],
    ],
    steepness: 0.9,
  });
}

/** Cones of uneven height on a loose grid; where they meet lie the valleys. */
function summits(noise: Noise, u: number, v: number): number {
  let highest = 0;
  const cellX = Math.floor(u);
  const cellY = Math.floor(v);
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const x = cellX + dx;
      const y = cellY + dy;
      const offX = u - x - 0.5 - (noise.value(x * 7.31 + 3, y * 5.17) - 0.5) * 0.9;
      const offY = v - y - 0.5 - (noise.value(x * 3.7, y * 9.13 + 5) - 0.5) * 0.9;
      const tall = 0.55 + 0.5 * noise.value(x * 2.9 + 1, y * 4.3);
      highest = Math.max(highest, tall - Math.hypot(offX, offY) * 0.72);
    }
  }
  return highest;
}

function paintTurf(stage: Stage, green: Rgb): void {
  const { width, height, noise } = stage;
  const lit = inLight(stage, green);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shade = 0.82 + 0.4 * noise.fbm((x / height) * 14, (y / height) * 14, 3);
      stage.set(y * width + x, clamp(lit[0] * shade), clamp(lit[1] * shade), clamp(lit[2] * shade));
    }
  }
}
