import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const HULLS: readonly Rgb[] = [lch(0.8, 0.03, 80), lch(0.66, 0.09, 40), lch(0.68, 0.05, 240)];

/** A rigid airship with its gondola and tail fins. */
export function airshipSvg({ colour, isNight }: Commissioned, random: Random): string {
  const hull = colour ?? random.pick(HULLS);
  const fin = darker(hull, 0.35);
  return svgDocument(
    [
      `<defs>${gradient("Zhull", "down", lighter(hull, 0.42), hull, darker(hull, 0.42))}</defs>`,
      shape("M136 16L158 2L156 26ZM136 40L158 54L156 30Z", fin),
      shape("M2 28C14 8 50 2 86 3C118 4 146 16 154 28C146 40 118 52 86 53C50 54 14 48 2 28Z", "Zhull"),
      line(
        "M4 28C40 18 110 18 152 28M4 28C40 38 110 38 152 28M30 10C22 22 22 34 30 46M62 4C54 20 54 36 62 52M94 3.4C88 20 88 36 94 52.6M124 9C120 22 120 34 124 47",
        darker(hull, 0.36),
        0.8,
        0.6,
      ),
      shape("M132 24L158 20V36L132 32Z", fin),
      shape("M50 58H92L84 70H58Z", darker(hull, 0.5)),
      shape("M58 60.4H64V65H58ZM68 60.4H74V65H68ZM78 60.4H84V65H78Z", isNight ? LAMP : lch(0.8, 0.05, 235)),
      line("M56 53L54 58M86 53L88 58M70 54V58", darker(hull, 0.5), 1.2),
    ].join(""),
    160,
    71,
  );
}
