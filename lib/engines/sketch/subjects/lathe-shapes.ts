import type { LatheShape } from "../lexicon/subjects";

/** A part with a material of its own. */
export type Part = "cap" | "metal" | "dark" | "lamp" | "roof";

/** A turned shape. */
export interface Turned {
  /** Outline from foot (0) to top (1): height and radius, both as shares of the whole. */
  readonly profile: readonly (readonly [at: number, radius: number])[];
  /** Height over width. */
  readonly slenderness: number;
  readonly parts: readonly (readonly [from: number, to: number, part: Part])[];
  readonly canBeGlass: boolean;
  readonly canHaveLabel: boolean;
}

export const TURNED_SHAPES: Readonly<Record<LatheShape, Turned>> = {
  bottle: {
    profile: [
      [0, 0.44],
      [0.02, 0.46],
      [0.55, 0.47],
      [0.66, 0.42],
      [0.74, 0.2],
      [0.78, 0.15],
      [0.9, 0.15],
      [0.9, 0.18],
      [1, 0.18],
    ],
    slenderness: 3,
    parts: [[0.88, 1.01, "cap"]],
    canBeGlass: true,
    canHaveLabel: true,
  },
  perfume: {
    profile: [
      [0, 0.4],
      [0.03, 0.5],
      [0.6, 0.5],
      [0.66, 0.44],
      [0.69, 0.17],
      [0.74, 0.17],
      [0.74, 0.24],
      [0.98, 0.24],
      [1, 0.22],
    ],
    slenderness: 1.5,
    parts: [
      [0.72, 1.01, "cap"],
      [0.655, 0.72, "metal"],
    ],
    canBeGlass: true,
    canHaveLabel: true,
  },
  vase: {
    profile: [
      [0, 0.22],
      [0.04, 0.26],
      [0.2, 0.4],
      [0.42, 0.5],
      [0.62, 0.42],
      [0.78, 0.22],
      [0.88, 0.19],
      [0.96, 0.27],
      [1, 0.29],
    ],
    slenderness: 1.7,
    parts: [],
    canBeGlass: true,
    canHaveLabel: false,
  },
  jar: {
    profile: [
      [0, 0.42],
      [0.03, 0.5],
      [0.62, 0.5],
      [0.66, 0.48],
      [0.66, 0.52],
      [0.98, 0.52],
      [1, 0.5],
    ],
    slenderness: 0.95,
    parts: [[0.66, 1.01, "cap"]],
    canBeGlass: true,
    canHaveLabel: true,
  },
  can: {
    profile: [
      [0, 0.42],
      [0.04, 0.5],
      [0.92, 0.5],
      [0.97, 0.43],
      [1, 0.43],
    ],
    slenderness: 1.85,
    parts: [
      [0.93, 1.01, "metal"],
      [0, 0.03, "metal"],
    ],
    canBeGlass: false,
    canHaveLabel: true,
  },
  cup: {
    profile: [
      [0, 0.26],
      [0.03, 0.33],
      [0.5, 0.44],
      [1, 0.5],
    ],
    slenderness: 1,
    parts: [],
    canBeGlass: true,
    canHaveLabel: false,
  },
  serum: {
    profile: [
      [0, 0.4],
      [0.03, 0.46],
      [0.5, 0.46],
      [0.58, 0.38],
      [0.6, 0.2],
      [0.72, 0.2],
      [0.72, 0.23],
      [0.78, 0.23],
      [0.82, 0.16],
      [0.97, 0.15],
      [1, 0.1],
    ],
    slenderness: 2.4,
    parts: [
      [0.6, 0.79, "metal"],
      [0.79, 1.01, "cap"],
    ],
    canBeGlass: true,
    canHaveLabel: true,
  },
  tube: {
    profile: [
      [0, 0.3],
      [0.14, 0.3],
      [0.15, 0.4],
      [0.5, 0.44],
      [0.98, 0.46],
      [1, 0.46],
    ],
    slenderness: 3,
    parts: [[0, 0.145, "cap"]],
    canBeGlass: false,
    canHaveLabel: true,
  },
  lighthouse: {
    profile: [
      [0, 0.5],
      [0.03, 0.42],
      [0.7, 0.27],
      [0.7, 0.36],
      [0.735, 0.36],
      [0.735, 0.22],
      [0.87, 0.22],
      [0.87, 0.28],
      [0.9, 0.27],
      [0.98, 0.06],
      [0.985, 0.02],
      [1, 0.02],
    ],
    slenderness: 3,
    parts: [
      [0.7, 0.736, "dark"],
      [0.736, 0.87, "lamp"],
      [0.87, 1.01, "roof"],
    ],
    canBeGlass: false,
    canHaveLabel: false,
  },
  bowl: {
    profile: [
      [0, 0.2],
      [0.06, 0.22],
      [0.08, 0.2],
      [0.3, 0.36],
      [0.7, 0.47],
      [1, 0.5],
    ],
    slenderness: 0.52,
    parts: [],
    canBeGlass: true,
    canHaveLabel: false,
  },
  goblet: {
    profile: [
      [0, 0.36],
      [0.03, 0.34],
      [0.06, 0.1],
      [0.4, 0.07],
      [0.46, 0.14],
      [0.56, 0.4],
      [0.72, 0.48],
      [0.9, 0.44],
      [1, 0.4],
    ],
    slenderness: 1.9,
    parts: [],
    canBeGlass: true,
    canHaveLabel: false,
  },
};
