import { lch, type Rgb } from "../raster/colour";

/** Colour words as OKLCH: lightness, chroma, hue. */
const COLOURS: Readonly<Record<string, readonly [number, number, number]>> = {
  red: [0.6, 0.22, 27],
  scarlet: [0.62, 0.23, 32],
  crimson: [0.5, 0.2, 20],
  ruby: [0.48, 0.19, 15],
  coral: [0.72, 0.16, 35],
  orange: [0.74, 0.17, 55],
  amber: [0.8, 0.16, 75],
  gold: [0.82, 0.15, 88],
  golden: [0.82, 0.14, 85],
  yellow: [0.9, 0.17, 100],
  mustard: [0.75, 0.14, 88],
  ochre: [0.68, 0.12, 75],
  olive: [0.55, 0.1, 115],
  lime: [0.85, 0.2, 125],
  green: [0.6, 0.15, 148],
  emerald: [0.58, 0.14, 160],
  mint: [0.88, 0.08, 165],
  sage: [0.74, 0.05, 145],
  moss: [0.5, 0.09, 125],
  teal: [0.58, 0.1, 195],
  turquoise: [0.75, 0.11, 190],
  aqua: [0.82, 0.11, 195],
  cyan: [0.8, 0.13, 205],
  azure: [0.7, 0.14, 240],
  blue: [0.55, 0.17, 255],
  cobalt: [0.45, 0.2, 262],
  navy: [0.28, 0.1, 265],
  indigo: [0.38, 0.17, 280],
  violet: [0.5, 0.2, 295],
  purple: [0.48, 0.2, 305],
  lilac: [0.78, 0.09, 310],
  lavender: [0.76, 0.1, 300],
  magenta: [0.6, 0.25, 335],
  fuchsia: [0.64, 0.26, 330],
  pink: [0.78, 0.13, 355],
  burgundy: [0.36, 0.12, 15],
  maroon: [0.35, 0.11, 22],
  brown: [0.42, 0.07, 55],
  chestnut: [0.45, 0.09, 45],
  terracotta: [0.6, 0.13, 42],
  rust: [0.52, 0.14, 42],
  beige: [0.88, 0.035, 80],
  cream: [0.95, 0.03, 90],
  ivory: [0.96, 0.02, 95],
  white: [0.97, 0.004, 90],
  black: [0.16, 0.01, 270],
  charcoal: [0.3, 0.01, 260],
  grey: [0.6, 0.005, 250],
  gray: [0.6, 0.005, 250],
  silver: [0.82, 0.008, 250],
  sand: [0.84, 0.06, 80],
  peach: [0.86, 0.09, 55],
  apricot: [0.82, 0.11, 62],
  copper: [0.6, 0.12, 48],
  bronze: [0.55, 0.09, 65],
};

const SHADES: Readonly<Record<string, { readonly lightness: number; readonly chroma: number }>> = {
  dark: { lightness: 0.62, chroma: 0.9 },
  deep: { lightness: 0.74, chroma: 1.1 },
  light: { lightness: 1.22, chroma: 0.7 },
  pale: { lightness: 1.26, chroma: 0.5 },
  bright: { lightness: 1.06, chroma: 1.2 },
};

export function isColour(word: string): boolean {
  return Object.hasOwn(COLOURS, word);
}

export function isShade(word: string): boolean {
  return Object.hasOwn(SHADES, word);
}

/** The colour of a name such as `red` or `dark blue`. Throws for a name that `isColour` does not know. */
export function colourOf(name: string): Rgb {
  const words = name.split(" ");
  const base = COLOURS[words.at(-1) ?? ""];
  if (base === undefined) throw new RangeError(`unknown colour: ${name}`);
  const shade = words.length > 1 ? SHADES[words[0] ?? ""] : undefined;
  return lch(Math.min(0.97, base[0] * (shade?.lightness ?? 1)), base[1] * (shade?.chroma ?? 1), base[2]);
}
