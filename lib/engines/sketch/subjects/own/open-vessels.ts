import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const PLANKS: readonly Rgb[] = [lch(0.52, 0.09, 55), lch(0.46, 0.12, 30), lch(0.48, 0.08, 235), lch(0.56, 0.08, 150)];
const CARDBOARD: Rgb = lch(0.7, 0.075, 68);

/** A rowing boat seen from its side: who sits in it looks over its edge. */
export function rowboatSvg({ colour }: Commissioned, random: Random): string {
  const hull = colour ?? random.pick(PLANKS);
  return svgDocument(
    [
      `<defs>${gradient("Zhull", "down", lighter(hull, 0.25), hull, darker(hull, 0.45))}</defs>`,
      shape("M3 3C20 9 76 9 97 2C95 12 88 24 80 28H20C10 24 5 13 3 3Z", "Zhull"),
      line("M5 9C22 15 76 15 95 8.4M8 16C24 21 76 21 91.4 15.6M13 22.4C28 26.4 74 26.4 86.6 22", darker(hull, 0.42), 0.8, 0.8),
      line("M3 3C20 9 76 9 97 2", lighter(hull, 0.5), 2.4),
      line("M66 6.8L90 20", lch(0.62, 0.06, 70), 1.8),
    ].join(""),
    100,
    30,
  );
}

/** A cardboard box with its flaps open. */
export function openBoxSvg({ colour }: Commissioned): string {
  const board = colour ?? CARDBOARD;
  return svgDocument(
    [
      `<defs>${gradient("Zboard", "down", lighter(board, 0.16), board, darker(board, 0.2))}</defs>`,
      shape("M8 16L1 26L10 28L14 17ZM64 16L71 26L62 28L58 17Z", darker(board, 0.22)),
      shape("M10 16H62V56H10Z", "Zboard"),
      shape("M10 16L6 25H66L62 16Z", lighter(board, 0.3)),
      line("M10 25.4H62", darker(board, 0.4), 0.8, 0.7),
      shape("M32 25H40V36H32Z", lighter(board, 0.34), 0.7),
      line("M10 16H62", darker(board, 0.45), 0.8),
    ].join(""),
    72,
    57,
  );
}
