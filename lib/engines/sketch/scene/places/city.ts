import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, lch, mixRgb, WHITE } from "../../raster/colour";
import { clamp, mix, smooth } from "../../raster/maths";
import type { Random } from "../../raster/random";
import { f32 } from "../../raster/sample";
import { paintSky } from "../sky";
import { ID, type Stage } from "../stage";
import { paintWater } from "../water";

/** A skyline, seen across water. */
export function paintCity(stage: Stage): void {
  stage.setHorizon(0.64);
  paintSky(stage, stage.horizon);
  for (let row = 0; row < 4; row++) {
    const t = row / 3;
    paintHouses(stage, {
      distance: (1 - t) * 0.7,
      nearness: 0.18 + t * 0.5,
      baseY: stage.horizon + 3 * stage.unit,
      isCanyon: false,
      id: 3 + row,
    });
    layHaze(stage, 0.32 * (1 - t) + stage.fog * 0.3 * (1 - t));
  }
  paintWater(stage, stage.horizon, 0.72);
  stage.floor = { groundY: stage.horizon + (stage.height - stage.horizon) * 0.5, reflection: 0.9, isWater: true, farY: stage.horizon };
}

/** A street between houses, wet and mirroring when it rains or the lights are on. */
export function paintStreet(stage: Stage): void {
  stage.setHorizon(0.6);
  paintSky(stage, stage.horizon);
  for (let row = 0; row < 3; row++) {
    const t = row / 4;
    paintHouses(stage, { distance: (1 - t) * 0.9, nearness: t, baseY: stage.horizon, isCanyon: false, id: 3 + row });
    layHaze(stage, 0.3 * (1 - t) + stage.fog * 0.3 * (1 - t));
  }
  const road: Road = { vanishX: stage.width * mix(0.5, stage.framing.subjectX, 0.35), vanishY: stage.horizon, halfFar: 14 * stage.unit };
  paintWalls(stage, road);
  paintRoad(stage, road);
  stage.floor = {
    groundY: stage.height * clamp(0.92 + stage.framing.groundShift * 0.5, 0.8, 0.97),
    reflection: 0.5,
    isWater: false,
    farY: stage.horizon,
  };
}

/** The street runs to a point on the horizon; `halfFar` is half its width there, in pixels. */
interface Road {
  readonly vanishX: number;
  readonly vanishY: number;
  readonly halfFar: number;
}

/** Half the width of the road at `near` (0 at the horizon … 1 at the lower edge). */
function halfRoad(stage: Stage, road: Road, near: number): number {
  return road.halfFar + near * stage.width * 0.4;
}

const BLOCKS = 6;

/** Facades along both sides, drawn from the horizon to the viewer, each in the perspective of the street. */
function paintWalls(stage: Stage, road: Road): void {
  const { random } = stage;
  const signHues = [random.range(330, 360), random.range(185, 210), random.range(285, 310), 55];
  for (let block = 0; block < BLOCKS; block++) {
    const far = 0.05 + 0.95 * (block / BLOCKS) ** 1.7;
    const near = 0.05 + 1.25 * ((block + 1) / BLOCKS) ** 1.7;
    for (const side of [-1, 1] as const) {
      const rise = random.range(0.75, 1.5);
      stage.layer(
        (context) => paintFacade(stage, context, road, { far, near, side, rise, signHues }),
        (1 - near) * 0.6 + 0.1,
        6 + block * 2 + (side > 0 ? 1 : 0),
      );
    }
  }
}

interface Facade {
  readonly far: number;
  readonly near: number;
  readonly side: 1 | -1;
  /** Height over the horizon at the lower edge, in picture heights. */
  readonly rise: number;
  readonly signHues: readonly number[];
}

