import { colourOf } from "../../lexicon/colours";
import { type Garment, hairColourOf, type Looks, skinColourOf } from "../../lexicon/looks";
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
  /** The colour of the beard, or null. */
  readonly beard: Rgb | null;
  readonly isBeardLong: boolean;
  readonly hairStyle: HairStyle;
  readonly wears: Garment | null;
  /** The colour of the earrings, or null. */
  readonly earrings: Rgb | null;
  readonly lit: Rgb;
  readonly skin: Rgb;
  readonly shaded: Rgb;
  readonly garment: Rgb;
  readonly iris: Rgb;
  /** 1 when the light comes from the right. */
  readonly side: 1 | -1;
}

/** `none` is a bald head, `curly` stands around it. */
export type HairStyle = "long" | "bob" | "bun" | "short" | "curly" | "none";

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
  const looks = subject?.looks ?? {};
  const drawnSkin = lch(random.range(0.48, 0.84), random.range(0.06, 0.085), random.range(45, 62));
  const skin = looks.skin === undefined ? drawnSkin : skinColourOf(looks.skin);
  const halfWidth = Math.min(width, frame.height) * 0.155 * sizeOf(stage);
  const drawnHair = random.pick(isOld ? GREY_HAIRS : isChild ? YOUNG_HAIRS : HAIRS);
  const hair = looks.hair === undefined ? drawnHair : hairColourOf(looks.hair);
  const hasBeard = random.chance(isOld ? 0.7 : 0.45) && figure === "man";
  // Drawn for a man as well: who is turned into a woman keeps all the rest.
  const style = random.pick(["long", "bob", "bun"] as const);
  const cloth = lch(random.range(0.4, 0.7), random.range(0.06, 0.14), random.range(0, 360));
  const iris = lch(0.4, 0.08, random.range(50, 250));
  return {
    halfWidth,
    halfHeight: halfWidth * (isChild ? 1.22 : 1.36),
    isMale,
    isOld,
    relief,
    hair,
    beard: beardOf(looks, hair, hasBeard),
    isBeardLong: looks.isBeardLong === true,
    hairStyle: hairStyleOf(looks, isMale, style),
    wears: looks.wears ?? null,
    earrings: looks.earrings === undefined ? null : colourOf(looks.earrings),
    skin,
    lit: mixRgb(skin, light.sun, 0.35 * relief),
    shaded: mixRgb(skin, lch(0.32, 0.09, 20), 0.55 * relief),
    garment: subject?.colour === null || subject === undefined ? (stage.colours[1] ?? cloth) : colourOf(subject.colour),
    iris: looks.eyes === undefined ? iris : colourOf(looks.eyes),
    side: stage.lightDirection[0] > 0 ? 1 : -1,
  };
}

function beardOf({ beard }: Looks, hair: Rgb, isDrawn: boolean): Rgb | null {
  if (beard === undefined) return isDrawn ? hair : null;
  return beard === "none" ? null : beard === "own" ? hair : hairColourOf(beard);
}

function hairStyleOf({ cut }: Looks, isMale: boolean, drawn: HairStyle): HairStyle {
  if (cut === undefined) return isMale ? "short" : drawn;
  return cut === "short" && !isMale ? "bob" : cut;
}

/** How large the bust is, 1 as usual. */
export function sizeOf({ framing }: Stage): number {
  return framing.subjectScale > 1.3 ? 1.4 : framing.subjectScale < 0.7 ? 0.78 : 1;
}
