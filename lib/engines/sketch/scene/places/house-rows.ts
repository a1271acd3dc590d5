import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, lch, mixRgb, type Rgb } from "../../raster/colour";
import { mix } from "../../raster/maths";
import type { Random } from "../../raster/random";
import type { Stage } from "../stage";

interface HouseRow {
  readonly distance: number;
  /** 0 far … 1 near: size of houses and windows. */
  readonly nearness: number;
  readonly baseY: number;
  readonly id: number;
}

/** Houses side by side across the picture, as a skyline shows them. */
export function paintHouses(stage: Stage, row: HouseRow): void {
  const { width, random, unit, light } = stage;
  const { height } = stage.frame;
  const t = row.nearness;
  const signHues = [random.range(330, 360), random.range(185, 210), random.range(285, 310), 55];
  const isTwilight = light.isDark;
  stage.layer(
    (context) => {
      let x = -30 * unit;
      while (x < width) {
        const houseWidth = mix(44, 150, t) * unit * random.range(0.66, 1.5);
        const tall = height * mix(0.15, 0.46, t) * random.range(0.34, 1.2);
        const foot = mix(row.baseY, row.baseY + 4 * unit, t);
        paintHouse(stage, context, { x, top: foot - tall, foot, width: houseWidth, tall, row, signHues, isTwilight });
        x += houseWidth * random.range(0.85, 1.12);
      }
    },
    row.distance,
    row.id,
  );
}

interface House {
  readonly x: number;
  readonly top: number;
  readonly foot: number;
  readonly width: number;
  readonly tall: number;
  readonly row: HouseRow;
  readonly signHues: readonly number[];
  readonly isTwilight: boolean;
}

/** One upright body of a house: x, width and top in pixels; it reaches to the foot of the row. */
interface Body {
  readonly x: number;
  readonly top: number;
  readonly width: number;
}

/** A slab, a stepped tower, a gabled house or a spire. What is drawn by chance is the same by day and by night. */
function paintHouse(stage: Stage, context: SKRSContext2D, house: House): void {
  const { light, unit } = stage;
  const { x, top, width, tall, row, isTwilight } = house;
  const random = stage.random.fork();
  const [tone, warmth] = [random.next(), random.next()];
  const isCool = warmth > 0.66;
  const wall = isTwilight
    ? lch(0.17 + 0.1 * tone, 0.05, 240 + 60 * warmth)
    : lch(0.56 + 0.3 * tone, isCool ? 0.03 : 0.085 - 0.05 * tone, isCool ? 200 + 60 * warmth : 30 + 80 * warmth);
  const colour = stage.air(wall, row.distance);
  const corner = random.range(0.6, 0.8);
  const windows = random.fork();
  const body = (own: Body): void => paintBody(stage, context, windows.fork(), house, own, colour, corner);
  switch (random.pick(["slab", "slab", "stepped", "gabled", "spire"] as const)) {
    case "slab":
      body({ x, top, width });
      context.fillStyle = css(mixRgb(colour, [0.05, 0.04, 0.09], 0.25));
      context.fillRect(x + width * 0.24, top - tall * 0.06, width * 0.22, tall * 0.06);
      break;
    case "gabled": {
      const eaves = top + Math.min(tall * 0.3, width * 0.45);
      body({ x, top: eaves, width });
      const tiles = stage.air(isTwilight ? lch(0.2, 0.05, 290) : lch(0.46, 0.1, 25 + 40 * tone), row.distance);
      paintGable(stage, context, { x, top, width }, eaves, isWhite(stage) ? snowOf(stage, row.distance) : mixRgb(tiles, light.sun, 0.12));
      break;
    }
    case "stepped":
      body({ x: x + width * 0.16, top, width: width * 0.62 });
      body({ x, top: top + tall * random.range(0.2, 0.42), width });
      break;
    case "spire":
      context.fillStyle = css(mixRgb(colour, light.ambient, 0.3));
      context.fillRect(x + width * 0.48, top - tall * 0.3, Math.max(1, 3 * unit), tall * 0.32);
      body({ x: x + width * 0.24, top, width: width * 0.5 });
      body({ x, top: top + tall * 0.16, width });
      break;
  }
  if (isTwilight && row.nearness > 0.45 && random.chance(stage.spec.light === "neon" ? 0.85 : 0.5))
    paintSign(stage, context, random, house);
}

function isWhite(stage: Stage): boolean {
  return stage.hasWeather("snow") || stage.hasPlace("snow");
}

/** Snow on a roof, `distance` of the air before it. */
function snowOf(stage: Stage, distance: number): Rgb {
  const bright = 0.4 + 0.57 * stage.light.strength;
  return stage.air(mixRgb([bright, bright, bright], stage.light.ambient, 0.1), distance * 0.6);
}

