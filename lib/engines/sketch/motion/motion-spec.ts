import type { Light } from "../lexicon/lights";

/** How the camera moves through a clip. */
export const CAMERA_MOVES = ["static", "pan-left", "pan-right", "tilt-up", "tilt-down", "push-in", "pull-out", "orbit"] as const;
export type CameraMove = (typeof CAMERA_MOVES)[number];

export const PACES = ["slow", "steady", "fast"] as const;
export type Pace = (typeof PACES)[number];

/** What moves in a clip: plain JSON, stored with every variant beside the scene it moves. */
export interface MotionSpec {
  readonly camera: CameraMove;
  readonly pace: Pace;
  /** The light changes from that of the scene to this one; null leaves it alone. */
  readonly passageTo: Light | null;
  /** Hours pass in seconds: clouds race. */
  readonly isTimelapse: boolean;
  /** What falls through the air. */
  readonly falling: "rain" | "snow" | null;
}

export const FRAMES_PER_SECOND = 24;