function paintFacade(stage: Stage, context: SKRSContext2D, road: Road, facade: Facade): void {
  const { height, light, unit } = stage;
  const { far, near, side, rise, signHues } = facade;
  // Streams of their own: the same street stands there by day and by night.
  const random = stage.random.fork();
  const windows = stage.random.fork();
  // A point of the wall: `along` 0 at its far end … 1 at its near end, `up` 0 at the pavement … 1 at the roof.
  const point = (along: number, up: number): readonly [number, number] => {
    const depth = mix(far, near, along);
    const x = road.vanishX + side * halfRoad(stage, road, depth) * 1.16;
    const foot = road.vanishY + depth * (height - road.vanishY);
    return [x, mix(foot, road.vanishY - depth * rise * height, up)];
  };
  const quad = (fromAlong: number, toAlong: number, fromUp: number, toUp: number) => {
    context.beginPath();
    context.moveTo(...point(fromAlong, fromUp));
    context.lineTo(...point(toAlong, fromUp));
    context.lineTo(...point(toAlong, toUp));
    context.lineTo(...point(fromAlong, toUp));
    context.closePath();
    context.fill();
  };
  const distance = (1 - Math.min(1, near)) * 0.7;
  const wall = light.isDark
    ? lch(random.range(0.2, 0.3), 0.05, random.range(240, 320))
    : lch(random.range(0.5, 0.74), random.range(0.03, 0.08), random.range(20, 95));
  const isLit = (stage.sunX - road.vanishX) * side < 0;
  const colour = stage.air(mixRgb(wall, isLit ? light.sun : [0.05, 0.04, 0.1], isLit ? 0.22 : 0.3), distance);
  context.fillStyle = css(colour);
  const [nearX] = point(1, 0);
  const edgeX = side > 0 ? Math.max(stage.width, nearX) + 2 : Math.min(0, nearX) - 2;
  quad(0, 1, 0, 1);
  // The roof seen past the facade keeps the sky out of the gap to the picture's edge.
  context.beginPath();
  context.moveTo(...point(1, 1));
  context.lineTo(edgeX, point(1, 1)[1]);
  context.lineTo(edgeX, height);
  context.lineTo(...point(1, 0));
  context.fill();
  context.fillStyle = css(mixRgb(colour, [1, 1, 1], 0.18), 0.9);
  quad(0, 1, 0.975, 1);
  const shop = light.isDark ? lch(0.78, 0.13, random.pick(signHues)) : mixRgb(colour, [0.12, 0.12, 0.16], 0.6);
  context.fillStyle = css(stage.air(shop, distance), 0.85);
  quad(0.08, 0.92, 0.01, 0.075);
  if (!stage.without("windows")) paintFacadeWindows(stage, context, windows, quad, colour, distance, signHues);
  if (light.isDark && random.chance(0.6)) {
    const sign = lch(0.76, 0.22, random.pick(signHues));
    context.shadowColor = css(sign);
    context.shadowBlur = 30 * unit;
    context.fillStyle = css(sign, 0.95);
    const up = random.range(0.14, 0.4);
    quad(0.3, 0.42, up, up + random.range(0.08, 0.2));
    context.shadowBlur = 0;
  }
}

function paintFacadeWindows(
  stage: Stage,
  context: SKRSContext2D,
  random: Random,
  quad: (fromAlong: number, toAlong: number, fromUp: number, toUp: number) => void,
  wall: ReturnType<typeof lch>,
  distance: number,
  signHues: readonly number[],
): void {
  const { light } = stage;
  const columns = random.integer(3, 5);
  const floors = random.integer(6, 10);
  const glass = stage.air(mixRgb(light.middle, [0.18, 0.22, 0.32], 0.55), distance);
  for (let floor = 0; floor < floors; floor++) {
    for (let column = 0; column < columns; column++) {
      const isLamp = light.isDark && random.chance(0.45);
      const lamp = random.chance(0.8) ? lch(0.86, 0.12, random.range(60, 90)) : lch(0.8, 0.15, random.pick(signHues));
      context.fillStyle = css(isLamp ? mixRgb(lamp, wall, distance) : mixRgb(glass, wall, light.isDark ? 0.7 : 0.15), 0.92);
      const along = (column + 0.24) / columns;
      const up = 0.11 + ((floor + 0.2) / floors) * 0.85;
      quad(along, along + 0.52 / columns, up, up + (0.55 / floors) * 0.85);
    }
  }
}

interface HouseRow {
  readonly distance: number;
  /** 0 far … 1 near: size of houses and windows. */
  readonly nearness: number;
  readonly baseY: number;
  /** Houses rise towards the edges and leave the middle open. */
  readonly isCanyon: boolean;
  readonly id: number;
}

