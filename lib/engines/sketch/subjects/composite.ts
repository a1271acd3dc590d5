import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { mixRgb, type Rgb } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { f32, u8, u8c } from "../raster/sample";
import type { Stage } from "../scene/stage";
import type { Sprite } from "./sprite";

export interface Placed {
  /** Left and top edge in pixels; may lie outside the picture. */
  readonly x: number;
  readonly y: number;
  /** Already shaded in three dimensions: the scene's light is laid on lightly. */
  readonly isShaded: boolean;
  /** Pixels of this colour shine by themselves; null where nothing does. */
  readonly lamp: Rgb | null;
  readonly id: number;
  readonly depth: number;
  /** y in pixels below which it is under water, or null. */
  readonly waterline: number | null;
}

/** Lays a cut-out into the scene, lit by its sun: the alpha is inflated into a relief whose normals catch the light. */
export function compositeSprite(stage: Stage, sprite: Sprite, placed: Placed): void {
  const { width, height, pixels } = sprite;
  const [lightX, lightY, lightZ] = stage.lightDirection;
  const { sun, ambient, strength } = stage.light;
  const alpha = new Raster(width, height, 1);
  for (let i = 0; i < width * height; i++) alpha.samples[i] = u8(pixels, i * 4 + 3) / 255;
  const broad = blur(alpha, Math.max(2, width * 0.045), 3).samples;
  const fine = blur(alpha, Math.max(2, width * 0.012), 2).samples;
  const haze = 0.16 + (1 - strength) * (stage.light.isDark ? 0.1 : 0.22) + (stage.fog * 0.25 + 0.5) * placed.depth;
  for (let y = 0; y < height; y++) {
    const gy = Math.round(placed.y + y);
    if (gy < 0 || gy >= stage.height) continue;
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const a = f32(alpha.samples, i);
      if (a < 0.004) continue;
      const gx = Math.round(placed.x + x);
      if (gx < 0 || gx >= stage.width) continue;
      const left = y * width + Math.max(0, x - 1);
      const right = y * width + Math.min(width - 1, x + 1);
      const nx = -(f32(broad, right) - f32(broad, left)) * width * 0.09 - (f32(fine, right) - f32(fine, left)) * width * 0.02;
      const ny =
        -(f32(broad, below + x) - f32(broad, above + x)) * width * 0.09 - (f32(fine, below + x) - f32(fine, above + x)) * width * 0.02;
      const inverse = 1 / Math.hypot(nx, ny, 1);
      const lit = clamp((nx * lightX + ny * lightY + lightZ) * inverse * 0.75 + 0.25);
      const r = u8(pixels, i * 4) / 255;
      const g = u8(pixels, i * 4 + 1) / 255;
      const b = u8(pixels, i * 4 + 2) / 255;
      const exposure = placed.isShaded ? mix(1, strength, 0.6) : mix(0.62, 1.14, lit) * mix(stage.light.isDark ? 0.74 : 0.5, 1, strength);
      // Coloured light at night would leave nothing of a thing's own colour.
      const warm = (0.5 + (placed.isShaded ? 0.08 : 0.2 * lit)) * (stage.light.isDark ? 0.6 : 1);
      const cool = haze * (1 - lit * 0.5);
      const rim = clamp(clamp((1 - inverse) * 1.1 - 0.35) * clamp(nx * lightX + ny * lightY * 0.8) * 0.55 * (placed.isShaded ? 0.3 : 1));
      const glow = placed.lamp === null ? 0 : glowOf(placed.lamp, r, g, b);
      const red = mix(mix(mix(lightUp(r * exposure, sun[0], warm), ambient[0], cool), sun[0], rim), r, glow);
      const green = mix(mix(mix(lightUp(g * exposure, sun[1], warm), ambient[1], cool), sun[1], rim), g, glow);
      const blue = mix(mix(mix(lightUp(b * exposure, sun[2], warm), ambient[2], cool), sun[2], rim), b, glow);
      const dry =
        placed.waterline === null
          ? 1
          : smooth(
              placed.waterline + 3 * stage.unit,
              placed.waterline - 3 * stage.unit,
              gy + 4 * stage.unit * Math.sin((gx / stage.width) * 90),
            );
      const pixel = gy * stage.width + gx;
      stage.blend(pixel, clamp(red), clamp(green), clamp(blue), a * dry);
      if (a * dry > 0.5) {
        stage.depth[pixel] = placed.depth;
        stage.ids[pixel] = placed.id;
      }
    }
  }
}

