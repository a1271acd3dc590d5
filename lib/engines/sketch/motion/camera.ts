import { clamp, mix, smooth } from "../raster/maths";
import type { CameraMove, Pace } from "./motion-spec";

/** Where the camera stands at one moment. Lengths are shares of the plate's width or height. */
export interface Pose {
  /** Magnification of everything; 1 shows the whole plate. */
  readonly zoom: number;
  /** Added magnification of what is near: 0.1 makes the nearest things a tenth larger than the farthest. */
  readonly dolly: number;
  readonly panX: number;
  readonly panY: number;
  /** How far the nearest things are displaced against the farthest. */
  readonly shiftX: number;
  readonly shiftY: number;
}

export interface CameraPath {
  readonly move: CameraMove;
  readonly pace: Pace;
  /** Nearness (0 far … 1 near) of what an orbit keeps in place. */
  readonly pivot: number;
  /** Seconds. */
  readonly duration: number;
  /** The first or last frame, or both, show the plate as it is; null leaves the camera free. */
  readonly anchor: "start" | "end" | "both" | null;
}

const PACE_SHARE: Readonly<Record<Pace, number>> = { slow: 0.62, steady: 1, fast: 1.4 };
const AT_REST: Pose = { zoom: 1, dolly: 0, panX: 0, panY: 0, shiftX: 0, shiftY: 0 };

/** The pose at `time` (0–1). No pose looks past the plate's edge by more than what its displacement of near things adds. */
export function poseAt(path: CameraPath, time: number): Pose {
  // What is given at both ends is left and found again: the camera goes its way and comes back.
  if (path.anchor === "both") return poseAt({ ...path, anchor: "start" }, 0.5 - 0.5 * Math.cos(2 * Math.PI * time));
  const free = freePose(path, time);
  if (path.anchor === null) return free;
  const rest = freePose(path, path.anchor === "start" ? 0 : 1);
  const panX = free.panX - rest.panX;
  const panY = free.panY - rest.panY;
  // An anchored camera begins with the whole plate in view, so that it can only look aside by moving in.
  const needed = 1 / (1 - 2 * Math.max(Math.abs(panX), Math.abs(panY)));
  return {
    zoom: Math.max(1, free.zoom / rest.zoom, needed),
    dolly: free.dolly - rest.dolly,
    panX,
    panY,
    shiftX: free.shiftX - rest.shiftX,
    shiftY: free.shiftY - rest.shiftY,
  };
}

function freePose({ move, pace, duration }: CameraPath, time: number): Pose {
  // Starts and ends softly, without standing still for long.
  const eased = mix(time, smooth(0, 1, time), 0.55);
  const swing = eased * 2 - 1;
  const reach = PACE_SHARE[pace] * clamp(Math.sqrt(duration / 4), 0.75, 1.3);
  switch (move) {
    case "static":
      return AT_REST;
    case "pan-left":
      return aside(-swing, 0, reach);
    case "pan-right":
      return aside(swing, 0, reach);
    case "tilt-up":
      return aside(0, -swing, reach);
    case "tilt-down":
      return aside(0, swing, reach);
    case "push-in":
      return { ...AT_REST, zoom: 1.02 * (1 + 0.1 * eased * reach), dolly: 0.11 * eased * reach };
    case "pull-out":
      return { ...AT_REST, zoom: 1.02 * (1 + 0.1 * (1 - eased) * reach), dolly: 0.11 * (1 - eased) * reach };
    case "orbit":
      return { ...AT_REST, zoom: 1.09, shiftX: 0.028 * swing * reach };
  }
}

/** How far a camera of steady pace looks to one side of the middle, as a share of the plate. */
const ASIDE = 0.042;

/** `x` and `y` −1 … 1. Moved in just enough that the plate's edge stays out of sight. */
function aside(x: number, y: number, reach: number): Pose {
  const pan = ASIDE * reach;
  return { zoom: 1 / (1 - 2.2 * pan), dolly: 0, panX: x * pan, panY: y * pan, shiftX: x * 0.02 * reach, shiftY: y * 0.014 * reach };
}
