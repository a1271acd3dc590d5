import { hex, mixRgb, type Rgb } from "../../raster/colour";

/** What the prompt and the scene say of a thing that we draw ourselves. */
export interface Commissioned {
  /** The colour the prompt gives it, or null where the drawing may choose. */
  readonly colour: Rgb | null;
  /** The word of the prompt: a cabin is built otherwise than a house. */
  readonly word: string;
  /** Windows are lit. */
  readonly isNight: boolean;
  /** Snow lies on what is flat. */
  readonly isSnowy: boolean;
  /** One was asked for: a flower is one bloom, and not a clump of them. */
  readonly isSingle?: boolean;
  /** Of an animal that is drawn both ways: it sits. */
  readonly isSitting?: boolean;
  /** Of a cake: its candles stand on it by themselves. Of a basket: something is in it. */
  readonly isLaden?: boolean;
  /** In the air. */
  readonly isAloft?: boolean;
}

/** The colour of what shines by itself at night; no light of the scene dims it. */
export const LAMP: Rgb = [1, 0.86, 0.52];
export const INK: Rgb = [0.12, 0.09, 0.13];
const WHITE: Rgb = [1, 1, 1];

export function lighter(colour: Rgb, share: number): Rgb {
  return mixRgb(colour, WHITE, share);
}

export function darker(colour: Rgb, share: number): Rgb {
  return mixRgb(colour, INK, share);
}

/** A gradient from top to bottom, or from left to right, for `fill="url(#id)"`. */
export function gradient(id: string, direction: "down" | "right", ...colours: readonly Rgb[]): string {
  const stops = colours.map((colour, k) => `<stop offset="${k / (colours.length - 1)}" stop-color="${hex(colour)}"/>`).join("");
  return `<linearGradient id="${id}" x1="0" y1="0" x2="${direction === "right" ? 1 : 0}" y2="${direction === "down" ? 1 : 0}">${stops}</linearGradient>`;
}

/** A closed shape. `fill` is a colour or the id of a gradient. */
export function shape(path: string, fill: Rgb | string, opacity = 1): string {
  return `<path d="${path}" fill="${typeof fill === "string" ? `url(#${fill})` : hex(fill)}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ""}/>`;
}

export function line(path: string, colour: Rgb, width: number, opacity = 1): string {
  return `<path d="${path}" fill="none" stroke="${hex(colour)}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${opacity < 1 ? ` stroke-opacity="${opacity}"` : ""}/>`;
}

export function disc(x: number, y: number, radius: number, fill: Rgb | string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${typeof fill === "string" ? `url(#${fill})` : hex(fill)}"/>`;
}
