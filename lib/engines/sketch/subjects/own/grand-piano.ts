import { svgDocument } from "../../lexicon/icons";
import type { Rgb } from "../../raster/colour";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const EBONY: Rgb = [0.13, 0.12, 0.14];
const IVORY: Rgb = [0.96, 0.95, 0.9];

/** A grand piano with its lid up, seen from the side of the keys. */
export function grandPianoSvg({ colour }: Commissioned): string {
  const wood = colour ?? EBONY;
  const whites = Array.from({ length: 13 }, (_, k) => `M${11 + k * 3.4} 55.4V59.6`).join("");
  const blacks = [0, 1, 3, 4, 5, 7, 8, 10, 11].map((k) => `M${12.7 + k * 3.4} 55.4V57.8`).join("");
  return svgDocument(
    [
      `<defs>${gradient("Zlid", "right", lighter(wood, 0.3), wood, darker(wood, 0.4))}</defs>`,
      shape("M16 42L30 6C48 2 80 8 100 30L92 44Z", "Zlid"),
      line("M30 6C48 2 80 8 100 30", lighter(wood, 0.45), 1),
      line("M74 42L82 18", lighter(wood, 0.3), 1.2),
      shape("M10 44H92C100 44 102 48 100 54C98 60 90 64 84 64H10Z", wood),
      shape("M14 43H90C95 43 97 45 96 47H14Z", [0.72, 0.55, 0.26]),
      shape("M8 53H56V61H8Z", lighter(wood, 0.12)),
      shape("M9.4 55.2H54.6V59.8H9.4Z", IVORY),
      line(whites, [0.5, 0.5, 0.5], 0.4),
      line(blacks, EBONY, 1.5),
      shape("M24 42L26 30H44L46 42Z", lighter(wood, 0.16)),
      shape("M28 40L29 32H41L42 40Z", IVORY),
      shape("M14 62H20L18.6 92H15.6ZM84 60H90L88.6 92H85.6ZM52 62H57L56 92H53Z", darker(wood, 0.2)),
      line("M14 93H21M84 93H91M51.6 93H58", [0.72, 0.55, 0.26], 1.6),
    ].join(""),
    106,
    96,
  );
}
