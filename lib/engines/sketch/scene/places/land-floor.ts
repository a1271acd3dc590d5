import { clamp } from "../../raster/maths";
import type { Stage } from "../stage";

/** Dry ground to stand on: `share` of the height down, moved by the composition; `farY` in pixels. */
export function setLandFloor(stage: Stage, share: number, farY: number): void {
  stage.floor = { groundY: stage.down(clamp(share + stage.framing.groundShift, 0.7, 0.97)), reflection: 0, isWater: false, farY };
}
