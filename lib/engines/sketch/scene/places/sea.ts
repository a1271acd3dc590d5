import { lch, mixRgb, type Rgb, WHITE } from "../../raster/colour";
import { clamp, mix, smooth } from "../../raster/maths";
import { Random } from "../../raster/random";
import { LAND, paintRidges, type Ridge } from "../ridges";
import { paintSky } from "../sky";
import { ID, type Stage } from "../stage";
import { leafHue, paintGrass } from "../vegetation";
import { paintWater } from "../water";

/** Open water under a sky; a far coast, mountains or a wooded shore where the prompt or the seed wants them. */
export function paintSea(stage: Stage): void {
  stage.setHorizon(0.56);
  paintSky(stage, stage.horizon);
  const isRough = stage.hasWeather("rain") || stage.light.heavy > 0.8;
  if (!stage.without("mountains")) paintRidges(stage, shores(stage, stage.hasPlace("mountains")));
  paintWater(stage, stage.horizon, stage.hasWeather("wind") ? 0 : isRough ? 0.1 : 0.6);
  setWaterFloor(stage);
  const lighthouse = stage.spec.subjects.some((subject) => subject.shape.kind === "lathe" && subject.shape.shape === "lighthouse");
  if ((lighthouse || stage.hasPlace("mountains")) && !stage.without("rocks")) paintCliff(stage);
}

/** A strip of sea behind sand that runs down to the viewer; of a lake, behind grass. */
export function paintBeach(stage: Stage): void {
  const { width, light, noise, secondNoise } = stage;
  const { top, height } = stage.frame;
  const bottom = stage.down(1);
  stage.setHorizon(0.44);
  paintSky(stage, stage.horizon);
  const isLakeside = stage.hasPlace("lake");
  if (!stage.without("mountains")) paintRidges(stage, shores(stage, isLakeside || stage.hasPlace("mountains")));
  paintWater(stage, stage.horizon, stage.hasWeather("wind") ? 0.1 : stage.hasWeather("rain") ? 0.3 : 0.7);
  const edge = stage.horizon + (bottom - stage.horizon) * 0.42;
  const sand = mixRgb(isLakeside ? lch(0.6, 0.09, 118) : lch(0.86, 0.055, 78), light.ambient, 0.25);
  const lit = mixRgb(sand, light.sun, 0.3);
  const slope = (stage.framing.subjectX < 0.5 ? -1 : 1) * 0.09;
  for (let x = 0; x < width; x++) {
    const waterline = edge + (x / width - 0.5) * slope * height + (noise.fbm((x / width) * 3, 5, 3) - 0.5) * height * 0.1;
    for (let y = Math.max(0, Math.floor(waterline)); y < stage.height; y++) {
      const t = Math.min(1, (y - waterline) / (bottom - waterline));
      const down = (y - top) / height;
      const wet = smooth(0.16, 0, t);
      const ripple =
        (secondNoise.fbm((x / width) * 9, down * 34, 3) - 0.5) * 0.5 + (noise.fbm((x / width) * 60, down * 60, 2) - 0.5) * 0.22;
      const shade = clamp(0.62 + ripple) * light.strength;
      const foam = Math.exp(-(((y - waterline) / (height * 0.008)) ** 2)) * (stage.without("waves") ? 0 : 0.9);
      const pixel = y * width + x;
      const alpha = smooth(0, 0.012 * height, y - waterline + 0.004 * height);
      stage.blend(
        pixel,
        mix(mix(sand[0] * 0.72, lit[0], shade), light.horizon[0] * 0.7, wet * 0.55),
        mix(mix(sand[1] * 0.7, lit[1], shade), light.horizon[1] * 0.7, wet * 0.55),
        mix(mix(sand[2] * 0.72, lit[2], shade), light.horizon[2] * 0.72, wet * 0.5),
        alpha,
      );
      stage.blend(pixel, 0.95 * light.strength + 0.05, 0.96 * light.strength + 0.05, light.strength, foam);
      stage.depth[pixel] = 0.5 * (1 - t);
      stage.ids[pixel] = ID.GROUND;
    }
  }
  if (isLakeside && !stage.hasWeather("snow") && !stage.hasPlace("snow")) paintGrass(stage, edge + 0.12 * height, leafHue(stage), null);
  stage.floor = { groundY: stage.down(clamp(0.9 + stage.framing.groundShift, 0.8, 0.97)), reflection: 0, isWater: false, farY: edge };
}

/** Still water between mountains and trees. */
export function paintLake(stage: Stage): void {
  stage.setHorizon(0.5);
  paintSky(stage, stage.horizon);
  if (!stage.without("mountains")) paintRidges(stage, shores(stage, true));
  paintWater(stage, stage.horizon, stage.hasWeather("rain") || stage.hasWeather("wind") ? 0.15 : 0.85);
  setWaterFloor(stage);
}

