import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, lch, mixRgb, type Rgb } from "../raster/colour";
import { clamp, mix, smooth } from "../raster/maths";
import { Random } from "../raster/random";
import { ID, type Stage } from "./stage";

/** A fir from its foot at (x, y), `tall` pixels high, one side lit. */
export function drawConifer(
  stage: Stage,
  context: SKRSContext2D,
  x: number,
  y: number,
  tall: number,
  colour: Rgb,
  lit: Rgb,
  snow = 0,
): void {
  const { random, unit } = stage;
  const tiers = Math.max(5, Math.round(tall / (13 * unit)));
  context.fillStyle = css(mixRgb(colour, [0.1, 0.06, 0.05], 0.5));
  context.fillRect(x - tall * 0.018, y - tall * 0.12, tall * 0.036, tall * 0.14);
  const side = stage.sunX < x ? -1 : 1;
  for (let tier = 0; tier < tiers; tier++) {
    const t = tier / tiers;
    const tierY = y - tall * 0.08 - t * tall * 0.92;
    const half = tall * 0.24 * (1 - t) ** 0.85 * (0.8 + 0.4 * random.next());
    const drop = (tall / tiers) * 1.5;
    context.fillStyle = css(mixRgb(colour, lit, 0.12 + 0.25 * random.next()));
    context.beginPath();
    context.moveTo(x, tierY - drop * 0.9);
    const points = 6;
    for (let j = 0; j <= points; j++) {
      const f = j / points;
      const droop = (j % 2 === 1 ? drop * 0.05 : drop * 0.42) * (1 - 0.35 * Math.abs(f * 2 - 1));
      context.lineTo(x + (f * 2 - 1) * half, tierY + droop + random.next() * drop * 0.12);
    }
    context.closePath();
    context.fill();
    context.fillStyle = snow > 0 ? css([0.95, 0.97, 1], 0.35 + 0.5 * snow) : css(lit, 0.22);
    context.beginPath();
    context.moveTo(x, tierY - drop * 0.8);
    context.lineTo(x + side * half * 0.95, tierY + drop * 0.25);
    context.lineTo(x + side * half * 0.35, tierY + drop * 0.2);
    context.closePath();
    context.fill();
  }
}

/** A stalk of bamboo with its nodes and a few blades, from its foot at (x, y) up past the top of the picture. */
export function drawBamboo(stage: Stage, context: SKRSContext2D, x: number, y: number, thick: number, distance: number): void {
  const { random, light, unit } = stage;
  const lean = random.range(-0.05, 0.05);
  const segment = thick * random.range(5.5, 8);
  const green = lch(random.range(0.5, 0.66), 0.11, random.range(116, 136));
  const lit = css(stage.air(mixRgb(green, light.sun, 0.3), distance));
  const dark = css(stage.air(mixRgb(green, [0.05, 0.12, 0.08], 0.45), distance));
  for (let foot = y; foot > -segment; foot -= segment) {
    const middle = x + (y - foot) * lean;
    const shade = context.createLinearGradient(middle - thick / 2, 0, middle + thick / 2, 0);
    shade.addColorStop(0, stage.sunX < x ? lit : dark);
    shade.addColorStop(1, stage.sunX < x ? dark : lit);
    context.fillStyle = shade;
    context.fillRect(middle - thick / 2, foot - segment + thick * 0.12, thick, segment - thick * 0.12);
    context.fillStyle = dark;
    context.fillRect(middle - thick * 0.58, foot - segment, thick * 1.16, Math.max(unit, thick * 0.16));
    if (foot > y - segment * 2 || random.chance(0.45)) continue;
    for (let blade = 0; blade < 4; blade++) {
      const angle = random.range(-0.4, 0.9) + (random.chance(0.5) ? 0 : Math.PI - 0.5);
      const long = segment * random.range(0.5, 0.9);
      context.fillStyle = random.chance(0.5) ? lit : dark;
      context.beginPath();
      context.moveTo(middle, foot - segment);
      context.quadraticCurveTo(
        middle + Math.cos(angle) * long * 0.5,
        foot - segment + Math.sin(angle) * long * 0.3 - thick * 0.5,
        middle + Math.cos(angle) * long,
        foot - segment + Math.sin(angle) * long,
      );
      context.quadraticCurveTo(
        middle + Math.cos(angle) * long * 0.5,
        foot - segment + Math.sin(angle) * long * 0.5 + thick * 0.4,
        middle,
        foot - segment,
      );
      context.fill();
    }
  }
}

