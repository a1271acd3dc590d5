import type { LatheShape } from "../lexicon/subjects";
import { clamp, mix, smooth } from "../raster/maths";
import { item } from "../raster/sample";
import type { Stage } from "../scene/stage";
import { TURNED_SHAPES, type Turned } from "./lathe-shapes";
import { chooseFinish, type LatheRequest, shade } from "./lathe-surface";
import type { Sprite } from "./sprite";

/** Low things are not as tall as slender ones: the height that gives each about the same presence, for a given size. */
export function latheHeight(shape: LatheShape, size: number): number {
  return size * Math.min(1.25, 1.12 * (TURNED_SHAPES[shape].slenderness / 1.5) ** 0.8);
}

/** A surface of revolution with true normals, two softboxes and, for glass, a liquid inside. */
export function turnOnLathe(request: LatheRequest, stage: Stage): Sprite {
  const turned = TURNED_SHAPES[request.shape];
  const height = Math.max(8, Math.round(request.height));
  const width = Math.ceil(height / turned.slenderness) + 4;
  const pixels = new Uint8Array(width * height * 4);
  const finish = chooseFinish(request, turned, stage);
  const radii = radiiOf(turned);
  const sampled: [number, number, number] = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let hits = 0;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let sub = 0; sub < 4; sub++) {
        const at = 1 - (y + ((sub >> 1) + 0.5) / 2) / height;
        const radius = radiusAt(radii, at) * (width - 4);
        const dx = (x + ((sub & 1) + 0.5) / 2 - width / 2) / radius;
        if (Math.abs(dx) > 1) continue;
        const slope =
          (radiusAt(radii, Math.min(1, at + 0.004)) - radiusAt(radii, Math.max(0, at - 0.004))) / 0.008 / turned.slenderness || 0;
        shade(request, turned, finish, stage, at, dx, slope, sampled);
        hits++;
        r += sampled[0];
        g += sampled[1];
        b += sampled[2];
      }
      if (hits === 0) continue;
      const i = (y * width + x) * 4;
      pixels[i] = (r / hits) * 255;
      pixels[i + 1] = (g / hits) * 255;
      pixels[i + 2] = (b / hits) * 255;
      pixels[i + 3] = (hits / 4) * 255;
    }
  }
  return { pixels, width, height, footRows: 0 };
}

const RADIUS_STEPS = 2048;

function radiiOf(turned: Turned): Float32Array {
  const radii = new Float32Array(RADIUS_STEPS + 1);
  const { profile } = turned;
  for (let step = 0; step <= RADIUS_STEPS; step++) {
    const at = step / RADIUS_STEPS;
    let k = 0;
    while (k < profile.length - 2 && at > item(profile, k + 1)[0]) k++;
    const [from, fromRadius] = item(profile, k);
    const [to, toRadius] = item(profile, k + 1);
    if (to === from) {
      radii[step] = toRadius;
      continue;
    }
    const f = clamp((at - from) / (to - from));
    radii[step] = mix(fromRadius, toRadius, Math.abs(toRadius - fromRadius) < 0.02 ? f : smooth(0, 1, f));
  }
  return radii;
}

function radiusAt(radii: Float32Array, at: number): number {
  return radii[Math.round(clamp(at) * RADIUS_STEPS)] as number;
}