function setWaterFloor(stage: Stage): void {
  const below = stage.down(1) - stage.horizon;
  stage.floor = {
    groundY: stage.horizon + below * clamp(0.34 + stage.framing.groundShift * 2, 0.1, 0.62),
    reflection: stage.without("reflection") ? 0 : 1,
    isWater: true,
    farY: stage.horizon,
  };
}

function shores(stage: Stage, isHigh: boolean): readonly Ridge[] {
  const { horizon, random } = stage;
  const { height } = stage.frame;
  const isWhite = stage.hasWeather("snow") || stage.hasPlace("snow");
  const snowed = (colour: Rgb): Rgb => (isWhite ? mixRgb(colour, WHITE, 0.55) : colour);
  const common = { kind: "rock", bottom: horizon, mist: 0.02 } as const;
  const ridges: Ridge[] = [];
  if (isHigh) {
    const snow = stage.spec.season === "summer" ? 0 : isWhite ? 0.4 : 0.1;
    ridges.push({
      ...common,
      base: horizon + 4 * stage.unit,
      height: 0.42 * height,
      frequency: random.range(1.4, 2.1),
      colour: lch(0.45, 0.04, 260),
      distance: 0.75,
      id: 5,
      snow,
    });
    ridges.push({
      ...common,
      base: horizon + 4 * stage.unit,
      height: 0.2 * height,
      frequency: random.range(2.2, 3.2),
      colour: snowed(LAND.wooded),
      distance: 0.45,
      id: 6,
    });
  } else if (random.chance(0.7)) {
    ridges.push({
      ...common,
      base: horizon + 2 * stage.unit,
      height: 0.09 * height,
      frequency: 2.2,
      colour: lch(0.4, 0.04, 260),
      distance: 0.8,
      id: 5,
    });
  }
  if (stage.hasPlace("forest") && !stage.without("trees")) {
    ridges.push({
      ...common,
      base: horizon + 4 * stage.unit,
      height: 0.12 * height,
      frequency: 9,
      colour: snowed(LAND.pine),
      distance: 0.35,
      id: 7,
    });
  }
  return ridges;
}

/** Where a lighthouse stands: x and y in pixels of the rock under it. */
export interface CliffTop {
  readonly x: number;
  readonly y: number;
}

const cliffTops = new WeakMap<Stage, CliffTop>();

export function cliffTopOf(stage: Stage): CliffTop | null {
  return cliffTops.get(stage) ?? null;
}

/** A headland from one edge of the picture; neighbouring seeds have it on opposite sides. */
export function paintCliff(stage: Stage): void {
  const { top, height } = stage.frame;
  const { width, light, noise, secondNoise } = stage;
  const isLeft = stage.spec.seed % 2 === 0;
  const reach = new Random(`${stage.spec.seed}|cliff`).range(0.14, 0.27);
  const points: (readonly [number, number])[] = [];
  for (let k = 0; k <= 40; k++) {
    const f = k / 40;
    const rise = isLeft ? 1 - smooth(0.35, 1, f) : smooth(0, 0.65, f);
    const x = (isLeft ? -0.05 + f * 0.62 : 0.43 + f * 0.62) * width;
    points.push([x, top + height - rise * height * 0.46 - noise.ridge(f * 4, 3.3, 5) * height * 0.09 * rise]);
  }
  stage.layer(
    (context) => {
      context.fillStyle = "#4a4038";
      context.beginPath();
      // Nearer than where the scene was composed it goes on as steeply as it came.
      const below = (stage.height - top) / height - 1;
      context.moveTo((isLeft ? -0.05 : 0.43 - 0.4 * below) * width, top + height * (1.05 + below));
      for (const [x, y] of points) context.lineTo(x, y);
      context.lineTo((isLeft ? 0.57 + 0.4 * below : 1.05) * width, top + height * (1.05 + below));
      context.closePath();
      context.fill();
    },
    0.12,
    ID.ROCK,
  );
  const lit = mixRgb(lch(0.5, 0.04, 70), light.sun, 0.4);
  const shaded = mixRgb(lch(0.2, 0.03, 260), light.ambient, 0.3);
  for (let pixel = 0; pixel < width * stage.height; pixel++) {
    if (stage.ids[pixel] !== ID.ROCK) continue;
    const x = pixel % width;
    const fx = (x / width) * 9;
    const fy = ((Math.floor(pixel / width) - top) / height) * 6;
    const here = secondNoise.ridge(fx, fy, 5);
    const towards = secondNoise.ridge(fx + (stage.sunX < x ? -0.07 : 0.07), fy - 0.07, 5);
    const shade = smooth(0, 1, clamp(0.5 + (here - towards) * 3.6));
    stage.set(pixel, mix(shaded[0], lit[0], shade), mix(shaded[1], lit[1], shade), mix(shaded[2], lit[2], shade));
  }
  const x = width * (isLeft ? reach : 1 - reach);
  let y = 0;
  while (y < stage.height - 1 && stage.ids[y * width + Math.round(x)] !== ID.ROCK) y++;
  cliffTops.set(stage, { x, y: y + 10 * stage.unit });
}