function paintHouses(stage: Stage, row: HouseRow): void {
  const { width, height, random, unit, light } = stage;
  const t = row.nearness;
  const signHues = [random.range(330, 360), random.range(185, 210), random.range(285, 310), 55];
  const isTwilight = light.isDark;
  stage.layer(
    (context) => {
      let x = -30 * unit;
      while (x < width) {
        const houseWidth = mix(30, 150, t) * unit * random.range(0.7, 1.5);
        const fromCentre = Math.abs((x + houseWidth / 2) / width - 0.5) * 2;
        const rise = row.isCanyon ? mix(0.22, 1.35, fromCentre) : 1;
        const tall = height * mix(0.14, 0.5, t) * random.range(0.45, 1.1) * rise;
        const foot = row.isCanyon
          ? mix(row.baseY + 4 * unit, height * 0.98, t ** 1.6 * mix(0.3, 1, fromCentre))
          : mix(row.baseY, row.baseY + 4 * unit, t);
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

function layHaze(stage: Stage, share: number): void {
  const { width, height, light } = stage;
  for (let y = 0; y < height; y++) {
    const alpha = Math.exp(-(((y - stage.horizon) / (height * 0.16)) ** 2)) * share;
    if (alpha < 0.01) continue;
    for (let x = 0; x < width; x++) stage.blend(y * width + x, light.horizon[0], light.horizon[1], light.horizon[2], alpha);
  }
}

function paintRoad(stage: Stage, road: Road): void {
  const { width, height, light, unit, noise, secondNoise } = stage;
  const { vanishX, vanishY, halfFar } = road;
  stage.layer(
    (context) => {
      const pavement = mixRgb(light.ambient, [0.3, 0.29, 0.32], 0.6);
      const asphalt = mixRgb(light.ambient, [0.06, 0.05, 0.09], 0.7);
      for (const [colour, share] of [
        [pavement, 1.16],
        [asphalt, 0.94],
      ] as const) {
        context.fillStyle = css(colour);
        context.beginPath();
        context.moveTo(vanishX - halfFar * share, vanishY);
        context.lineTo(vanishX + halfFar * share, vanishY);
        context.lineTo(vanishX + halfRoad(stage, road, 1) * share, height);
        context.lineTo(vanishX - halfRoad(stage, road, 1) * share, height);
        context.closePath();
        context.fill();
      }
      context.strokeStyle = css(mixRgb(WHITE, light.sun, 0.5), 0.5);
      for (let k = 0; k < 9; k++) {
        const from = (k / 9) ** 2;
        context.lineWidth = mix(1, 14, from) * unit;
        context.beginPath();
        context.moveTo(vanishX, mix(vanishY, height, from));
        context.lineTo(vanishX, mix(vanishY, height, ((k + 0.5) / 9) ** 2));
        context.stroke();
      }
    },
    (pixel) => 1 - (Math.floor(pixel / width) - vanishY) / (height - vanishY),
    ID.GROUND,
  );
  if (stage.without("reflection")) return;
  const mirror = stage.snapshot();
  const wet = stage.hasWeather("rain") ? 0.75 : light.isDark ? 0.5 : 0.12;
  const samples = stage.image.samples;
  for (let y = vanishY; y < height; y++) {
    const t = (y - vanishY) / (height - vanishY);
    const half = halfRoad(stage, road, t) * 1.16;
    for (let x = Math.max(0, Math.ceil(vanishX - half)); x < Math.min(width, vanishX + half); x++) {
      const wave = noise.fbm((x / width) * 14, (y / height) * 60, 3) - 0.5;
      const sourceY = clamp(vanishY - (y - vanishY) * 0.85 - wave * 60 * unit, 0, height - 1) | 0;
      const sourceX = clamp(x + wave * 36 * unit, 0, width - 1) | 0;
      const source = (sourceY * width + sourceX) * 3;
      const puddle = wet * (0.5 + 0.9 * secondNoise.fbm((x / width) * 6, (y / height) * 10, 3)) * smooth(0, 0.02, t);
      const at = (y * width + x) * 3;
      for (let k = 0; k < 3; k++) samples[at + k] = f32(samples, at + k) * (1 - puddle * 0.55) + f32(mirror, source + k) * puddle * 0.85;
    }
  }
}
