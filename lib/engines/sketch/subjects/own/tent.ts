import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const CLOTHS: readonly Rgb[] = [lch(0.66, 0.15, 60), lch(0.56, 0.11, 150), lch(0.56, 0.1, 240), lch(0.58, 0.16, 30)];

/** A ridge tent with its flap open; at night a lamp burns inside. */
export function tentSvg({ colour, isNight, isSnowy }: Commissioned, random: Random): string {
  const cloth = colour ?? random.pick(CLOTHS);
  return svgDocument(
    [
      `<defs>${gradient("Zcloth", "down", lighter(cloth, 0.3), cloth, darker(cloth, 0.2))}${gradient("Zside", "right", darker(cloth, 0.12), darker(cloth, 0.4))}</defs>`,
      line("M34 8L2 58M34 8L62 60M84 12L110 58", darker(cloth, 0.6), 0.7, 0.8),
      shape("M34 8C50 9.6 68 11 84 12C90 28 97 44 104 57C90 58.6 76 59.4 62 59.6Z", "Zside"),
      shape("M34 8L62 59.6C44 60.4 26 60 8 58Z", "Zcloth"),
      shape("M34 14L46 59.8H24Z", isNight ? LAMP : darker(cloth, 0.72)),
      shape("M34 14L24 59.8L15 59C22 46 29 30 34 14Z", lighter(cloth, 0.18)),
      shape("M34 14L46 59.8L53 59.6C47 44 40 29 34 14Z", darker(cloth, 0.14)),
      line("M50 10.4L78 58.8M67 11.2L92 57.8", darker(cloth, 0.5), 0.8, 0.6),
      isSnowy ? line("M34 8C50 9.6 68 11 84 12", [0.96, 0.98, 1], 3) : line("M34 8C50 9.6 68 11 84 12", lighter(cloth, 0.5), 0.9),
    ].join(""),
    112,
    61,
  );
}
