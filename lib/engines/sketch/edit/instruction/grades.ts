import type { Mood } from "../../lexicon/moods";

/** Grading words a prompt does not need but an instruction does. */
export const GRADES: Readonly<Record<string, Mood>> = {
  darker: { darker: 0.14 },
  brighter: { darker: -0.12 },
  lighter: { darker: -0.12 },
  warmer: { warmth: 0.07 },
  colder: { warmth: -0.07 },
  cooler: { warmth: -0.06 },
  moodier: { saturation: 0.78, contrast: 1.15, darker: 0.1 },
  softer: { contrast: 0.85, saturation: 0.9 },
  punchier: { contrast: 1.25, saturation: 1.2 },
  saturated: { saturation: 1.35 },
  desaturated: { saturation: 0.45 },
  greyscale: { saturation: 0 },
  grayscale: { saturation: 0 },
  monochrome: { saturation: 0 },
  sepia: { saturation: 0.25, warmth: 0.1 },
};
