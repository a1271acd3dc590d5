import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const PAINTS: readonly Rgb[] = [lch(0.3, 0.03, 260), lch(0.4, 0.09, 150), lch(0.44, 0.14, 28)];
const BRASS: Rgb = lch(0.74, 0.11, 82);

/** A steam engine with its tender, seen from its left side, under its own smoke. */
export function locomotiveSvg({ colour, isNight }: Commissioned, random: Random): string {
  const paint = colour ?? random.pick(PAINTS);
  const dark = darker(paint, 0.6);
  const wheel = (x: number, radius: number): string => {
    const spokes = Array.from({ length: 4 }, (_, k) => {
      const [dx, dy] = [Math.cos((k * Math.PI) / 4) * radius, Math.sin((k * Math.PI) / 4) * radius];
      return `M${(x - dx).toFixed(1)} ${(72 - radius - dy).toFixed(1)}L${(x + dx).toFixed(1)} ${(72 - radius + dy).toFixed(1)}`;
    }).join("");
    return `${disc(x, 72 - radius, radius, [0.12, 0.11, 0.12])}${disc(x, 72 - radius, radius * 0.8, lch(0.46, 0.12, 28))}${line(spokes, [0.2, 0.16, 0.16], 1)}${disc(x, 72 - radius, radius * 0.24, BRASS)}`;
  };
  const smoke = [
    [24, 14, 5],
    [31, 9, 6.4],
    [41, 6.6, 7],
    [53, 7, 7.4],
    [66, 5.6, 6.4],
    [78, 7, 5],
  ] as const;
  return svgDocument(
    [
      `<defs>${gradient("Zboiler", "down", lighter(paint, 0.4), paint, dark)}${gradient("Zcab", "down", lighter(paint, 0.15), darker(paint, 0.2))}</defs>`,
      ...smoke.map(([x, y, r]) => `<ellipse cx="${x}" cy="${y}" rx="${r * 1.2}" ry="${r * 0.8}" fill="#ece9e6" fill-opacity=".7"/>`),
      shape("M106 38H142V62H106Z", "Zcab"),
      shape("M108 38C114 33 120 35 124 34C130 31 136 34 140 38Z", [0.14, 0.13, 0.14]),
      line("M107 44H141M107 58H141", BRASS, 0.8),
      shape("M8 62H104V57H8Z", dark),
      shape("M12 34C9 38 9 52 12 56H76V34Z", "Zboiler"),
      line("M30 34V56M46 34V56M62 34V56", BRASS, 1.3),
      shape("M18 34L15.6 20H26.4L24 34Z", dark),
      line("M14.6 20H27.4", BRASS, 2),
      shape("M38 34V28Q41.6 24 45.2 28V34ZM56 34V29Q58.6 26 61.2 29V34Z", BRASS),
      shape("M74 22H104V60H74Z", "Zcab"),
      shape("M71 18.6Q89 15 107 18.6V22H71Z", dark),
      shape("M79 27H86V38H79ZM90 27H98V38H90Z", isNight ? LAMP : lch(0.76, 0.05, 230)),
      disc(10.6, 38, 2.6, isNight ? LAMP : lighter(BRASS, 0.5)),
      shape("M9 60L1 71H18L16 60Z", dark),
      line("M3.4 70L10 60.6M8 70.4L12 60.6M12.6 70.4L14 60.6", lighter(paint, 0.4), 0.8),
      wheel(24, 6),
      wheel(42, 9.4),
      wheel(64, 9.4),
      wheel(88, 8),
      wheel(113, 6),
      wheel(134, 6),
      line("M24 64L88 64", [0.75, 0.75, 0.76], 1.8),
    ].join(""),
    144,
    73,
  );
}
