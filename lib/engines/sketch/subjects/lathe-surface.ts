import type { LatheShape, Material } from "../lexicon/subjects";
import { lch, mixRgb, type Rgb } from "../raster/colour";
import { clamp, mix, smooth } from "../raster/maths";
import type { Stage } from "../scene/stage";
import type { Part, Turned } from "./lathe-shapes";

/** A thing to turn. */
export interface LatheRequest {
  readonly shape: LatheShape;
  readonly material: Material;
  readonly colour: Rgb | null;
  /** Height in pixels. */
  readonly height: number;
}

/** What of the thing is fixed before the pixel loop. */
export interface Finish {
  readonly base: Rgb;
  readonly cap: Rgb;
  readonly stripes: Rgb | null;
  readonly label: Rgb | null;
  readonly isGlass: boolean;
  readonly isMetal: boolean;
  readonly isRough: boolean;
}

const CAPS: readonly Rgb[] = [[0.1, 0.1, 0.12], [0.93, 0.9, 0.86], lch(0.8, 0.1, 85), lch(0.7, 0.06, 60)];

export function chooseFinish(request: LatheRequest, turned: Turned, stage: Stage): Finish {
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

/** Colour of the surface at height `at` (0 foot … 1 top) and `dx` (−1 left … 1 right), written into `out`. */
export function shade(
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
