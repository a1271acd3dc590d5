import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, labFromRgb, lch, lchFromRgb, Ramp, type Rgb } from "../../raster/colour";
import { clamp } from "../../raster/maths";
import { f32, item } from "../../raster/sample";
import type { Stage } from "../stage";

/** Colours and shapes without a subject: flowing bands or cut-out geometry, in the prompt's colours. */
export function paintAbstract(stage: Stage): void {
  const colours = byLightness(stage.colours.length > 0 ? stage.colours : inventColours(stage));
  const scheme = enriched(colours);
  if (stage.spec.abstractStyle === "fluid") paintFluid(stage, scheme);
  else paintGeometry(stage, scheme);
  stage.floor = { groundY: stage.height * 0.72, reflection: 0, isWater: false, farY: stage.height * 0.5 };
}

/** Few colours get a dark and a light companion, so that there is something to see between them. */
function enriched(colours: readonly Rgb[]): readonly Rgb[] {
  if (colours.length >= 4) return colours;
  const { hue } = lchFromRgb(item(colours, 0));
  const darkest = labFromRgb(...item(colours, 0))[0];
  const lightest = labFromRgb(...item(colours, colours.length - 1))[0];
  return [...(darkest > 0.3 ? [lch(0.22, 0.06, hue + 20)] : []), ...colours, ...(lightest < 0.93 ? [lch(0.96, 0.025, 90)] : [])];
}

function byLightness(colours: readonly Rgb[]): readonly Rgb[] {
  return [...colours].sort((a, b) => labFromRgb(...a)[0] - labFromRgb(...b)[0]);
}

function inventColours(stage: Stage): readonly Rgb[] {
  const { random } = stage;
  const hue = random.range(0, 360);
  const second = hue + random.range(30, 70);
  const third = hue + random.range(130, 210);
  return [lch(0.3, 0.1, hue), lch(0.58, 0.17, second), lch(0.74, 0.15, third), lch(0.92, 0.05, hue + 60)];
}

function paintFluid(stage: Stage, scheme: readonly Rgb[]): void {
  const { width, height, noise, secondNoise, random } = stage;
  const ramp = new Ramp(scheme.map((colour, i) => [i / (scheme.length - 1), colour] as const));
  const scale = random.range(1.7, 3);
  const veins = random.range(30, 80);
  const turn = random.range(0, Math.PI);
  const colour = new Float32Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x / height) * scale;
      const v = (y / height) * scale;
      const px = u * Math.cos(turn) - v * Math.sin(turn) * 0.6;
      const py = u * Math.sin(turn) + v * Math.cos(turn) * 0.6;
      const first = noise.fbm(px, py, 4);
      const second = secondNoise.fbm(px + first * 3, py + first * 2 + 3, 4);
      const value = noise.fbm(px + second * 2.8, py + second * 2.2, 5);
      ramp.read(clamp((value - 0.24) * 1.95 + 0.06 * Math.sin(value * veins)), colour);
      const relief = (second - 0.5) * 0.22;
      const pixel = y * width + x;
      stage.set(pixel, clamp(f32(colour, 0) + relief), clamp(f32(colour, 1) + relief), clamp(f32(colour, 2) + relief));
      stage.depth[pixel] = 0.5;
      stage.ids[pixel] = Math.floor(value * 9);
    }
  }
}

/** Shapes on a loose grid over a quiet ground: large ones first, small accents last. */
function paintGeometry(stage: Stage, scheme: readonly Rgb[]): void {
  const { width, height, noise, random, unit } = stage;
  const ground = item(scheme, scheme.length - 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shade = (noise.fbm((x / height) * 1.8, (y / height) * 1.8, 4) - 0.5) * 0.06;
      const pixel = y * width + x;
      stage.set(pixel, clamp(ground[0] + shade), clamp(ground[1] + shade), clamp(ground[2] + shade));
      stage.depth[pixel] = 0.9;
    }
  }
  const inks = scheme.slice(0, -1);
  const cells = random.integer(3, 4);
  const shapes: ((context: SKRSContext2D) => void)[] = [];
  const large = random.range(0.5, 0.72) * Math.min(width, height);
  shapes.push((context) =>
    drawShape(context, stage, {
      x: random.range(0.3, 0.7) * width,
      y: random.range(0.3, 0.7) * height,
      size: large,
      kind: random.pick([0, 1, 4]),
      colour: item(inks, inks.length - 1),
      turn: random.integer(0, 3) * (Math.PI / 2),
      scheme,
    }),
  );
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      if (random.chance(0.25)) continue;
      const cellX = ((column + 0.5 + random.range(-0.18, 0.18)) / cells) * width;
      const cellY = ((row + 0.5 + random.range(-0.18, 0.18)) / cells) * height;
      const size = (Math.min(width, height) / cells) * random.range(0.45, 1.15);
      const kind = random.integer(0, 5);
      const colour = item(inks, (row * 2 + column + random.integer(0, 1)) % inks.length);
      const turn = (random.integer(0, 7) * Math.PI) / 4;
      shapes.push((context) => drawShape(context, stage, { x: cellX, y: cellY, size, kind, colour, turn, scheme }));
    }
  }
  for (const [order, draw] of shapes.entries()) stage.layer(draw, 0.7 - order * 0.02, 3 + (order % 40));
  stage.layer(
    (context) => {
      for (let k = 0; k < 4; k++) {
        context.strokeStyle = css(item(scheme, 0));
        context.lineWidth = random.range(3, 14) * unit;
        const y = random.range(0.1, 0.9) * height;
        const x = random.range(0, 0.6) * width;
        context.beginPath();
        context.moveTo(x, y);
        context.lineTo(x + random.range(0.2, 0.5) * width, y + random.range(-0.3, 0.3) * height);
        context.stroke();
      }
    },
    0.3,
    48,
  );
}

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly kind: number;
  readonly colour: Rgb;
  readonly turn: number;
  readonly scheme: readonly Rgb[];
}

function drawShape(context: SKRSContext2D, stage: Stage, shape: Shape): void {
  const { size, scheme } = shape;
  context.save();
  context.translate(shape.x, shape.y);
  context.rotate(shape.turn);
  context.fillStyle = css(shape.colour);
  context.shadowColor = "rgba(10,8,20,.22)";
  context.shadowBlur = 22 * stage.unit;
  context.shadowOffsetY = 7 * stage.unit;
  context.beginPath();
  switch (shape.kind) {
    case 0:
      context.arc(0, 0, size / 2, 0, 7);
      context.fill();
      break;
    case 1:
      context.arc(0, 0, size / 2, 0, Math.PI);
      context.closePath();
      context.fill();
      break;
    case 2:
      context.rect(-size / 2, -size / 9, size, size / 4.5);
      context.fill();
      break;
    case 3:
      context.moveTo(0, -size / 2);
      context.lineTo(size / 2, size / 2.4);
      context.lineTo(-size / 2, size / 2.4);
      context.closePath();
      context.fill();
      break;
    case 4:
      for (let ring = 5; ring > 0; ring--) {
        context.beginPath();
        context.arc(0, 0, ((size / 2) * ring) / 5, 0, 7);
        context.fillStyle = css(item(scheme, ring % scheme.length));
        context.fill();
        context.shadowColor = "transparent";
      }
      break;
    default:
      context.moveTo(-size / 2, size / 2);
      context.arc(-size / 2, size / 2, size, -Math.PI / 2, 0);
      context.closePath();
      context.fill();
  }
  context.restore();
}