/** A birch: a white, barred trunk into a light, narrow crown. */
export function drawBirch(stage: Stage, context: SKRSContext2D, x: number, y: number, tall: number, hue: number, distance: number): void {
  const { random, light } = stage;
  const wide = tall * 0.045;
  context.fillStyle = css(stage.air(mixRgb([0.93, 0.92, 0.9], light.ambient, 0.2), distance));
  context.fillRect(x - wide / 2, y - tall * 0.9, wide, tall * 0.9);
  context.fillStyle = css(stage.air([0.2, 0.18, 0.18], distance));
  for (let bar = 0; bar < 12; bar++) {
    const at = y - tall * 0.85 * random.next();
    context.fillRect(x - wide / 2 + (random.chance(0.5) ? 0 : wide * 0.5), at, wide * 0.5, Math.max(1, tall * 0.007));
  }
  for (let blot = 0; blot < 34; blot++) {
    const up = blot / 34;
    const leaf = lch(0.48 + 0.18 * up + random.range(-0.04, 0.04), 0.1, hue - 8 + random.range(-10, 10));
    context.fillStyle = css(stage.air(mixRgb(leaf, light.sun, 0.06 + 0.28 * up), distance), 0.78);
    context.beginPath();
    context.arc(
      x + random.normal() * tall * 0.085 * (1.2 - up * 0.7),
      y - tall * mix(0.46, 1.02, up),
      tall * random.range(0.03, 0.065),
      0,
      7,
    );
    context.fill();
  }
}

/** An acacia of the savanna: a forked trunk under a flat, wide crown. */
export function drawAcacia(stage: Stage, context: SKRSContext2D, x: number, y: number, tall: number, distance: number): void {
  const { random, light } = stage;
  context.strokeStyle = css(stage.air(mixRgb([0.22, 0.15, 0.11], light.ambient, 0.12), distance));
  context.lineCap = "round";
  for (const fork of [-0.34, -0.12, 0.14, 0.36]) {
    context.lineWidth = Math.max(1, tall * 0.035);
    context.beginPath();
    context.moveTo(x, y);
    context.bezierCurveTo(x, y - tall * 0.35, x + fork * tall * 0.5, y - tall * 0.5, x + fork * tall * 1.4, y - tall * 0.84);
    context.stroke();
  }
  for (let blot = 0; blot < 46; blot++) {
    const across = random.range(-1, 1);
    const up = random.range(0, 1);
    const leaf = lch(0.3 + 0.2 * up, 0.07, random.range(92, 116));
    context.fillStyle = css(stage.air(mixRgb(leaf, light.sun, 0.08 + 0.22 * up), distance), 0.95);
    context.beginPath();
    context.ellipse(
      x + across * tall * 0.66,
      y - tall * (0.84 + 0.13 * up * (1 - across * across)),
      tall * random.range(0.09, 0.17),
      tall * random.range(0.03, 0.06),
      0,
      0,
      7,
    );
    context.fill();
  }
}

