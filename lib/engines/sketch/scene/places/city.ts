import { paintSky } from "../sky";
import type { Stage } from "../stage";
import { paintWater } from "../water";
import { layHaze, paintHouses } from "./house-rows";

/** A skyline, seen across water. */
export function paintCity(stage: Stage): void {
  stage.setHorizon(0.64);
  paintSky(stage, stage.horizon);
  for (let row = stage.without("buildings") ? 4 : 0; row < 4; row++) {
    const t = row / 3;
    paintHouses(stage, {
      distance: (1 - t) * 0.7,
      nearness: 0.18 + t * 0.5,
      baseY: stage.horizon + 3 * stage.unit,
      id: 3 + row,
    });
    layHaze(stage, 0.32 * (1 - t) + stage.fog * 0.3 * (1 - t));
  }
  paintWater(stage, stage.horizon, 0.72);
  stage.floor = { groundY: stage.horizon + (stage.down(1) - stage.horizon) * 0.5, reflection: 0.9, isWater: true, farY: stage.horizon };
}
