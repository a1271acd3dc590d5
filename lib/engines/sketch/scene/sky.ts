import { css, lch, mixRgb, Ramp, type Rgb, WHITE } from "../raster/colour";
import { clamp, mix, smooth } from "../raster/maths";
import type { Random } from "../raster/random";
import { f32 } from "../raster/sample";
import { slowField } from "../raster/slow-field";
import type { Stage } from "./stage";

/** Sky down to `bottom` (y in pixels) and its colour below: gradient, glow, clouds in perspective, sun or moon, aurora, stars. */
export function paintSky(stage: Stage, bottom: number): void {
  const { width, height, light, noise } = stage;
  const { top } = stage.frame;
  // What stands below the sky is the same by day and by night, however many stars are drawn.
  const random = stage.random.fork();
  const samples = stage.image.samples;
  const ramp = new Ramp([
    [0, light.top],
    [0.55, light.middle],
    [1, light.horizon],
  ]);
  const litCloud = mixRgb(mixRgb(light.horizon, light.sun, 0.6), WHITE, 0.35);
  const shadedCloud = mixRgb(light.middle, light.ambient, 0.5);
  const cover = light.heavy > 0 ? 0.62 : random.range(0.34, 0.6);
  const cloudScale = random.range(2.2, 3.4);
  const cloudShare = stage.without("clouds") ? 0 : light.isMoon || light.hasAurora ? 0.45 : 1;
  const discShare = light.isMoon
    ? stage.without("moon")
      ? 0
      : 1
    : stage.without("sun")
      ? 0
      : light.heavy > 0
        ? 0.15
        : light.hasAurora
          ? 0
          : 1;
  const discRadius = light.isMoon ? 0.045 : 0.05;
  const glowShare = light.heavy > 0 || discShare === 0 ? 0.4 : 1;
  const colour = new Float32Array(3);
  const clouds = cloudShare > 0 ? cloudsOf(stage, bottom, cover, cloudScale) : null;
  const rows = Math.min(height, Math.ceil(bottom * 1.02) + 1);
  for (let y = 0; y < height; y++) {
    const t = (y - top) / (bottom - top);
    ramp.read(t, colour);
    const baseR = f32(colour, 0);
    const baseG = f32(colour, 1);
    const baseB = f32(colour, 2);
    const dy = (y - stage.sunY) / width;
    for (let x = 0; x < width; x++) {
      const dx = (x - stage.sunX) / width;
      const distance = Math.hypot(dx, dy);
      const glow = clamp((Math.exp(-distance * distance * 28) * 0.5 * light.strength + Math.exp(-distance * 7) * 0.28) * glowShare);
      let r = mix(baseR, light.sun[0], glow);
      let g = mix(baseG, light.sun[1], glow);
      let b = mix(baseB, light.sun[2], glow);
      const body = clouds === null || y >= rows ? 0 : f32(clouds.cover, y * width + x);
      if (body > 0.003 && clouds !== null) {
        const cloud = body * cloudShare * 0.85;
        const lit = clamp(0.5 + f32(clouds.light, y * width + x) * 3.2 + Math.exp(-distance * 4) * 0.5);
        r = mix(r, mix(shadedCloud[0], litCloud[0], lit), cloud);
        g = mix(g, mix(shadedCloud[1], litCloud[1], lit), cloud);
        b = mix(b, mix(shadedCloud[2], litCloud[2], lit), cloud);
      }
      const disc = smooth(discRadius, discRadius - 0.004, distance) * discShare;
      if (disc > 0) {
        const shade = light.isMoon ? 0.82 + 0.18 * noise.fbm(dx * 60, dy * 60, 3) : 1.03;
        r = mix(r, Math.min(1, light.sun[0] * shade), disc);
        g = mix(g, Math.min(1, light.sun[1] * shade), disc);
        b = mix(b, Math.min(1, light.sun[2] * shade), disc);
      }
      const at = (y * width + x) * 3;
      samples[at] = r;
      samples[at + 1] = g;
      samples[at + 2] = b;
    }
  }
  if (light.hasAurora) paintAurora(stage, bottom, random);
  if (light.stars > 0 && !stage.without("stars")) paintStars(stage, bottom, random);
}

