import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const HIDES: readonly Rgb[] = [lch(0.5, 0.08, 135), lch(0.46, 0.06, 110), lch(0.52, 0.05, 90)];

/** A crocodile on its short legs, seen from its left side, the jaws a little open. */
export function crocodileSvg({ colour }: Commissioned, random: Random): string {
  const hide = colour ?? random.pick(HIDES);
  const belly = lighter(hide, 0.55);
  const shade = darker(hide, 0.36);
  const ridge = Array.from({ length: 15 }, (_, k) => {
    const x = 46 + k * 5;
    const y = k < 7 ? 13.4 - Math.sin(k / 2) : 14 + ((k - 7) / 8) ** 1.4 * 13;
    return `M${x} ${y + 1.4}l2.4-4l2.6 4`;
  }).join("");
  const teeth = (from: number, y: number, step: number, up: boolean): string =>
    Array.from({ length: 8 }, (_, k) =>
      shape(`M${from + k * step} ${y - k * 0.1}l1.2 ${up ? -2.6 : 2.6}l1.2 ${up ? 2.6 : -2.6}Z`, [0.97, 0.95, 0.88]),
    ).join("");
  const foot = (x: number, tone: Rgb): string =>
    shape(`M${x} 27C${x - 2} 33 ${x - 5} 37 ${x - 8} 40H${x + 5}C${x + 8} 36 ${x + 10} 32 ${x + 11} 27Z`, tone) +
    line(`M${x - 7} 40l-2 1.4M${x - 3} 40.4l-1 1.6M${x + 2} 40.4v1.6`, darker(tone, 0.3), 1.2);
  return svgDocument(
    [
      `<defs>${gradient("Zhide", "down", lighter(hide, 0.2), hide, darker(hide, 0.2))}${gradient("Zbelly", "down", belly, darker(belly, 0.2))}</defs>`,
      foot(58, shade),
      foot(88, shade),
      shape("M4 27C14 25.6 26 26.6 40 29L42 34C30 36 14 34 4 30Z", darker(hide, 0.12)),
      teeth(8, 26.8, 3.6, true),
      shape("M40 12C52 10 78 10 92 15C106 19 120 29 146 30C134 37 112 38 96 36C78 40 54 39 42 34C38 28 37 18 40 12Z", "Zhide"),
      shape("M42 31C56 35.4 78 36.4 96 35C112 36.6 130 36 140 32.4C130 37.6 112 38.4 96 36C78 40 54 39 42 34Z", "Zbelly"),
      shape("M42 11C36 7.4 31 8.4 29 13C20 15 10 16 3.4 18.6C1 20.4 1.4 24 4 24.6C16 25.4 30 24.6 41 27Z", "Zhide"),
      teeth(6, 24.4, 3.6, false),
      line(ridge, darker(hide, 0.25), 1.6),
      line(
        "M50 20q3-2 6 0M60 18q3-2 6 0M70 18q3-2 6 0M80 20q3-2 6 0M54 27q3-2 6 0M64 26q3-2 6 0M74 26q3-2 6 0M90 22q3-2 6 0M100 27q3-2 6 0M112 31q3-1.4 6 0",
        darker(hide, 0.3),
        0.9,
        0.75,
      ),
      foot(48, hide),
      foot(80, hide),
      disc(34.4, 11.6, 3, lighter(hide, 0.15)),
      disc(34, 11.4, 1.9, lch(0.85, 0.16, 100)),
      line("M34 9.8V13", [0.06, 0.06, 0.06], 0.9),
      disc(5, 18.6, 0.8, darker(hide, 0.6)),
      line("M4 24.6C16 25.4 30 24.6 40 26.6", darker(hide, 0.5), 0.8),
    ].join(""),
    148,
    43,
  );
}
