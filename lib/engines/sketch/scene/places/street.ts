import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, lch, mixRgb, WHITE } from "../../raster/colour";
import { clamp, mix, smooth } from "../../raster/maths";
import type { Random } from "../../raster/random";
import { f32 } from "../../raster/sample";
import { paintSky } from "../sky";
import { ID, type Stage } from "../stage";
import { layHaze, paintHouses } from "./house-rows";

/** A street between houses, wet and mirroring when it rains or the lights are on. */
export function paintStreet(stage: Stage): void {
  stage.setHorizon(0.6);
  paintSky(stage, stage.horizon);
  if (stage.without("buildings")) paintVerges(stage);
  for (let row = stage.without("buildings") ? 3 : 0; row < 3; row++) {
    const t = row / 4;
    paintHouses(stage, { distance: (1 - t) * 0.9, nearness: t, baseY: stage.horizon, id: 3 + row });
    layHaze(stage, 0.3 * (1 - t) + stage.fog * 0.3 * (1 - t));
  }
  const road: Road = { vanishX: vanishingX(stage), vanishY: stage.horizon, halfFar: 14 * stage.unit };
  if (!stage.without("buildings")) paintWalls(stage, road);
  paintRoad(stage, road);
  stage.floor = {
    groundY: stage.down(clamp(0.92 + stage.framing.groundShift * 0.5, 0.8, 0.97)),
    reflection: 0.5,
    isWater: false,
    farY: stage.horizon,
  };
}

/** x in pixels of the point on the horizon that a street runs to. */
export function vanishingX(stage: Stage): number {
  return stage.width * mix(0.5, stage.framing.subjectX, 0.35);
}

/** Grass on both sides, where no houses stand. */
function paintVerges(stage: Stage): void {
  const { width, height, horizon, light } = stage;
  const bottom = stage.down(1);
  stage.layer(
    (context) => {
      const fade = context.createLinearGradient(0, horizon, 0, bottom);
      fade.addColorStop(0, css(stage.air(lch(0.6, 0.08, 128), 0.6)));
      fade.addColorStop(1, css(mixRgb(lch(0.46, 0.1, 130), light.ambient, 0.25)));
      context.fillStyle = fade;
      context.fillRect(0, horizon, width, height - horizon);
    },
    (pixel) => clamp(1 - (Math.floor(pixel / width) - horizon) / (bottom - horizon)),
    2,
  );
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
  const { light, unit } = stage;
  const { far, near, side, rise, signHues } = facade;
  // Streams of their own: the same street stands there by day and by night.
  const random = stage.random.fork();
  const windows = stage.random.fork();
  // A point of the wall: `along` 0 at its far end … 1 at its near end, `up` 0 at the pavement … 1 at the roof.
  const point = (along: number, up: number): readonly [number, number] => {
    const depth = mix(far, near, along);
    const x = road.vanishX + side * halfRoad(stage, road, depth) * 1.16;
    const foot = road.vanishY + depth * (stage.down(1) - road.vanishY);
    return [x, mix(foot, road.vanishY - depth * rise * stage.frame.height, up)];
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
  context.lineTo(edgeX, stage.height);
  context.lineTo(...point(1, 0));
  context.fill();
  const isWhite = stage.hasWeather("snow") || stage.hasPlace("snow");
  const snow = stage.air(mixRgb(WHITE, light.ambient, light.isDark ? 0.45 : 0.08), distance * 0.5);
  context.fillStyle = isWhite ? css(snow) : css(mixRgb(colour, [1, 1, 1], 0.18), 0.9);
  quad(0, 1, isWhite ? 0.94 : 0.975, 1);
  const shop = light.isDark ? lch(0.78, 0.13, random.pick(signHues)) : mixRgb(colour, [0.12, 0.12, 0.16], 0.6);
  context.fillStyle = css(stage.air(shop, distance), 0.85);
  quad(0.08, 0.92, 0.01, 0.075);
  if (!stage.without("windows")) paintFacadeWindows(stage, context, windows, quad, colour, distance, signHues);
  if (isWhite) {
    // Heaped along the foot of the wall.
    context.fillStyle = css(snow, 0.9);
    quad(0, 1, 0, 0.035);
  }
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

function paintRoad(stage: Stage, road: Road): void {
  const { width, light, unit, noise, secondNoise } = stage;
  const { top, height } = stage.frame;
  const bottom = stage.down(1);
  // How far past the lower edge of where the street was composed it is seen: 1 is that edge.
  const end = (stage.height - road.vanishY) / (bottom - road.vanishY);
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
        context.lineTo(vanishX + halfRoad(stage, road, end) * share, stage.height);
        context.lineTo(vanishX - halfRoad(stage, road, end) * share, stage.height);
        context.closePath();
        context.fill();
      }
      context.strokeStyle = css(mixRgb(WHITE, light.sun, 0.5), 0.5);
      for (let k = 0; k < 9 * Math.sqrt(end); k++) {
        const from = (k / 9) ** 2;
        context.lineWidth = mix(1, 14, from) * unit;
        context.beginPath();
        context.moveTo(vanishX, mix(vanishY, bottom, from));
        context.lineTo(vanishX, mix(vanishY, bottom, ((k + 0.5) / 9) ** 2));
        context.stroke();
      }
    },
    (pixel) => Math.max(0, 1 - (Math.floor(pixel / width) - vanishY) / (bottom - vanishY)),
    ID.GROUND,
  );
  if (stage.without("reflection")) return;
  const mirror = stage.snapshot();
  const wet = stage.hasWeather("rain") ? 0.75 : light.isDark ? 0.5 : 0.12;
  const samples = stage.image.samples;
  for (let y = vanishY; y < stage.height; y++) {
    const t = (y - vanishY) / (bottom - vanishY);
    const tall = (y - top) / height;
    const half = halfRoad(stage, road, t) * 1.16;
    for (let x = Math.max(0, Math.ceil(vanishX - half)); x < Math.min(width, vanishX + half); x++) {
      const wave = noise.fbm((x / width) * 14, tall * 60, 3) - 0.5;
      const sourceY = clamp(vanishY - (y - vanishY) * 0.85 - wave * 60 * unit, 0, stage.height - 1) | 0;
      const sourceX = clamp(x + wave * 36 * unit, 0, width - 1) | 0;
      const source = (sourceY * width + sourceX) * 3;
      const puddle = wet * (0.5 + 0.9 * secondNoise.fbm((x / width) * 6, tall * 10, 3)) * smooth(0, 0.02, t);
      const at = (y * width + x) * 3;
      for (let k = 0; k < 3; k++) samples[at + k] = f32(samples, at + k) * (1 - puddle * 0.55) + f32(mirror, source + k) * puddle * 0.85;
    }
  }
}
