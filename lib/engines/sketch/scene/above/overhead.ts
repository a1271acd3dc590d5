import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, mixRgb, type Rgb } from "../../raster/colour";
import { ID, type Stage } from "../stage";

/** A colour of the ground as the light of the hour shows it from above. */
export function inLight({ light }: Stage, colour: Rgb): Rgb {
  return mixRgb(mixRgb(colour, light.ambient, light.isDark ? 0.6 : 0.16), light.sun, light.isDark ? 0.03 : 0.08);
}

/** Where the shadow of a thing one pixel high falls, in pixels: away from the sun, and down the picture. */
export function shadowOf({ sunX, width }: Stage): readonly [x: number, y: number] {
  return [sunX < width / 2 ? 0.55 : -0.55, 0.75];
}

/** Everything seen from above is equally far and lies below where a horizon would be. */
export function lieFlat(stage: Stage): void {
  stage.horizon = 0;
  stage.sunY = -stage.height;
  stage.depth.fill(0.35);
  stage.ids.fill(ID.GROUND);
  stage.floor = { groundY: stage.height * 0.5, reflection: 0, isWater: false, farY: 0 };
}

/** A dark shape thrown by something `tall` pixels high; `draw` traces and fills its outline at its own place. */
export function throwShadow(stage: Stage, context: SKRSContext2D, tall: number, draw: () => void): void {
  const [x, y] = shadowOf(stage);
  context.save();
  context.translate(x * tall, y * tall);
  context.fillStyle = css([0.05, 0.04, 0.1], stage.light.isDark ? 0.25 : 0.3);
  if (!stage.without("shadow")) draw();
  context.restore();
}

/** Whether snow lies on what is seen. */
export function isWhite(stage: Stage): boolean {
  return stage.hasWeather("snow") || stage.hasPlace("snow") || stage.spec.season === "winter";
}
