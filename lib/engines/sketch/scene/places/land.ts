import { lch, mixRgb } from "../../raster/colour";
import { mix } from "../../raster/maths";
import { paintLavender } from "../lavender";
import { LAND, paintRidges, type Ridge } from "../ridges";
import { paintSky } from "../sky";
import type { Stage } from "../stage";
import { drawConifer, drawLeafTree, flowerColours, leafHue, paintGrass } from "../vegetation";
import { hillOf, setHillFloor, setLandFloor } from "./land-floor";

/** Peaks with snow, wooded hills before them, a meadow at the viewer's feet. */
export function paintMountains(stage: Stage): void {
  const { random, framing } = stage;
  const { height } = stage.frame;
  stage.setHorizon(0.66);
  paintSky(stage, stage.horizon);
  const shift = framing.horizonShift * height * 0.8;
  const frequency = random.range(1.2, 2.1);
  const hue = leafHue(stage);
  const isWinter = stage.hasWeather("snow") || stage.hasPlace("snow");
  const snow = stage.spec.season === "summer" ? 0.05 : 0.13;
  const hill = hillOf(stage);
  const ridges: Ridge[] = [];
  if (!stage.without("mountains")) {
    ridges.push({
      kind: "rock",
      base: stage.down(0.62) + shift,
      height: 0.5 * height,
      frequency,
      colour: LAND.farRock,
      distance: 0.8,
      id: 4,
      mist: isWinter ? 0.03 : 0.08,
      snow,
    });
    ridges.push({
      kind: "rock",
      base: stage.down(0.72) + shift,
      height: 0.4 * height,
      frequency: frequency * 1.3,
      colour: LAND.rock,
      distance: 0.55,
      id: 5,
      mist: 0.06,
      snow: snow / 2,
    });
  }
  const near = isWinter ? lch(0.95, 0.012, 245) : lch(0.45, 0.1, hue + 4);
  const wooded = isWinter ? lch(0.88, 0.02, 240) : lch(0.38, 0.07, hue + 22);
  ridges.push({
    kind: "hill",
    base: stage.down(0.84) + shift * 0.6,
    height: 0.26 * height,
    frequency: frequency * 1.9,
    colour: wooded,
    distance: 0.3,
    id: 6,
    mist: 0.1,
  });
  ridges.push({
    kind: "hill",
    base: stage.down(1.02),
    height: 0.2 * height,
    frequency: 1.4,
    colour: near,
    distance: 0.05,
    id: 7,
    mist: isWinter ? 0.05 : 0.3,
    hill,
  });
  paintRidges(stage, ridges);
  if (!stage.without("trees") && (stage.hasPlace("forest") || random.chance(0.65)))
    paintTreeLine(stage, stage.down(0.8) + shift * 0.5, stage.down(0.93), isWinter);
  if (!isWinter) paintGrass(stage, stage.down(0.9), hue, random.chance(0.6) ? flowerColours(stage) : null);
  if (hill !== undefined) setHillFloor(stage, hill);
  else setLandFloor(stage, 0.93, stage.down(0.8));
}

function paintTreeLine(stage: Stage, far: number, near: number, isSnowy: boolean): void {
  const { random, unit, light, width } = stage;
  stage.layer(
    (context) => {
      for (let k = 0; k < 60; k++) {
        const t = k / 60;
        const distance = 0.3 * (1 - t);
        drawConifer(
          stage,
          context,
          random.next() * width,
          mix(far, near, t),
          mix(34, 90, t) * unit * random.range(0.6, 1.2),
          stage.air(lch(0.28, 0.06, 150), distance),
          stage.air(mixRgb(lch(0.55, 0.1, 125), light.sun, 0.4), distance),
          isSnowy ? 0.8 : 0,
        );
      }
    },
    0.22,
    8,
  );
}

/** Waves of sand before far rock. */
export function paintDesert(stage: Stage): void {
  const { random } = stage;
  const { height } = stage.frame;
  stage.setHorizon(0.5);
  const { horizon } = stage;
  paintSky(stage, horizon);
  const shift = stage.framing.horizonShift * height;
  const hue = random.range(-6, 6);
  const ridges: Ridge[] = [];
  if (!stage.without("mountains")) {
    ridges.push({
      kind: "rock",
      base: horizon + 0.03 * height,
      height: random.range(0.06, 0.2) * height,
      frequency: random.range(1.6, 2.8),
      colour: lch(0.55, 0.08, 50 + hue),
      distance: 0.85,
      id: 4,
      mist: 0.03,
    });
  }
  ridges.push({
    kind: "dune",
    base: stage.down(0.66) + shift * 0.7,
    height: 0.16 * height,
    frequency: random.range(1.2, 2),
    colour: lch(0.74, 0.1, 68 + hue),
    distance: 0.5,
    id: 5,
    mist: 0.1,
  });
  ridges.push({
    kind: "dune",
    base: stage.down(0.85) + shift * 0.4,
    height: 0.26 * height,
    frequency: random.range(0.9, 1.4),
    colour: lch(0.72, 0.11, 64 + hue),
    distance: 0.25,
    id: 6,
    mist: 0.3,
  });
  ridges.push({
    kind: "dune",
    base: stage.down(1.08),
    height: 0.34 * height,
    frequency: random.range(0.7, 1.1),
    colour: lch(0.7, 0.11, 60 + hue),
    distance: 0.04,
    id: 7,
    mist: 0.5,
  });
  paintRidges(stage, ridges);
  setLandFloor(stage, 0.88, stage.down(0.66));
}

