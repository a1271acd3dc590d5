import type { LatheShape, Material } from "../lexicon/subjects";
import { lch, mixRgb, type Rgb } from "../raster/colour";
import { clamp, mix, smooth } from "../raster/maths";
import { item } from "../raster/sample";
import type { Stage } from "../scene/stage";
import type { Sprite } from "./sprite";

type Part = "cap" | "metal" | "dark" | "lamp" | "roof";

interface Turned {
  /** Outline from foot (0) to top (1): height and radius, both as shares of the whole. */
  readonly profile: readonly (readonly [at: number, radius: number])[];
  /** Height over width. */
  readonly slenderness: number;
  readonly parts: readonly (readonly [from: number, to: number, part: Part])[];
  readonly canBeGlass: boolean;
  readonly canHaveLabel: boolean;
}

const SHAPES: Readonly<Record<LatheShape, Turned>> = {
  bottle: {
    profile: [
      [0, 0.44],
      [0.02, 0.46],
      [0.55, 0.47],
      [0.66, 0.42],
      [0.74, 0.2],
      [0.78, 0.15],
      [0.9, 0.15],
      [0.9, 0.18],
      [1, 0.18],
    ],
    slenderness: 3,
    parts: [[0.88, 1.01, "cap"]],
    canBeGlass: true,
    canHaveLabel: true,
  },
  perfume: {
    profile: [
      [0, 0.4],
      [0.03, 0.5],
      [0.6, 0.5],
      [0.66, 0.44],
      [0.69, 0.17],
      [0.74, 0.17],
      [0.74, 0.24],
      [0.98, 0.24],
      [1, 0.22],
    ],
    slenderness: 1.5,
    parts: [
      [0.72, 1.01, "cap"],
      [0.655, 0.72, "metal"],
    ],
    canBeGlass: true,
    canHaveLabel: true,
  },
  vase: {
    profile: [
      [0, 0.22],
      [0.04, 0.26],
      [0.2, 0.4],
      [0.42, 0.5],
      [0.62, 0.42],
      [0.78, 0.22],
      [0.88, 0.19],
      [0.96, 0.27],
      [1, 0.29],
    ],
    slenderness: 1.7,
    parts: [],
    canBeGlass: true,
    canHaveLabel: false,
  },
  jar: {
    profile: [
      [0, 0.42],
      [0.03, 0.5],
      [0.62, 0.5],
      [0.66, 0.48],
      [0.66, 0.52],
      [0.98, 0.52],
      [1, 0.5],
    ],
    slenderness: 0.95,
    parts: [[0.66, 1.01, "cap"]],
    canBeGlass: true,
    canHaveLabel: true,
  },
  can: {
    profile: [
      [0, 0.42],
      [0.04, 0.5],
      [0.92, 0.5],
      [0.97, 0.43],
      [1, 0.43],
    ],
    slenderness: 1.85,
    parts: [
      [0.93, 1.01, "metal"],
      [0, 0.03, "metal"],
    ],
    canBeGlass: false,
    canHaveLabel: true,
  },
  cup: {
    profile: [
      [0, 0.26],
      [0.03, 0.33],
      [0.5, 0.44],
      [1, 0.5],
    ],
    slenderness: 1,
    parts: [],
    canBeGlass: true,
    canHaveLabel: false,
  },
  serum: {
    profile: [
      [0, 0.4],
      [0.03, 0.46],
      [0.5, 0.46],
      [0.58, 0.38],
      [0.6, 0.2],
      [0.72, 0.2],
      [0.72, 0.23],
      [0.78, 0.23],
      [0.82, 0.16],
      [0.97, 0.15],
      [1, 0.1],
    ],
    slenderness: 2.4,
    parts: [
      [0.6, 0.79, "metal"],
      [0.79, 1.01, "cap"],
    ],
    canBeGlass: true,
    canHaveLabel: true,
  },
  tube: {
    profile: [
      [0, 0.3],
      [0.14, 0.3],
      [0.15, 0.4],
      [0.5, 0.44],
      [0.98, 0.46],
      [1, 0.46],
    ],
    slenderness: 3,
    parts: [[0, 0.145, "cap"]],
    canBeGlass: false,
    canHaveLabel: true,
  },
  lighthouse: {
    profile: [
      [0, 0.5],
      [0.03, 0.42],
      [0.7, 0.27],
      [0.7, 0.36],
      [0.735, 0.36],
      [0.735, 0.22],
      [0.87, 0.22],
      [0.87, 0.28],
      [0.9, 0.27],
      [0.98, 0.06],
      [0.985, 0.02],
      [1, 0.02],
    ],
    slenderness: 3,
    parts: [
      [0.7, 0.736, "dark"],
      [0.736, 0.87, "lamp"],
      [0.87, 1.01, "roof"],
    ],
    canBeGlass: false,
    canHaveLabel: false,
  },
  bowl: {
    profile: [
      [0, 0.2],
      [0.06, 0.22],
      [0.08, 0.2],
      [0.3, 0.36],
      [0.7, 0.47],
      [1, 0.5],
    ],
    slenderness: 0.52,
    parts: [],
    canBeGlass: true,
    canHaveLabel: false,
  },
  goblet: {
    profile: [
      [0, 0.36],
      [0.03, 0.34],
      [0.06, 0.1],
      [0.4, 0.07],
      [0.46, 0.14],
      [0.56, 0.4],
      [0.72, 0.48],
      [0.9, 0.44],
      [1, 0.4],
    ],
    slenderness: 1.9,
    parts: [],
    canBeGlass: true,
    canHaveLabel: false,
  },
};

