import { colourOf } from "../../lexicon/colours";
import { lch, mixRgb, type Rgb } from "../../raster/colour";
import type { Stage } from "../../scene/stage";

/** Everything the parts of the bust share. Lengths in pixels around a head centred on 0, 0. */
export interface Sitter {
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly isMale: boolean;
  readonly isOld: boolean;
  /** How much darker the side away from the light is, 1 as seen: a pen turns a dark side into one black plane. */
  readonly relief: number;
  readonly hair: Rgb;
  readonly hasBeard: boolean;
  readonly hairStyle: "long" | "bob" | "bun" | "short";
  readonly lit: Rgb;
  readonly skin: Rgb;
  readonly shaded: Rgb;
  readonly garment: Rgb;
  readonly iris: Rgb;
  /** 1 when the light comes from the right. */
  readonly side: 1 | -1;
}

const HAIRS: readonly Rgb[] = [
  lch(0.22, 0.03, 40),
  lch(0.3, 0.07, 45),
  lch(0.58, 0.1, 72),
  lch(0.42, 0.13, 40),
  lch(0.18, 0.02, 280),
  lch(0.72, 0.02, 90),
];

const GREY_HAIRS: readonly Rgb[] = [lch(0.88, 0.01, 90), lch(0.78, 0.012, 80), lch(0.7, 0.01, 260)];

/** The last of them is grey, which no child has. */
const YOUNG_HAIRS = HAIRS.slice(0, -1);

/** The share of shade that a pen leaves for its hatching. */
const INK_RELIEF = 0.3;

/** The person of a portrait, as the words and the seed have them. */
export function sitterOf(stage: Stage): Sitter {
  const { width, random, light, frame } = stage;
  const subject = stage.spec.subjects[0];
  const figure = subject?.shape.kind === "figure" ? subject.shape.figure : "woman";
  const isMale = figure === "man" || figure === "boy";
  const isChild = figure === "girl" || figure === "boy";
  const isOld = subject?.shape.kind === "figure" && subject.shape.isOld === true;
  const relief = stage.spec.medium === "ink" ? INK_RELIEF : 1;
  const skin = lch(random.range(0.48, 0.84), random.range(0.06, 0.085), random.range(45, 62));
  const halfWidth = Math.min(width, frame.height) * 0.155 * sizeOf(stage);
  return {
    halfWidth,
    halfHeight: halfWidth * (isChild ? 1.22 : 1.36),
    isMale,
    isOld,
    relief,
    hair: random.pick(isOld ? GREY_HAIRS : isChild ? YOUNG_HAIRS : HAIRS),
    hasBeard: figure === "man" && random.chance(isOld ? 0.7 : 0.45),
    hairStyle: isMale ? "short" : random.pick(["long", "bob", "bun"] as const),
    skin,
    lit: mixRgb(skin, light.sun, 0.35 * relief),
    shaded: mixRgb(skin, lch(0.32, 0.09, 20), 0.55 * relief),
    garment:
      subject?.colour === null || subject === undefined
        ? (stage.colours[1] ?? lch(random.range(0.4, 0.7), random.range(0.06, 0.14), random.range(0, 360)))
        : colourOf(subject.colour),
    iris: lch(0.4, 0.08, random.range(50, 250)),
    side: stage.lightDirection[0] > 0 ? 1 : -1,
  };
}

/** How large the bust is, 1 as usual. */
export function sizeOf({ framing }: Stage): number {
  return framing.subjectScale > 1.3 ? 1.4 : framing.subjectScale < 0.7 ? 0.78 : 1;
}
