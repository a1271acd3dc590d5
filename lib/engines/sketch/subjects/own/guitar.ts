import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const WOODS: readonly Rgb[] = [lch(0.7, 0.12, 66), lch(0.52, 0.12, 45), lch(0.8, 0.08, 80)];
const EBONY: Rgb = lch(0.26, 0.03, 45);
const STEEL: Rgb = [0.92, 0.92, 0.9];

/** An acoustic guitar that stands upright, leaning a little. */
export function guitarSvg({ colour }: Commissioned, random: Random): string {
  const wood = colour ?? random.pick(WOODS);
  const rim = darker(wood, 0.5);
  const frets = Array.from({ length: 11 }, (_, k) => `M30 ${20 + k * 4.2}H38`).join("");
  const strings = Array.from({ length: 6 }, (_, k) => `M${31.4 + k * 1.04} 12L${31.2 + k * 1.12} 98`).join("");
  const pegs = [3.4, 7, 10.6].map((y) => `${disc(28, y, 1.3, STEEL)}${disc(40, y, 1.3, STEEL)}`).join("");
  return svgDocument(
    [
      `<defs>${gradient("Zwood", "right", lighter(wood, 0.3), wood, darker(wood, 0.22))}${gradient("Zneck", "right", lighter(EBONY, 0.14), EBONY)}</defs>`,
      `<g transform="rotate(${random.range(-7, 7).toFixed(1)} 34 116)">`,
      shape(
        "M34 57C43 56 51 61 51.4 70C51.6 77 47.4 79 48.4 84C50 89 58 92 57.4 102C56.6 113 46 117.6 34 117.6C22 117.6 11.4 113 10.6 102C10 92 18 89 19.6 84C20.6 79 16.4 77 16.6 70C17 61 25 56 34 57Z",
        rim,
      ),
      shape(
        "M34 58.6C42 57.8 49.6 62 49.8 70C50 76.6 45.8 79 46.8 84.4C48.4 90 56 93 55.6 102C54.8 112 45 116 34 116C23 116 13.2 112 12.4 102C12 93 19.6 90 21.2 84.4C22.2 79 18 76.6 18.2 70C18.4 62 26 57.8 34 58.6Z",
        "Zwood",
      ),
      line("M22 64C19.6 70 22 76 22.4 82M16 98C14.6 105 20 111.6 27 113.6", lighter(wood, 0.6), 0.9, 0.6),
      line("M26 62C25 80 21 100 24 114M42 62C43 80 47 100 44 114", darker(wood, 0.24), 0.5, 0.5),
      disc(34, 80, 7.2, darker(wood, 0.62)),
      disc(34, 80, 5.8, [0.1, 0.06, 0.05]),
      shape("M30 12H38V73H30Z", "Zneck"),
      line(frets, STEEL, 0.5, 0.8),
      shape("M29.4 1.6C32 0 36 0 38.6 1.6L38.8 13H29.2Z", EBONY),
      pegs,
      shape("M24 97H44L45.4 101H22.6Z", EBONY),
      line(strings, STEEL, 0.35, 0.9),
      "</g>",
    ].join(""),
    68,
    119,
  );
}
