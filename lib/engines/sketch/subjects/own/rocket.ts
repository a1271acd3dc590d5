import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const PAINTS: readonly Rgb[] = [lch(0.56, 0.18, 28), lch(0.5, 0.1, 245), lch(0.62, 0.1, 170), lch(0.74, 0.14, 70)];
const HULL: Rgb = [0.9, 0.9, 0.88];

/** A rocket of three stages that climbs on its flame, leaning a little. */
export function rocketSvg({ colour, isNight }: Commissioned, random: Random): string {
  const paint = colour ?? random.pick(PAINTS);
  const lean = random.pick([-16, -9, 9, 16]);
  const glass: Rgb = isNight ? LAMP : lch(0.62, 0.08, 230);
  return svgDocument(
    [
      `<defs>${gradient("Zhull", "right", darker(HULL, 0.34), lighter(HULL, 0.5), HULL, darker(HULL, 0.42))}${gradient("Zpaint", "right", darker(paint, 0.36), lighter(paint, 0.24), paint, darker(paint, 0.4))}${gradient("Zflame", "down", [1, 0.95, 0.72], lch(0.8, 0.17, 72), lch(0.64, 0.2, 40))}</defs>`,
      `<g transform="rotate(${lean} 36 60)">`,
      shape("M27 92C25 102 29 112 36 124C43 112 47 102 45 92Z", "Zflame", 0.9),
      shape("M31.6 92C31 99 33 105 36 111C39 105 41 99 40.4 92Z", [1, 0.98, 0.86]),
      shape("M24.6 62C17 69 13.4 78 14 92C18 87.6 22 85.4 27 84.4Z", "Zpaint"),
      shape("M47.4 62C55 69 58.6 78 58 92C54 87.6 50 85.4 45 84.4Z", "Zpaint"),
      shape("M30 86H42L44.4 93.4H27.6Z", [0.26, 0.26, 0.3]),
      shape("M36 4C46 16 49.6 32 49.2 48C49 64 46.6 77 43.4 87H28.6C25.4 77 23 64 22.8 48C22.4 32 26 16 36 4Z", "Zhull"),
      shape("M36 4C41.4 10.4 45 18 47.2 26.6C40 24.6 32 24.6 24.8 26.6C27 18 30.6 10.4 36 4Z", "Zpaint"),
      shape("M23.4 58C32 60.2 40 60.2 48.6 58L48 64.6C40 66.6 32 66.6 24 64.6Z", "Zpaint"),
      line("M24 30C32 27.8 40 27.8 48 30M26.6 79C33 80.8 39 80.8 45.4 79", darker(HULL, 0.45), 0.7, 0.8),
      disc(36, 42, 6.6, darker(HULL, 0.5)),
      disc(36, 42, 5, glass),
      line("M32.8 41C33.2 39 34.6 37.8 36.6 37.8", lighter(glass, 0.7), 1),
      shape("M34.4 66H37.6L38.4 92H33.6Z", "Zpaint"),
      "</g>",
    ].join(""),
    72,
    126,
  );
}