/** Rolling green with trees and flowers. */
export function paintMeadow(stage: Stage): void {
  if (stage.hasWeather("snow")) {
    paintSnow(stage);
    return;
  }
  const hue = leafHue(stage);
  paintHills(stage, (lightness, shift) => lch(lightness, 0.11, hue - 4 + shift), false);
  // Lavender is a colour and a plant; on a field it is the plant.
  if (stage.spec.colours.includes("lavender") && !stage.without("flowers")) paintLavender(stage, stage.down(0.7));
  else paintGrass(stage, stage.down(0.74), hue - 8, flowerColours(stage));
}

/** The same hills under snow. */
export function paintSnow(stage: Stage): void {
  paintHills(stage, () => lch(0.9, 0.02, 245), true);
}

function paintHills(stage: Stage, ground: (lightness: number, hueShift: number) => ReturnType<typeof lch>, isSnow: boolean): void {
  const { random, framing } = stage;
  const { height } = stage.frame;
  stage.setHorizon(0.55);
  paintSky(stage, stage.horizon);
  const shift = framing.horizonShift * height;
  const rise = random.range(0.08, 0.2);
  const hill = hillOf(stage);
  const ridges: Ridge[] = [];
  if (!stage.without("mountains")) {
    ridges.push({
      kind: "rock",
      base: stage.horizon + 0.02 * height,
      height: (isSnow ? 0.3 : rise) * height,
      frequency: random.range(1.5, 2.6),
      colour: isSnow ? lch(0.6, 0.03, 255) : lch(0.5, 0.05, 230),
      distance: isSnow ? 0.62 : 0.8,
      id: 4,
      mist: 0.05,
      snow: isSnow ? 0.2 : 0,
    });
  }
  ridges.push({
    kind: "hill",
    base: stage.down(0.66) + shift * 0.8,
    height: 0.14 * height,
    frequency: random.range(1.2, 1.9),
    colour: ground(0.62, 8),
    distance: 0.5,
    id: 5,
    mist: 0.1,
  });
  ridges.push({
    kind: "hill",
    base: stage.down(0.8) + shift * 0.4,
    height: 0.18 * height,
    frequency: random.range(0.9, 1.5),
    colour: ground(0.6, 0),
    distance: 0.25,
    id: 6,
    mist: 0.4,
  });
  ridges.push({
    kind: "hill",
    base: stage.down(0.98),
    height: 0.2 * height,
    frequency: random.range(0.7, 1.1),
    colour: ground(0.58, -2),
    distance: 0.05,
    id: 7,
    mist: hill === undefined ? 0.6 : 0.2,
    hill,
  });
  const near = hill === undefined ? [] : ridges.splice(-1);
  paintRidges(stage, ridges);
  if (!stage.without("trees")) paintScatteredTrees(stage, stage.down(0.62) + shift * 0.7, stage.down(0.78) + shift * 0.3, isSnow);
  // The trees of the plain are behind the hill.
  paintRidges(stage, near);
  if (hill !== undefined) setHillFloor(stage, hill);
  else setLandFloor(stage, 0.88, stage.down(0.7));
}

function paintScatteredTrees(stage: Stage, far: number, near: number, isSnow: boolean): void {
  const { random, unit, light, width } = stage;
  const hue = leafHue(stage);
  const conifers = isSnow ? 1 : random.range(0.1, 0.6);
  const count = random.integer(14, 30);
  stage.layer(
    (context) => {
      for (let k = 0; k < count; k++) {
        const t = k / count;
        const distance = 0.55 * (1 - t) + 0.1;
        const x = random.next() * width;
        const y = mix(far, near, t);
        if (random.chance(conifers)) {
          const lit = isSnow ? mixRgb([0.95, 0.97, 1], light.sun, 0.1) : mixRgb(lch(0.6, 0.12, 125), light.sun, 0.4);
          drawConifer(
            stage,
            context,
            x,
            y,
            mix(40, 110, t) * unit,
            stage.air(lch(0.32, 0.06, 155), distance),
            stage.air(lit, distance),
            isSnow ? 0.9 : 0,
          );
        } else {
          drawLeafTree(stage, context, x, y, mix(46, 130, t) * unit * random.range(0.8, 1.2), hue, distance);
        }
      }
    },
    0.4,
    8,
  );
}
