import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const WALLS: readonly Rgb[] = [lch(0.6, 0.05, 240), lch(0.66, 0.04, 70), lch(0.5, 0.05, 200)];

/** A tower of glass and stone that narrows in steps. */
export function skyscraperSvg({ colour, isNight }: Commissioned, random: Random): string {
  const wall = colour ?? random.pick(WALLS);
  const dark = darker(wall, 0.55);
  const panes: string[] = [];
  for (const [left, wide, top, bottom] of [
    [6, 44, 66, 184],
    [12, 32, 34, 62],
    [18, 20, 16, 30],
  ] as const)
    for (let y = top; y < bottom; y += 6)
      for (let x = left; x < left + wide - 3; x += 6) {
        const isLit = isNight && random.chance(0.5);
        panes.push(shape(`M${x} ${y}h4v3.600h-4z`, isLit ? LAMP : (x + y) % 5 === 0 ? lighter(wall, 0.4) : dark));
      }
  return svgDocument(
    [
      `<defs>${gradient("Zwall", "right", lighter(wall, 0.3), wall, darker(wall, 0.3))}</defs>`,
      line("M28 14V1", darker(wall, 0.4), 1.2),
      shape("M16 12H40V34H16ZM9 30H47V66H9ZM3 62H53V190H3Z", "Zwall"),
      panes.join(""),
      line("M3 62H53M9 30H47M16 12H40", lighter(wall, 0.4), 1.2),
      shape("M22 178H34V190H22Z", darker(wall, 0.7)),
    ].join(""),
    56,
    190,
  );
}