interface Clouds {
  /** How closed they are, 0–1. */
  readonly cover: Float32Array;
  /** How much more of them lies here than towards the sun. */
  readonly light: Float32Array;
}

/** Clouds on a ceiling seen in perspective, down to `bottom`. */
function cloudsOf(stage: Stage, bottom: number, cover: number, scale: number): Clouds {
  const { width, height, noise, secondNoise, unit, sunX } = stage;
  const { top } = stage.frame;
  const down = (y: number) => (y - top) / (bottom - top);
  const perspective = (y: number) => 1 / (1.12 - Math.min(1, down(y)));
  const across = (x: number, y: number) => (x / width - 0.5) * scale * perspective(y) * 0.55;
  const away = (y: number) => perspective(y) * scale * 0.55;
  const rows = Math.min(height, Math.ceil(bottom * 1.02) + 1);
  const body = slowField(width, rows, 4 * unit, (x, y) => noise.fbm(across(x, y) * 1.1 + 3, away(y) * 2.2, 5));
  const light = slowField(width, rows, 4 * unit, (x, y) => {
    const towards = 0.12 * Math.tanh(((x - sunX) / width) * 6);
    const here = f32(body, Math.min(rows - 1, y) * width + Math.min(width - 1, x));
    return here - noise.fbm(across(x, y) * 1.1 + 3 - towards, away(y) * 2.2 - 0.16, 3);
  });
  const closed = slowField(width, rows, 4 * unit, (x, y) => {
    const here = f32(body, Math.min(rows - 1, y) * width + Math.min(width - 1, x));
    const detail = secondNoise.fbm(across(x, y) * 2.1 + here * 1.6, away(y) * 3.4, 4);
    return smooth(1 - cover, 1 - cover + 0.24, here * 0.62 + detail * 0.42) * smooth(1.05, 0.75, down(y));
  });
  return { cover: closed, light };
}

/** Curtains that hang from a wandering line, green below and violet above. */
function paintAurora(stage: Stage, bottom: number, random: Random): void {
  const { width, height, noise, secondNoise } = stage;
  const { top } = stage.frame;
  const sky = bottom - top;
  const low: Rgb = lch(0.86, 0.2, 158);
  const high: Rgb = lch(0.66, 0.19, 310);
  const curtains = [random.range(0.3, 0.45), random.range(0.5, 0.7)];
  for (let x = 0; x < width; x++) {
    const across = x / width;
    for (const [order, centre] of curtains.entries()) {
      const foot = top + sky * (centre + (noise.fbm(across * 2.4 + order * 9, 1.5, 3) - 0.5) * 0.7);
      const length = sky * (0.28 + 0.3 * secondNoise.fbm(across * 3 + order * 5, 4, 2));
      const ray = 0.45 + 0.55 * noise.fbm(across * 26 + order * 7, 2, 2);
      for (let y = Math.max(0, Math.floor(foot - length)); y < Math.min(height, bottom, foot + length * 0.14); y++) {
        const up = (foot - y) / length;
        const strength = (up < 0 ? smooth(-0.14, 0, up) : clamp(1 - up) ** 1.6) * ray * (order === 0 ? 0.55 : 0.85);
        const tone = clamp(up * 1.25);
        stage.blend(y * width + x, mix(low[0], high[0], tone), mix(low[1], high[1], tone), mix(low[2], high[2], tone), clamp(strength));
      }
    }
  }
}

function paintStars(stage: Stage, bottom: number, random: Random): void {
  const { width, unit, light } = stage;
  const { top } = stage.frame;
  const sky = bottom - top;
  stage.layer(
    (context) => {
      for (let k = 0; k < 420 * light.stars * (1 + top / sky); k++) {
        const isAbove = k >= 420 * light.stars;
        const y = isAbove ? random.next() * top : top + random.next() ** 1.3 * sky;
        const size = random.next() ** 6 * 2.2 * unit + 0.5 * unit;
        const tint: Rgb = random.chance(0.5) ? [0.7, 0.8, 1] : [1, 0.9, 0.75];
        context.fillStyle = css(mixRgb(WHITE, tint, 0.5), random.range(0.25, 0.95));
        context.beginPath();
        context.arc(random.next() * width, y, size, 0, 7);
        context.fill();
      }
    },
    1,
    0,
  );
}
