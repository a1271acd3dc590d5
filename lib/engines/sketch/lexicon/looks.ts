import { lch, type Rgb } from "../raster/colour";
import { colourOf, isColour, isShade } from "./colours";

/** How hair is worn; `none` is a bald head. */
export const HAIR_CUTS = ["long", "short", "curly", "bun", "none"] as const;
export type HairCut = (typeof HAIR_CUTS)[number];

/** What somebody wears above the knee, as far as our people show it. */
export const GARMENTS = ["dress", "robe", "suit", "coat", "shirt"] as const;
export type Garment = (typeof GARMENTS)[number];

/** What somebody wears below the waist, where it is not a dress. */
export const LEGWEAR = ["trousers", "skirt", "shorts"] as const;
export type Legwear = (typeof LEGWEAR)[number];

export const SKINS = ["light", "tanned", "brown", "dark"] as const;
export type Skin = (typeof SKINS)[number];

/** What the words say of how a person looks; what they leave open is up to the seed. Colours by name. */
export interface Looks {
  readonly hair?: string;
  readonly cut?: HairCut;
  /** A colour, `own` for that of the hair, `none` where a beard was taken away. */
  readonly beard?: string;
  readonly isBeardLong?: true;
  readonly eyes?: string;
  readonly skin?: Skin;
  readonly wears?: Garment;
  readonly legwear?: Legwear;
  /** The colour of trousers, skirt or shorts. */
  readonly legs?: string;
  readonly shoes?: string;
  /** The colour of the earrings, of which pearls are the usual ones. */
  readonly earrings?: string;
  readonly isCrowned?: true;
}

/** Colours that mean another one on a head than elsewhere, as OKLCH. */
const HAIRS: Readonly<Record<string, readonly [number, number, number]>> = {
  red: [0.5, 0.15, 38],
  ginger: [0.6, 0.15, 50],
  auburn: [0.4, 0.11, 36],
  blonde: [0.83, 0.1, 88],
  blond: [0.83, 0.1, 88],
  golden: [0.78, 0.13, 82],
  fair: [0.86, 0.07, 88],
  sandy: [0.72, 0.08, 78],
  brown: [0.36, 0.07, 50],
  brunette: [0.33, 0.06, 48],
  dark: [0.22, 0.03, 45],
  black: [0.17, 0.01, 280],
  grey: [0.68, 0.01, 250],
  gray: [0.68, 0.01, 250],
};

export function isHairColour(name: string): boolean {
  return Object.hasOwn(HAIRS, name) || isColourName(name);
}

export function isColourName(name: string): boolean {
  const words = name.split(" ");
  return isColour(words.at(-1) ?? "") && (words.length === 1 || (words.length === 2 && isShade(words[0] ?? "")));
}

/** The colour of hair by its name: red hair is no red of a car. Throws for a name that `isHairColour` does not know. */
export function hairColourOf(name: string): Rgb {
  const hair = Object.hasOwn(HAIRS, name) ? HAIRS[name] : undefined;
  return hair === undefined ? colourOf(name) : lch(...hair);
}

export function skinColourOf(skin: Skin): Rgb {
  switch (skin) {
    case "light":
      return lch(0.86, 0.05, 60);
    case "tanned":
      return lch(0.68, 0.085, 56);
    case "brown":
      return lch(0.55, 0.085, 52);
    case "dark":
      return lch(0.4, 0.06, 48);
  }
}

const CUTS: Readonly<Record<string, HairCut>> = {
  long: "long",
  wavy: "long",
  flowing: "long",
  straight: "long",
  short: "short",
  cropped: "short",
  curly: "curly",
  frizzy: "curly",
  bald: "none",
  shaved: "none",
};

export function hairCutOf(word: string): HairCut | null {
  return Object.hasOwn(CUTS, word) ? (CUTS[word] ?? null) : null;
}

const SKIN_WORDS: Readonly<Record<string, Skin>> = {
  fair: "light",
  pale: "light",
  light: "light",
  white: "light",
  tan: "tanned",
  tanned: "tanned",
  olive: "tanned",
  brown: "brown",
  dark: "dark",
  black: "dark",
};

export function skinOf(word: string): Skin | null {
  return Object.hasOwn(SKIN_WORDS, word) ? (SKIN_WORDS[word] ?? null) : null;
}

/** A part of a person that the words can describe. */
export type Part =
  | { readonly kind: "hair" | "beard" | "eyes" | "skin" | "shoes" | "earrings" }
  | { readonly kind: "bun" }
  | { readonly kind: "garment"; readonly garment: Garment }
  | { readonly kind: "legwear"; readonly legwear: Legwear };

const PARTS: readonly (readonly [part: Part, words: string])[] = [
  [{ kind: "hair" }, "hair haired hairstyle locks curls afro"],
  [{ kind: "bun" }, "bun ponytail"],
  [{ kind: "beard" }, "beard beards bearded stubble"],
  [{ kind: "eyes" }, "eye eyes eyed"],
  [{ kind: "skin" }, "skin skinned"],
  [{ kind: "shoes" }, "shoes boots sneakers trainers heels sandals"],
  [{ kind: "earrings" }, "earring earrings"],
  [{ kind: "garment", garment: "dress" }, "dress gown sundress frock tutu"],
  [{ kind: "garment", garment: "robe" }, "robe robes kimono cloak sari habit toga"],
  [{ kind: "garment", garment: "suit" }, "suit tuxedo blazer"],
  [{ kind: "garment", garment: "coat" }, "coat overcoat raincoat jacket parka cardigan vest uniform outfit clothes cape anorak"],
  [{ kind: "garment", garment: "shirt" }, "shirt tshirt sweater jumper hoodie blouse pullover tunic jersey"],
  [{ kind: "legwear", legwear: "trousers" }, "trousers pants jeans leggings slacks"],
  [{ kind: "legwear", legwear: "skirt" }, "skirt kilt"],
  [{ kind: "legwear", legwear: "shorts" }, "shorts"],
];

const partByWord = new Map<string, Part>(PARTS.flatMap(([part, words]) => words.split(" ").map((word): [string, Part] => [word, part])));

export function partOf(word: string): Part | null {
  return partByWord.get(word) ?? null;
}