/** A front in the light and, past the corner, a side in the shade, each with its windows. */
function paintBody(
  stage: Stage,
  context: SKRSContext2D,
  random: Random,
  house: House,
  { x, top, width }: Body,
  colour: Rgb,
  corner: number,
): void {
  const { height, light, unit } = stage;
  const { isTwilight, row } = house;
  const isLitLeft = stage.sunX < x + width / 2;
  const edge = isLitLeft ? x + width * corner : x + width * (1 - corner);
  const front = mixRgb(colour, light.sun, isTwilight ? 0.1 : 0.24);
  const side = mixRgb(colour, [0.06, 0.05, 0.14], isTwilight ? 0.3 : 0.36);
  for (const [left, right, tone] of [
    [x, edge, isLitLeft ? front : side],
    [edge, x + width, isLitLeft ? side : front],
  ] as const) {
    const fade = context.createLinearGradient(0, top, 0, house.foot);
    fade.addColorStop(0, css(tone));
    fade.addColorStop(1, css(mixRgb(tone, light.horizon, isTwilight ? 0.04 : 0.16)));
    context.fillStyle = fade;
    context.fillRect(left, top, right - left, height - top);
    if (!stage.without("windows")) paintWindows(stage, context, random, house, { x: left, top, width: right - left }, tone);
  }
  context.fillStyle = css(isWhite(stage) ? snowOf(stage, row.distance) : mixRgb(front, [1, 1, 1], isTwilight ? 0.06 : 0.25));
  const cornice = (isWhite(stage) ? 9 : 3.5) * unit * (0.5 + row.nearness);
  context.fillRect(x - cornice * 0.2, top - cornice * 0.5, width + cornice * 0.4, cornice);
}

function paintGable(stage: Stage, context: SKRSContext2D, { x, top, width }: Body, eaves: number, tiles: Rgb): void {
  const over = width * 0.05;
  context.fillStyle = css(tiles);
  context.beginPath();
  context.moveTo(x - over, eaves);
  context.lineTo(x + width / 2, top);
  context.lineTo(x + width + over, eaves);
  context.closePath();
  context.fill();
  context.fillStyle = css(mixRgb(tiles, [0.06, 0.05, 0.14], 0.26));
  context.beginPath();
  context.moveTo(x + width / 2, top);
  context.lineTo(stage.sunX < x + width / 2 ? x + width + over : x - over, eaves);
  context.lineTo(x + width / 2, eaves);
  context.closePath();
  context.fill();
}

/** Rows of panes; by day they are dark and large enough for a brush to keep them, by night some are lit. */
function paintWindows(stage: Stage, context: SKRSContext2D, random: Random, house: House, { x, top, width }: Body, wall: Rgb): void {
  const { light, unit } = stage;
  const { foot, row, isTwilight } = house;
  const size = mix(7, 20, row.nearness) * unit;
  const gap = size * 1.75;
  const glass = stage.air(mixRgb(light.top, [0.14, 0.18, 0.27], 0.62), row.distance);
  const columns = Math.floor((width - size * 0.5) / gap);
  const left = x + (width - columns * gap) / 2 + (gap - size * 0.78) / 2;
  for (let y = top + gap * 0.8; y < foot - gap * 0.4; y += gap * 1.15) {
    for (let column = 0; column < columns; column++) {
      const isThere = random.next();
      const lamp = random.chance(0.78) ? lch(0.88, 0.13, random.range(60, 90)) : lch(0.8, 0.15, random.pick(house.signHues));
      const strength = random.range(0.65, 1);
      if (isThere > (isTwilight ? 0.5 : 0.94)) continue;
      context.fillStyle = css(mixRgb(isTwilight ? lamp : glass, wall, row.distance * 0.6), isTwilight ? strength : 0.78);
      context.fillRect(left + column * gap, y, size * 0.78, size * 1.15);
    }
  }
}

function paintSign(stage: Stage, context: SKRSContext2D, random: Random, house: House): void {
  const { unit } = stage;
  const colour = lch(0.76, 0.22, random.pick(house.signHues));
  const x = house.x + house.width * random.range(0.1, 0.7);
  const y = house.top + house.tall * random.range(0.15, 0.5);
  const tall = house.tall * random.range(0.15, 0.35);
  const wide = house.width * 0.16;
  context.shadowColor = css(colour);
  context.shadowBlur = 34 * unit;
  context.fillStyle = css(colour, 0.95);
  if (random.chance(0.5)) {
    context.fillRect(x, y, wide, tall);
  } else {
    context.lineWidth = 5 * unit;
    context.strokeStyle = css(colour);
    context.strokeRect(x, y, wide * 1.6, tall * 0.5);
    context.fillRect(x + wide * 0.3, y + tall * 0.12, wide, 4 * unit);
    context.fillRect(x + wide * 0.3, y + tall * 0.24, wide * 0.8, 4 * unit);
  }
  context.shadowBlur = 0;
}

/** The air before a row of houses. */
export function layHaze(stage: Stage, share: number): void {
  const { width, light } = stage;
  const { height } = stage.frame;
  for (let y = 0; y < stage.height; y++) {
    const alpha = Math.exp(-(((y - stage.horizon) / (height * 0.16)) ** 2)) * share;
    if (alpha < 0.01) continue;
    for (let x = 0; x < width; x++) stage.blend(y * width + x, light.horizon[0], light.horizon[1], light.horizon[2], alpha);
  }
}
