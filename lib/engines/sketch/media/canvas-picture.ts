import type { Rgb } from "../raster/colour";
import type { Raster } from "../raster/image";
import type { Stage } from "../scene/stage";

/** What a medium gets: the painted scene, and a seed for its own hand. A medium returns a new picture. */
export interface Sitting {
  readonly stage: Stage;
  readonly picture: Raster;
  readonly seed: number;
  /** Named colours of the prompt, for media that print in a few inks. */
  readonly inks: readonly Rgb[];
  /** Colours bound to subjects ("red sneaker"). */
  readonly subjectInks: readonly Rgb[];
}