/** A broad-leaved tree: a trunk and a crown of blots, lit from above; a bare one shows its boughs, and on them a little snow. */
export function drawLeafTree(
  stage: Stage,
  context: SKRSContext2D,
  x: number,
  y: number,
  tall: number,
  hue: number,
  distance: number,
  isBare = false,
): void {
  const { random, light } = stage;
  const crown = tall * 0.36;
  const wood = css(stage.air(mixRgb([0.3, 0.22, 0.18], light.ambient, 0.2), distance));
  context.strokeStyle = wood;
  context.lineCap = "round";
  context.lineWidth = Math.max(1, tall * 0.05);
  context.beginPath();
  context.moveTo(x, y);
  context.quadraticCurveTo(x + random.range(-0.03, 0.03) * tall, y - tall * 0.3, x, y - tall * 0.55);
  context.stroke();
  const blots = 22;
  for (let j = 0; j < blots; j++) {
    const up = j / blots;
    const angle = random.range(0, 6.28);
    const reach = crown * Math.sqrt(random.next()) * (1 - up * 0.35);
    const leaf = lch(0.36 + 0.2 * up + random.range(-0.03, 0.03), 0.1, hue + random.range(-10, 10));
    const [atX, atY] = [x + Math.cos(angle) * reach, y - tall * (0.5 + 0.3 * up) + Math.sin(angle) * reach * 0.6];
    const blot = crown * random.range(0.28, 0.46);
    if (isBare) {
      context.lineWidth = Math.max(0.7, tall * 0.014);
      context.beginPath();
      context.moveTo(x, y - tall * (0.34 + 0.2 * up));
      context.quadraticCurveTo(x, atY + blot, atX + Math.cos(angle) * blot, atY - blot * 0.6);
      context.stroke();
      context.fillStyle = css(stage.air(mixRgb([0.93, 0.96, 1], light.sun, 0.1), distance), 0.5);
      context.beginPath();
      context.ellipse(atX, atY, blot * 0.5, blot * 0.16, 0, 0, 7);
      context.fill();
      continue;
    }
    context.fillStyle = css(stage.air(mixRgb(leaf, light.sun, 0.05 + 0.32 * up), distance), 0.96);
    context.beginPath();
    context.arc(atX, atY, blot, 0, 7);
    context.fill();
  }
}

/** The green of leaves, or what the season makes of it: an OKLCH hue. */
export function leafHue(stage: Stage): number {
  // Drawn in every season: what comes after it draws the same chances.
  const autumnal = stage.random.range(38, 78);
  switch (stage.spec.season) {
    case "autumn":
      return autumnal;
    case "spring":
      return 132;
    default:
      return 126;
  }
}

/** Blades of grass, taller the nearer, and flowers among them. `top` is y in pixels of the far edge. */
export function paintGrass(stage: Stage, top: number, hue: number, flowers: readonly Rgb[] | null): void {
  if (stage.without("grass")) return;
  const { width, random, unit } = stage;
  const bottom = stage.down(1);
  const nearness = (pixel: number) => clamp(1 - (((pixel / width) | 0) - top) / (bottom - top));
  const hasFlowers = flowers !== null && flowers.length > 0 && !stage.without("flowers");
  stage.layer(
    (context) => {
      for (let k = 0; k < BLADES; k++) {
        const t = random.next() ** 0.6;
        drawBlade(stage, context, random, { y: mix(top, bottom + 0.02 * stage.frame.height, t), t, size: mix(5, 70, t * t) * unit, hue });
      }
      if (!hasFlowers) return;
      for (let k = 0; k < FLOWERS; k++) {
        const t = random.next() ** 0.7;
        drawFlower(stage, context, random, { y: mix(top + 4 * unit, bottom, t), t, size: mix(1.2, 11, t * t) * unit, turn: k }, flowers);
      }
    },
    nearness,
    ID.GROUND,
  );
  if (stage.height > bottom) paintGrassBeyond(stage, top, hue, hasFlowers ? flowers : []);
}

const BLADES = 2600;
const FLOWERS = 520;
/** How many stand in each frame height nearer than the frame, for those within it. */
const DENSITY_BEYOND = 1.3;

/**
 * The same nearer than where the scene was composed, from the far rows to the near ones: larger, and none of it reaches into the frame.
 * Under trees it is thin and faint: `opacity` 0–1.
 */
