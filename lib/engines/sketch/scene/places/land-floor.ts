import { clamp } from "../../raster/maths";
import { belowTop, type Hill } from "../ridges";
import type { Stage } from "../stage";

/** Dry ground to stand on: `share` of the height down, moved by the composition; `farY` in pixels. */
export function setLandFloor(stage: Stage, share: number, farY: number): void {
  stage.floor = { groundY: stage.down(clamp(share + stage.framing.groundShift, 0.7, 0.97)), reflection: 0, isWater: false, farY };
}

/** How high a hill rises, as a share of the height of the picture. */
const LIFT = 0.25;

/** The hill that the words ask for, under the things of the scene; undefined where they ask for none. */
export function hillOf({ spec, frame, framing, width }: Stage): Hill | undefined {
  const x = spec.subjects.length > 1 ? 0.5 : framing.subjectX;
  return spec.hasHill ? { x: (x * (frame.width ?? width)) / width, lift: LIFT * frame.height } : undefined;
}

/** On the back of the hill, a little below its top. */
export function setHillFloor(stage: Stage, hill: Hill): void {
  const { frame, width } = stage;
  const groundY = stage.down(0.93) - hill.lift;
  stage.floor = {
    groundY,
    reflection: 0,
    isWater: false,
    farY: groundY - 0.12 * frame.height,
    dropAt: (x) => belowTop(hill, x / width),
  };
}
