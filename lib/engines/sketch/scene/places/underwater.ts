import { isWatercraft } from "../../lexicon/subjects";
import { css, lch, lchFromRgb, mixRgb, Ramp, WHITE } from "../../raster/colour";
import { clamp, mix, smooth } from "../../raster/maths";
import { f32 } from "../../raster/sample";
import { paintRidges } from "../ridges";
import type { Stage } from "../stage";

/** Light falling through water onto reef and sand, bubbles and weed. */
export function paintUnderwater(stage: Stage): void {
  const { width, height, noise, secondNoise, random } = stage;
  const tint = stage.colours[0] === undefined ? undefined : lchFromRgb(stage.colours[0]);
  const ramp =
    tint === undefined
      ? new Ramp([
          [0, lch(0.84, 0.09, 195)],
          [0.3, lch(0.62, 0.11, 215)],
          [0.7, lch(0.4, 0.1, 235)],
          [1, lch(0.24, 0.07, 250)],
        ])
      : new Ramp([
          [0, lch(0.86, 0.08, tint.hue)],
          [0.3, lch(0.64, Math.max(0.07, tint.chroma), tint.hue + 8)],
          [0.7, lch(0.42, Math.max(0.07, tint.chroma * 0.9), tint.hue + 18)],
          [1, lch(0.25, 0.06, tint.hue + 28)],
        ]);
  const colour = new Float32Array(3);
  const raysShare = stage.without("rays") ? 0 : 0.55;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      ramp.read(y / height + (noise.fbm((x / width) * 3, (y / height) * 3, 3) - 0.5) * 0.12, colour);
      const angle = Math.atan2(y + height * 0.25, x - stage.sunX);
      const ray =
        smooth(0.45, 0.8, noise.value(angle * 11 + 20, 0.5) * 0.65 + noise.value(angle * 29, 7) * 0.35) *
        (1 - y / height) ** 1.3 *
        raysShare;
      const surface =
        y < height * 0.12
          ? smooth(0.6, 0.8, secondNoise.ridge(((x / width) * 0.84) / (y / height + 0.06), 0.6 / (y / height + 0.05), 3)) * 0.5
          : 0;
      const bright = clamp(ray + surface);
      stage.set(y * width + x, mix(f32(colour, 0), 0.95, bright), mix(f32(colour, 1), 1, bright), mix(f32(colour, 2), 0.97, bright));
    }
  }
  const rise = 1 - stage.framing.horizonShift * 1.2;
  if (!stage.without("rocks")) {
    paintRidges(stage, [
      {
        kind: "rock",
        base: height * 0.84,
        height: 0.22 * height * rise,
        frequency: random.range(1.8, 3),
        colour: lch(0.4, 0.07, 235),
        distance: 0.6,
        id: 4,
        mist: 0.2,
      },
      {
        kind: "hill",
        base: height,
        height: 0.16 * height,
        frequency: random.range(1.2, 2),
        colour: lch(0.62, 0.07, 90),
        distance: 0.15,
        id: 6,
        mist: 0.6,
      },
    ]);
  }
  paintLife(stage);
  if (isBelowBoat(stage)) paintSurface(stage);
  stage.floor = { groundY: height * clamp(0.62 + stage.framing.groundShift, 0.5, 0.74), reflection: 0, isWater: false, farY: height * 0.5 };
}

/** Share of the height that is air where a boat floats over what swims. */
const AIR = 0.24;

function isBelowBoat({ spec: { subjects } }: Stage): boolean {
  return subjects.some(({ shape }) => shape.kind === "icon" && isWatercraft(shape.icon));
}

/** The air over the water, and the bright line between them that a boat floats on. */
function paintSurface(stage: Stage): void {
  const { width, height, noise, unit } = stage;
  const [high, low] = [lch(0.82, 0.07, 235), lch(0.94, 0.03, 215)];
  for (let x = 0; x < width; x++) {
    const line = height * AIR + (noise.fbm((x / width) * 5, 3.7, 2) - 0.5) * 26 * unit;
    for (let y = 0; y < line + 5 * unit; y++) {
      const t = y / line;
      const isLine = y > line - 5 * unit;
      const tone = isLine ? WHITE : mixRgb(high, low, clamp(t));
      stage.blend(y * width + x, tone[0], tone[1], tone[2], isLine ? 0.8 : 1);
    }
  }
}

function paintLife(stage: Stage): void {
  const { width, height, random, unit } = stage;
  const hues = stage.colours.length > 0 ? null : [140, 160, 20, 340, 60];
  stage.layer(
    (context) => {
      for (let k = 0; k < (stage.without("bubbles") ? 0 : 70); k++) {
        const size = random.next() ** 3 * 16 * unit + 2 * unit;
        const x = random.next() * width;
        const y = random.next() * height;
        context.strokeStyle = "rgba(235,255,255,.5)";
        context.lineWidth = 1.3 * unit;
        context.beginPath();
        context.arc(x, y, size, 0, 7);
        context.stroke();
        context.fillStyle = "rgba(255,255,255,.45)";
        context.beginPath();
        context.arc(x - size * 0.35, y - size * 0.35, size * 0.22, 0, 7);
        context.fill();
      }
      for (let k = 0; k < (stage.without("plants") ? 0 : 40); k++) {
        const x = random.next() * width;
        const y = height * random.range(0.86, 1.02);
        const tall = random.range(60, 210) * unit;
        const weed = hues === null ? random.pick(stage.colours) : lch(random.range(0.38, 0.62), 0.12, random.pick(hues));
        context.strokeStyle = css(weed, 0.85);
        context.lineWidth = random.range(4, 11) * unit;
        context.lineCap = "round";
        for (let blade = 0; blade < 4; blade++) {
          context.beginPath();
          context.moveTo(x, y);
          context.bezierCurveTo(
            x + random.range(-20, 20) * unit,
            y - tall * 0.4,
            x + random.range(-70, 70) * unit,
            y - tall * 0.6,
            x + random.range(-60, 60) * unit,
            y - tall * random.range(0.6, 1),
          );
          context.stroke();
        }
      }
    },
    0.12,
    7,
  );
}
