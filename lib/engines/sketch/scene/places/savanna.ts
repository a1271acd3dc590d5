import { lch } from "../../raster/colour";
import { clamp, mix } from "../../raster/maths";
import { paintRidges, type Ridge } from "../ridges";
import { paintSky } from "../sky";
import type { Stage } from "../stage";
import { drawAcacia, paintGrass } from "../vegetation";

/** Dry grass to a low horizon, flat-crowned trees, far hills. */
export function paintSavanna(stage: Stage): void {
  const { width, random, framing } = stage;
  const { height } = stage.frame;
  stage.setHorizon(0.56);
  paintSky(stage, stage.horizon);
  const shift = framing.horizonShift * height;
  const land = (base: number, tall: number, colour: ReturnType<typeof lch>, distance: number, id: number, mist: number): Ridge => ({
    kind: "hill",
    base,
    height: tall * height,
    frequency: random.range(0.9, 1.8),
    colour,
    distance,
    id,
    mist,
  });
  const far: Ridge = { ...land(stage.horizon + 0.03 * height, random.range(0.05, 0.12), lch(0.46, 0.05, 300), 0.8, 4, 0.04), kind: "rock" };
  paintRidges(stage, [
    ...(stage.without("mountains") ? [] : [far]),
    land(stage.down(0.66) + shift * 0.8, 0.07, lch(0.66, 0.09, 82), 0.55, 5, 0.1),
    land(stage.down(0.8) + shift * 0.4, 0.1, lch(0.64, 0.1, 80), 0.25, 6, 0.25),
    land(stage.down(1.02), 0.16, lch(0.58, 0.1, 78), 0.05, 7, 0.4),
  ]);
  if (!stage.without("trees")) {
    const count = random.integer(4, 7);
    stage.layer(
      (context) => {
        for (let k = 0; k < count; k++) {
          const t = k / count;
          const away = framing.subjectX < 0.5 ? random.range(0.45, 1.02) : random.range(-0.02, 0.55);
          const x = (t > 0.6 ? away : random.next()) * width;
          drawAcacia(
            stage,
            context,
            x,
            mix(stage.down(0.63) + shift * 0.7, stage.down(0.78) + shift * 0.4, t),
            mix(0.09, 0.36, t * t) * height,
            0.6 * (1 - t),
          );
        }
      },
      0.35,
      8,
    );
  }
  paintGrass(stage, stage.down(0.74) + shift * 0.3, 82, null);
  stage.floor = { groundY: stage.down(clamp(0.9 + framing.groundShift, 0.7, 0.97)), reflection: 0, isWater: false, farY: stage.down(0.68) };
}
