import type { Light } from "../lexicon/lights";
import { labFromRgb, lch, type Rgb } from "../raster/colour";
import { mix } from "../raster/maths";

type Oklch = readonly [lightness: number, chroma: number, hue: number];

interface LightRecipe {
  /** Sky at the zenith, half-way and at the horizon. */
  readonly top: Oklch;
  readonly middle: Oklch;
  readonly horizon: Oklch;
  readonly sun: Oklch;
  readonly ambient: Oklch;
  /** Height of the sun as a share of the sky, 0 at the top. */
  readonly sunHeight: number;
  readonly strength: number;
  readonly stars?: number;
  readonly isMoon?: boolean;
  /** 0–1: how closed the clouds are. */
  readonly heavy?: number;
  readonly aurora?: boolean;
}

const RECIPES: Readonly<Record<Light, LightRecipe>> = {
  day: {
    top: [0.6, 0.12, 248],
    middle: [0.78, 0.075, 235],
    horizon: [0.94, 0.03, 215],
    sun: [0.99, 0.04, 95],
    sunHeight: 0.2,
    strength: 1,
    ambient: [0.86, 0.03, 240],
  },
  golden: {
    top: [0.56, 0.07, 262],
    middle: [0.8, 0.075, 70],
    horizon: [0.92, 0.11, 80],
    sun: [0.98, 0.09, 88],
    sunHeight: 0.42,
    strength: 1,
    ambient: [0.72, 0.05, 290],
  },
  dawn: {
    top: [0.55, 0.08, 268],
    middle: [0.78, 0.07, 350],
    horizon: [0.93, 0.07, 65],
    sun: [0.98, 0.06, 70],
    sunHeight: 0.5,
    strength: 0.95,
    ambient: [0.72, 0.05, 290],
  },
  sunset: {
    top: [0.32, 0.1, 285],
    middle: [0.6, 0.16, 20],
    horizon: [0.84, 0.15, 65],
    sun: [0.96, 0.12, 78],
    sunHeight: 0.5,
    strength: 0.85,
    ambient: [0.5, 0.07, 300],
  },
  dusk: {
    top: [0.2, 0.06, 275],
    middle: [0.4, 0.1, 300],
    horizon: [0.7, 0.11, 30],
    sun: [0.85, 0.12, 45],
    sunHeight: 0.62,
    strength: 0.6,
    ambient: [0.38, 0.06, 285],
  },
  night: {
    top: [0.13, 0.045, 268],
    middle: [0.23, 0.065, 262],
    horizon: [0.4, 0.07, 245],
    sun: [0.96, 0.02, 220],
    sunHeight: 0.22,
    strength: 0.45,
    ambient: [0.28, 0.06, 262],
    stars: 1,
    isMoon: true,
  },
  storm: {
    top: [0.24, 0.02, 255],
    middle: [0.42, 0.03, 235],
    horizon: [0.7, 0.025, 205],
    sun: [0.85, 0.02, 210],
    sunHeight: 0.3,
    strength: 0.6,
    ambient: [0.42, 0.02, 240],
    heavy: 1,
  },
  overcast: {
    top: [0.68, 0.015, 240],
    middle: [0.8, 0.015, 230],
    horizon: [0.9, 0.015, 100],
    sun: [0.95, 0.01, 90],
    sunHeight: 0.25,
    strength: 0.85,
    ambient: [0.74, 0.015, 230],
    heavy: 0.6,
  },
  neon: {
    top: [0.1, 0.06, 295],
    middle: [0.22, 0.13, 310],
    horizon: [0.52, 0.2, 345],
    sun: [0.8, 0.17, 350],
    sunHeight: 0.5,
    strength: 0.55,
    ambient: [0.28, 0.13, 290],
    stars: 0.4,
  },
  soft: {
    top: [0.8, 0.06, 300],
    middle: [0.88, 0.055, 350],
    horizon: [0.95, 0.045, 70],
    sun: [0.99, 0.03, 80],
    sunHeight: 0.38,
    strength: 1,
    ambient: [0.86, 0.04, 310],
  },
  aurora: {
    top: [0.12, 0.05, 270],
    middle: [0.2, 0.06, 235],
    horizon: [0.34, 0.08, 180],
    sun: [0.9, 0.03, 200],
    sunHeight: 0.15,
    strength: 0.42,
    ambient: [0.28, 0.06, 200],
    stars: 1,
    aurora: true,
  },
  studio: {
    top: [0.8, 0.04, 70],
    middle: [0.8, 0.04, 70],
    horizon: [0.8, 0.04, 70],
    sun: [0.99, 0.02, 85],
    sunHeight: 0.25,
    strength: 1,
    ambient: [0.8, 0.02, 80],
  },
  underwater: {
    top: [0.75, 0.1, 205],
    middle: [0.45, 0.11, 225],
    horizon: [0.28, 0.09, 245],
    sun: [0.95, 0.06, 190],
    sunHeight: -0.1,
    strength: 0.85,
    ambient: [0.45, 0.1, 220],
  },
};

/** A light resolved to colours. */
export interface SceneLight {
  readonly top: Rgb;
  readonly middle: Rgb;
  readonly horizon: Rgb;
  readonly sun: Rgb;
  readonly ambient: Rgb;
  readonly sunHeight: number;
  readonly strength: number;
  readonly stars: number;
  readonly isMoon: boolean;
  readonly heavy: number;
  readonly hasAurora: boolean;
  /** Night, neon and dusk: windows and lamps are lit. */
  readonly isDark: boolean;
}

/**
 * The light by name. `tints` recolour the sky from the horizon up, keeping its lightness, so that "teal and gold" is visible
 * whatever the hour. `hueShift` (degrees) lets two seeds of one prompt have a sky of their own.
 */
export function resolveLight(name: Light, tints: readonly Rgb[], hueShift: number): SceneLight {
  const recipe = RECIPES[name];
  const tint = (colour: Oklch, order: number): Rgb => {
    const tintColour = tints.length === 0 ? undefined : tints[order % tints.length];
    if (tintColour === undefined) return lch(colour[0], colour[1], colour[2] + hueShift);
    const [, a, b] = labFromRgb(...tintColour);
    return lch(colour[0], mix(colour[1], Math.hypot(a, b), 0.75), (Math.atan2(b, a) * 180) / Math.PI);
  };
  return {
    top: tint(recipe.top, 2),
    middle: tint(recipe.middle, 1),
    horizon: tint(recipe.horizon, 0),
    sun: lch(...recipe.sun),
    ambient: lch(...recipe.ambient),
    sunHeight: recipe.sunHeight,
    strength: recipe.strength,
    stars: recipe.stars ?? 0,
    isMoon: recipe.isMoon ?? false,
    heavy: recipe.heavy ?? 0,
    hasAurora: recipe.aurora ?? false,
    isDark: name === "night" || name === "neon" || name === "dusk" || name === "aurora",
  };
}
