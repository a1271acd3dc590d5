import type { Pose } from "./camera";
import type { Current } from "./currents";

/** How the sheets of a plate are seen at one moment. */
export interface Shot {
  readonly pose: Pose;
  /** Nearness that an orbit keeps in place. */
  readonly pivot: number;
  /** How far the light of what has two has changed, 0–1. */
  readonly lit: number;
  /** The movement of each sheet by itself, in the order of the sheets. */
  readonly currents: readonly (Current | null)[];
}