const CAPS: readonly Rgb[] = [[0.1, 0.1, 0.12], [0.93, 0.9, 0.86], lch(0.8, 0.1, 85), lch(0.7, 0.06, 60)];

export interface LatheRequest {
  readonly shape: LatheShape;
  readonly material: Material;
  readonly colour: Rgb | null;
  /** Height in pixels. */
  readonly height: number;
}

/** What of the thing is fixed before the pixel loop. */
interface Finish {
  readonly base: Rgb;
  readonly cap: Rgb;
  readonly stripes: Rgb | null;
  readonly label: Rgb | null;
  readonly isGlass: boolean;
  readonly isMetal: boolean;
  readonly isRough: boolean;
}

/** Low things are not as tall as slender ones: the height that gives each about the same presence, for a given size. */
export function latheHeight(shape: LatheShape, size: number): number {
  return size * Math.min(1.25, 1.12 * (SHAPES[shape].slenderness / 1.5) ** 0.8);
}

/** A surface of revolution with true normals, two softboxes and, for glass, a liquid inside. */
export function turnOnLathe(request: LatheRequest, stage: Stage): Sprite {
  const turned = SHAPES[request.shape];
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

function chooseFinish(request: LatheRequest, turned: Turned, stage: Stage): Finish {
  const { random } = stage;
  const isLighthouse = request.shape === "lighthouse";
  const invented = lch(random.range(0.55, 0.8), random.range(0.08, 0.15), random.range(0, 360));
  const base = request.colour ?? (isLighthouse ? [0.95, 0.94, 0.92] : (stage.colours[1] ?? invented));
  const cap = random.pick(CAPS);
  const stripeTone: Rgb = random.chance(0.5) ? [1, 1, 1] : [0.08, 0.08, 0.1];
  const isStriped = request.shape === "can" || random.chance(0.2);
  const isLabelled = turned.canHaveLabel && random.chance(0.85) && !stage.without("label");
  return {
    base,
    cap,
    stripes: isLighthouse ? lch(0.5, 0.19, 27) : isStriped ? mixRgb(base, stripeTone, 0.7) : null,
    label: isLabelled ? mixRgb([0.97, 0.95, 0.91], base, 0.08) : null,
    isGlass: request.material === "glass" && turned.canBeGlass,
    isMetal: request.material === "metal",
    isRough: request.material === "ceramic" || isLighthouse || request.shape === "bowl",
  };
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

/** Colour of the surface at height `at` (0 foot … 1 top) and `dx` (−1 left … 1 right), written into `out`. */
function shade(
  request: LatheRequest,
  turned: Turned,
  finish: Finish,
  stage: Stage,
  at: number,
  dx: number,
  slope: number,
  out: [number, number, number],
): void {
  const [lightX, lightY] = stage.lightDirection;
  const { sun } = stage.light;
  const dz = Math.sqrt(1 - dx * dx);
  const inverse = 1 / Math.hypot(1, slope);
  const normalX = dx * inverse;
  const normalY = slope * inverse;
  const normalZ = dz * inverse;
  let part: Part | null = null;
  for (const [from, to, name] of turned.parts) if (at >= from && at < to) part = name;
  const angle = Math.asin(clamp(dx, -1, 1));
  const colour = surfaceColour(request, finish, part, at, angle, stage.spec.seed);
  const diffuse = clamp(normalX * lightX * 1.1 + normalY * lightY + normalZ * 0.62);
  const lit = 0.3 + 0.85 * diffuse;
  let r = colour[0] * lit;
  let g = colour[1] * lit;
  let b = colour[2] * lit;
  const side = Math.sign(lightX === 0 ? 1 : lightX);
  if (finish.isGlass && part === null) {
    const isInside = at < 0.62 && at > 0.05;
    const absorb = mix(0.55, 1.7, 1 - dz ** 0.6 * 0.65) * (isInside ? 1.15 : 0.6);
    const through = 0.55 + 0.55 * (0.55 + 0.45 * Math.cos(dx * 2.4 + 0.6));
    r = colour[0] ** absorb * through;
    g = colour[1] ** absorb * through;
    b = colour[2] ** absorb * through;
    if (isInside) {
      const liquid = 1 - 0.15 * smooth(0.6, 0.585, at);
      const meniscus = Math.exp(-(((at - 0.6) / 0.008) ** 2)) * 0.3;
      r = r * liquid + meniscus;
      g = g * liquid + meniscus;
      b = b * liquid + meniscus;
    }
    const edge = 1 - smooth(0.72, 1, Math.abs(dx)) * 0.5;
    const caustic = Math.exp(-(((dx + side * 0.45) / 0.22) ** 2)) * 0.22;
    r = r * edge + caustic * colour[0];
    g = g * edge + caustic * colour[1];
    b = b * edge + caustic * colour[2];
  }
  if (part === "metal" || (finish.isMetal && part === null)) {
    const band = 0.35 + 0.65 * Math.abs(Math.sin(angle * 2.6 + 1.1)) ** 1.4;
    r = colour[0] * band * 1.15;
    g = colour[1] * band * 1.15;
    b = colour[2] * band * 1.15;
  }
  if (finish.label !== null && part === null && at > 0.16 && at < 0.46 && Math.abs(angle) < 0.95) {
    const share = smooth(0.95, 0.93, Math.abs(angle));
    const print: Rgb = isPrinted(at, angle) ? [0.2, 0.18, 0.2] : finish.label;
    const labelLight = 0.45 + 0.6 * diffuse;
    r = mix(r, print[0] * labelLight, share);
    g = mix(g, print[1] * labelLight, share);
    b = mix(b, print[2] * labelLight, share);
  }
  const gloss = glossOf(finish, at, dx, dz, side);
  if (part !== "lamp") {
    r = mix(r, sun[0], gloss);
    g = mix(g, sun[1], gloss);
    b = mix(b, sun[2], gloss);
  }
  if (finish.isRough) {
    const grain = (stage.noise.fbm(angle * 6, at * 30, 3) - 0.5) * 0.09;
    r += grain;
    g += grain;
    b += grain;
  }
  if (part === "lamp") {
    const glow = (0.8 + 0.2 * dz) * (Math.abs(Math.sin(angle * 4)) < 0.12 ? 0.3 : 1);
    r = glow;
    g = 0.93 * glow;
    b = 0.7 * glow;
  }
  out[0] = clamp(r);
  out[1] = clamp(g);
  out[2] = clamp(b);
}

function surfaceColour(request: LatheRequest, finish: Finish, part: Part | null, at: number, angle: number, seed: number): Rgb {
  switch (part) {
    case "cap":
      return finish.cap;
    case "metal":
      return lch(0.82, 0.07, 80);
    case "dark":
      return [0.15, 0.15, 0.18];
    case "roof":
      return lch(0.48, 0.18, 27);
    case "lamp":
      return [1, 0.95, 0.72];
    case null:
      break;
  }
  if (finish.stripes === null) return finish.base;
  const isStripe =
    request.shape === "lighthouse" ? Math.floor((at / 0.7) * 5) % 2 === 1 : Math.sin(angle * 2 + at * 11 + (seed % 100)) > 0.55;
  return isStripe ? finish.stripes : finish.base;
}

/** The lines on a label: a mark, a name, two lines of text. */
function isPrinted(at: number, angle: number): boolean {
  const across = Math.abs(angle);
  return (
    (at > 0.35 && at < 0.372 && across < 0.42) ||
    (at > 0.31 && at < 0.318 && across < 0.6) ||
    (at > 0.27 && at < 0.278 && across < 0.5) ||
    (at > 0.4 && at < 0.43 && across < 0.08)
  );
}

/** Two softboxes and the brighter rim of a grazing view. */
function glossOf(finish: Finish, at: number, dx: number, dz: number, side: number): number {
  const key =
    smooth(0.1, 0, Math.abs(dx - side * 0.62) - 0.045) * (finish.isRough ? 0.14 : 0.62) * smooth(0, 0.04, at) * smooth(1, 0.97, at);
  const fill = smooth(0.06, 0, Math.abs(dx + side * 0.78) - 0.02) * (finish.isRough ? 0.05 : 0.34);
  return clamp(key + fill + (1 - dz) ** 4 * (finish.isRough ? 0.12 : 0.35));
}