export function paintGrassBeyond(stage: Stage, top: number, hue: number, flowers: readonly Rgb[], opacity = 1): void {
  if (stage.without("grass")) return;
  const { unit, height, spec } = stage;
  const bottom = stage.down(1);
  const random = new Random(`${spec.seed}|grass beyond`);
  const share = (opacity * DENSITY_BEYOND * (height - bottom)) / stage.frame.height;
  stage.layer(
    (context) => {
      const count = Math.round(BLADES * share);
      const each = flowers.length === 0 ? 0 : Math.max(1, Math.round(BLADES / FLOWERS));
      for (let k = 0; k < count; k++) {
        const ground = mix(bottom, height * 1.05, k / count);
        // What grows thinly comes up by and by.
        context.globalAlpha = opacity === 1 ? 1 : opacity * smooth(0, 0.14, (ground - bottom) / stage.frame.height);
        const larger = 1 + 0.6 * Math.log((ground - top) / (bottom - top));
        const y = ground + 10 * unit;
        drawBlade(stage, context, random, { y, t: 1, size: Math.min(70 * larger * unit, (y - bottom) / 1.2), hue });
        if (each > 0 && k % each === 0) drawFlower(stage, context, random, { y, t: 1, size: 10 * larger * unit, turn: k }, flowers);
      }
    },
    0,
    ID.GROUND,
  );
}

/** Where something grows: y of its foot, `t` 0 far … 1 near, its size in pixels. */
interface Growing {
  readonly y: number;
  readonly t: number;
  readonly size: number;
}

function drawBlade(stage: Stage, context: SKRSContext2D, random: Random, { y, t, size, hue }: Growing & { readonly hue: number }): void {
  const { width, unit, light } = stage;
  const x = random.next() * width;
  const blade = size * random.range(0.5, 1.2);
  const green = stage.air(lch(random.range(0.4, 0.66), 0.12, hue + random.range(-16, 14)), 1 - t);
  context.strokeStyle = css(mixRgb(green, light.sun, 0.14 + 0.16 * random.next()), 0.85);
  context.lineWidth = mix(0.7, 3, t) * unit;
  context.beginPath();
  context.moveTo(x, y);
  // In the wind all blades lie to one side.
  const lean = stage.hasWeather("wind") ? 0.9 : 0;
  context.quadraticCurveTo(
    x + random.range(-4, 4) * unit,
    y - blade * 0.6,
    x + (random.range(-0.35, 0.45) + lean) * blade,
    y - blade * (1 - lean * 0.25),
  );
  context.stroke();
}

function drawFlower(
  stage: Stage,
  context: SKRSContext2D,
  random: Random,
  { y, t, size, turn }: Growing & { readonly turn: number },
  colours: readonly Rgb[],
): void {
  const { width, light } = stage;
  const x = random.next() * width;
  context.fillStyle = css(stage.air(mixRgb(random.pick(colours), light.sun, 0.2), (1 - t) * 0.6), 0.95);
  for (let petal = 0; petal < 5; petal++) {
    const angle = (petal / 5) * 6.28 + turn;
    context.beginPath();
    context.ellipse(x + Math.cos(angle) * size * 0.6, y + Math.sin(angle) * size * 0.4, size * 0.6, size * 0.4, angle, 0, 7);
    context.fill();
  }
  context.fillStyle = css(lch(0.85, 0.15, 90));
  context.beginPath();
  context.arc(x, y, size * 0.32, 0, 7);
  context.fill();
}

/** The flowers of a meadow: the prompt's colours, else a bright mix. */
export function flowerColours(stage: Stage): readonly Rgb[] {
  if (stage.colours.length > 0) return stage.colours;
  const { random } = stage;
  return [lch(0.7, 0.17, random.range(0, 40)), lch(0.86, 0.14, 92), lch(0.72, 0.13, random.range(290, 340)), [0.98, 0.97, 0.95]];
}
