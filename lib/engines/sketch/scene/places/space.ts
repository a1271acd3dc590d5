import { css, lch, lchFromRgb, mixRgb, Ramp, WHITE } from "../../raster/colour";
import { clamp, smooth } from "../../raster/maths";
import { f32 } from "../../raster/sample";
import type { Stage } from "../stage";

/** A nebula along a diagonal band, stars, and a planet off to one side. */
export function paintSpace(stage: Stage): void {
  const { width, height, noise, secondNoise, random } = stage;
  const named = stage.colours[0];
  const hue = named === undefined ? random.range(180, 360) : lchFromRgb(named).hue;
  const secondHue = stage.colours[1] === undefined ? hue + (named === undefined ? 50 : 8) : lchFromRgb(stage.colours[1]).hue;
  const ramp = new Ramp([
    [0, lch(0.1, 0.04, hue - 30)],
    [0.4, lch(0.22, 0.1, hue - 20)],
    [0.62, lch(0.44, 0.17, hue)],
    [0.82, lch(0.7, 0.15, secondHue)],
    [1, lch(0.93, 0.07, secondHue + 30)],
  ]);
  const slope = random.chance(0.5) ? 1 : -1;
  const shift = stage.framing.horizonShift * 1.5;
  const colour = new Float32Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const px = ((x / width) * 2.2 * width) / height;
      const py = (y / height) * 2.2;
      const first = noise.fbm(px, py, 4);
      const second = secondNoise.fbm(px + first * 2.4, py + first * 1.7 + 3, 5);
      const value = noise.fbm(px * 0.8 + second * 2.6, py * 0.8 + first * 2, 5);
      const across = (x / width - 0.5) * 0.7 * slope + (y / height - 0.5) + shift;
      const band = Math.exp(-((across / 0.42) ** 2));
      ramp.read(clamp(smooth(0.26, 0.82, value * 0.75 + second * 0.3) * (0.42 + 0.75 * band)), colour);
      stage.set(y * width + x, f32(colour, 0), f32(colour, 1), f32(colour, 2));
    }
  }
  if (!stage.without("stars")) paintStarfield(stage);
  if (!stage.without("planet")) paintPlanet(stage, hue + random.range(60, 160));
  stage.floor = { groundY: height * clamp(0.74 + stage.framing.groundShift, 0.6, 0.86), reflection: 0, isWater: false, farY: height * 0.5 };
}

function paintStarfield(stage: Stage): void {
  const { width, height, random, unit } = stage;
  stage.layer(
    (context) => {
      for (let k = 0; k < 1200; k++) {
        const size = random.next() ** 9 * 3.4 * unit + 0.45 * unit;
        context.fillStyle = css(mixRgb(WHITE, random.chance(0.5) ? [0.7, 0.8, 1] : [1, 0.85, 0.7], random.next()), random.range(0.3, 1));
        const x = random.next() * width;
        const y = random.next() * height;
        context.beginPath();
        context.arc(x, y, size, 0, 7);
        context.fill();
        if (size <= 2.2 * unit) continue;
        context.globalAlpha = 0.35;
        context.fillRect(x - size * 7, y - 0.6 * unit, size * 14, 1.2 * unit);
        context.fillRect(x - 0.6 * unit, y - size * 7, 1.2 * unit, size * 14);
        context.globalAlpha = 1;
      }
    },
    1,
    0,
  );
}

function paintPlanet(stage: Stage, hue: number): void {
  const { width, height, noise, secondNoise, random } = stage;
  const radius = random.range(0.14, 0.34) * Math.min(width, height);
  const centreX = (stage.framing.subjectX < 0.5 ? random.range(0.72, 0.86) : random.range(0.14, 0.28)) * width;
  const centreY = random.range(0.22, 0.78) * height;
  const bands = new Ramp([
    [0, lch(0.3, 0.11, hue)],
    [0.5, lch(0.55, 0.11, hue + 20)],
    [1, lch(0.84, 0.07, hue + 40)],
  ]);
  const colour = new Float32Array(3);
  for (let y = Math.max(0, Math.floor(centreY - radius)); y < Math.min(height, centreY + radius); y++) {
    for (let x = Math.max(0, Math.floor(centreX - radius)); x < Math.min(width, centreX + radius); x++) {
      const dx = (x - centreX) / radius;
      const dy = (y - centreY) / radius;
      const squared = dx * dx + dy * dy;
      if (squared > 1) continue;
      const dz = Math.sqrt(1 - squared);
      const lit = clamp(-dx * 0.62 - dy * 0.45 + dz * 0.5);
      bands.read(clamp(noise.fbm(dx * 1.2 + 4, dy * 6 + secondNoise.fbm(dx * 3, dy * 3, 3) * 1.6, 4) * 1.5 - 0.25), colour);
      const rim = (1 - dz) ** 3 * 0.6 * lit;
      const pixel = y * width + x;
      stage.blend(
        pixel,
        f32(colour, 0) * lit * 1.15 + rim * 0.5,
        f32(colour, 1) * lit * 1.15 + rim * 0.7,
        f32(colour, 2) * lit * 1.15 + rim,
        smooth(1, 0.985, squared),
      );
      stage.depth[pixel] = 0.9;
      stage.ids[pixel] = 9;
    }
  }
}