function glowOf(lamp: Rgb, r: number, g: number, b: number): number {
  return smooth(0.14, 0.05, Math.abs(r - lamp[0]) + Math.abs(g - lamp[1]) + Math.abs(b - lamp[2]));
}

function lightUp(channel: number, sun: number, share: number): number {
  return mix(channel, channel * sun * 1.15, share);
}

/** A shadow on the ground: the outline thrown away from the light, and a dark contact under the foot. */
export function castShadow(stage: Stage, sprite: Sprite, x: number, baseY: number, strength: number): void {
  const { width, height } = stage;
  const silhouette = createCanvas(sprite.width, sprite.height);
  const silhouetteContext = silhouette.getContext("2d");
  const cut = silhouetteContext.createImageData(sprite.width, sprite.height);
  for (let i = 0; i < sprite.width * sprite.height; i++) cut.data[i * 4 + 3] = u8(sprite.pixels, i * 4 + 3);
  silhouetteContext.putImageData(cut, 0, 0);

  const thrown = alphaOf(stage, (context) => {
    context.translate(x, baseY);
    context.transform(1, 0, -stage.lightDirection[0] * 1.1, -0.22, 0, 0);
    context.drawImage(silhouette, 0, sprite.footRows, sprite.width, -sprite.height);
  });
  const contact = alphaOf(stage, (context) => {
    context.fillStyle = "#000";
    context.beginPath();
    context.ellipse(x + sprite.width / 2, baseY, sprite.width * 0.4, sprite.width * 0.065, 0, 0, 7);
    context.fill();
  });
  const soft = blur(thrown, sprite.width * 0.035).samples;
  const close = blur(contact, sprite.width * 0.03).samples;
  const tone = mixRgb(stage.light.ambient, [0.05, 0.03, 0.1], 0.75);
  const samples = stage.image.samples;
  for (let pixel = 0; pixel < width * height; pixel++) {
    const share = clamp(f32(soft, pixel) * 0.55 + f32(close, pixel) * 0.6) * strength;
    if (share < 0.004) continue;
    const at = pixel * 3;
    stage.blend(
      pixel,
      f32(samples, at) * 0.35 + tone[0] * 0.1,
      f32(samples, at + 1) * 0.33 + tone[1] * 0.1,
      f32(samples, at + 2) * 0.36 + tone[2] * 0.12,
      share,
    );
  }
}

function alphaOf(stage: Stage, draw: (context: SKRSContext2D) => void): Raster {
  const pixels = stage.drawn(draw);
  const alpha = new Raster(stage.width, stage.height, 1);
  for (let i = 0; i < alpha.samples.length; i++) alpha.samples[i] = u8c(pixels, i * 4 + 3) / 255;
  return alpha;
}

/** A mirror image that covers less than this of a pixel leaves it to the water. */
const LEAST_MIRRORED = 0.2;

/** The mirror image of thing `id` below `baseY`: broken by waves on water, short and plain on a polished floor. */
export function mirrorSprite(stage: Stage, sprite: Sprite, x: number, y: number, baseY: number, strength: number, id: number): void {
  const { isWater } = stage.floor;
  const exposure = stage.light.strength * 0.85;
  for (let sy = 0; sy < sprite.height; sy++) {
    const fallY = baseY + (baseY - (y + sy)) * (isWater ? 0.8 : 1);
    const gy = Math.round(fallY);
    if (gy < baseY || gy >= stage.height) continue;
    const fade = isWater
      ? 0.55 * strength * Math.exp(-(fallY - baseY) / (sprite.height * 0.7))
      : strength * Math.exp(-(fallY - baseY) / (sprite.height * 0.22));
    for (let sx = 0; sx < sprite.width; sx++) {
      const i = (sy * sprite.width + sx) * 4;
      const alpha = u8(sprite.pixels, i + 3) / 255;
      if (alpha < 0.05) continue;
      const wave = isWater
        ? (stage.noise.fbm((sx / sprite.width) * 3, (fallY / stage.height) * 40, 3) - 0.5) *
          44 *
          stage.unit *
          clamp((fallY - baseY) / (60 * stage.unit))
        : 0;
      const gx = Math.round(x + sx + wave);
      if (gx < 0 || gx >= stage.width) continue;
      if (alpha * fade > LEAST_MIRRORED) stage.mirroredIds[gy * stage.width + gx] = id;
      stage.blend(
        gy * stage.width + gx,
        (u8(sprite.pixels, i) / 255) * exposure,
        (u8(sprite.pixels, i + 1) / 255) * exposure,
        (u8(sprite.pixels, i + 2) / 255) * exposure,
        alpha * fade,
      );
    }
  }
}
