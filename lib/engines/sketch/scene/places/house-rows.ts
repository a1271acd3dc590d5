import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, lch, mixRgb } from "../../raster/colour";
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
  const { width, height, random, unit, light } = stage;
  const t = row.nearness;
  const signHues = [random.range(330, 360), random.range(185, 210), random.range(285, 310), 55];
  const isTwilight = light.isDark;
  stage.layer(
    (context) => {
      let x = -30 * unit;
      while (x < width) {
        const houseWidth = mix(30, 150, t) * unit * random.range(0.7, 1.5);
        const tall = height * mix(0.14, 0.5, t) * random.range(0.45, 1.1);
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

function paintHouse(stage: Stage, context: SKRSContext2D, house: House): void {
  const { height, light, unit } = stage;
  const { x, top, width, tall, row, isTwilight } = house;
  const random = stage.random.fork();
  const wall = isTwilight
    ? lch(random.range(0.17, 0.27), 0.05, random.range(240, 300))
    : lch(0.5 + 0.22 * random.next(), 0.045, random.range(25, 95));
  const colour = stage.air(wall, row.distance);
  const facade = context.createLinearGradient(x, 0, x + width, 0);
  const litEnd = stage.sunX < x ? 0 : 1;
  facade.addColorStop(litEnd, css(mixRgb(colour, light.sun, isTwilight ? 0.12 : 0.3)));
  facade.addColorStop(1 - litEnd, css(mixRgb(colour, [0.03, 0.02, 0.08], 0.35)));
  context.fillStyle = facade;
  context.fillRect(x, top, width, height - top);
  if (random.chance(0.3)) {
    context.fillRect(x + width * 0.4, top - tall * 0.12, width * 0.2, tall * 0.12);
    context.fillRect(x + width * 0.49, top - tall * 0.25, 2 * unit, tall * 0.2);
  }
  if (!stage.without("windows")) paintWindows(stage, context, random.fork(), house, colour);
  if (isTwilight && row.nearness > 0.45 && random.chance(stage.spec.light === "neon" ? 0.85 : 0.5))
    paintSign(stage, context, random, house);
}

function paintWindows(stage: Stage, context: SKRSContext2D, random: Random, house: House, wall: ReturnType<typeof lch>): void {
  const { light, unit } = stage;
  const { x, top, foot, width, row, isTwilight } = house;
  const size = mix(5, 14, row.nearness) * unit;
  const gap = size * 1.7;
  const glass = stage.air(mixRgb(light.middle, [0.2, 0.25, 0.35], 0.5), row.distance);
  for (let y = top + gap; y < foot - gap; y += gap * 1.15) {
    for (let wx = x + gap * 0.6; wx < x + width - size; wx += gap) {
      if (!random.chance(isTwilight ? 0.46 : 0.75)) continue;
      const lamp = random.chance(0.78) ? lch(0.88, 0.13, random.range(60, 90)) : lch(0.8, 0.15, random.pick(house.signHues));
      const colour = isTwilight ? lamp : glass;
      context.fillStyle = css(mixRgb(colour, wall, row.distance * 0.6), isTwilight ? random.range(0.65, 1) : 0.6);
      context.fillRect(wx, y, size * 0.75, size);
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
  const { width, height, light } = stage;
  for (let y = 0; y < height; y++) {
    const alpha = Math.exp(-(((y - stage.horizon) / (height * 0.16)) ** 2)) * share;
    if (alpha < 0.01) continue;
    for (let x = 0; x < width; x++) stage.blend(y * width + x, light.horizon[0], light.horizon[1], light.horizon[2], alpha);
  }
}
