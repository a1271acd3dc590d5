import type { Looks } from "../../lexicon/looks";
import type { Figure } from "../../lexicon/subjects";
import type { Rgb } from "../../raster/colour";

/** What makes somebody a wizard or a pirate, on the sheet of a person: the middle at x 24, the crown at 1, the raised hand at (40, 26). */
export interface Costume {
  readonly figure: Figure;
  readonly coats: readonly [Rgb, ...Rgb[]];
  readonly isOld?: boolean;
  readonly isRobed?: boolean;
  /** A tail in place of legs. */
  readonly isTailed?: boolean;
  readonly looks?: Looks;
  readonly behind?: (coat: Rgb) => string;
  readonly before: (coat: Rgb) => string;
}
