import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const WINGS: readonly Rgb[] = [lch(0.7, 0.17, 52), lch(0.6, 0.13, 250), lch(0.86, 0.13, 98), lch(0.66, 0.15, 335)];
const EDGE: Rgb = [0.13, 0.1, 0.12];

/** A butterfly seen a little from the side: the far wings narrower than the near ones. */
export function butterflySvg({ colour }: Commissioned, random: Random): string {
  const wing = colour ?? random.pick(WINGS);
  const side = (isNear: boolean): string => {
    const fill = isNear ? "Zwing" : "Zfar";
    const spots = [
      [46.6, 9.4],
      [50.4, 13],
      [52, 18],
      [44.6, 46],
      [41, 49],
    ] as const;
    return [
      shape("M32 26C34 14 42 5 52 4C57 4.4 57.6 12 55 19C52.6 25.6 44 29.6 33 29.4Z", darker(wing, 0.72)),
      shape("M33.4 25.6C36 16 42.4 9 49 7.4C52 8 51.8 13 50 17.6C47.6 23.4 42 27 33.8 27.8Z", fill),
      shape("M33 29C42 28.6 50 33 51 41C51 49 44 54.6 39.4 51.6C35.6 48 33.6 38 33 29Z", darker(wing, 0.72)),
      shape("M34.4 31C41.4 31 47 35 47.4 40.6C47 46 42.6 49.6 40 47.4C37 44 35.2 38 34.4 31Z", fill),
      line(
        "M34 26.6C39 21 44 15 49 8.6M34 27C40 24 46 20.6 50.6 15.6M35 31.4C40 34 44 37.6 47 41M34.8 32C37.6 38 39.6 42.6 40.6 47.2",
        EDGE,
        0.8,
        0.75,
      ),
      ...spots.map(([x, y]) => disc(x, y, 0.8, [1, 0.97, 0.9])),
    ].join("");
  };
  return svgDocument(
    [
      `<defs>${gradient("Zwing", "down", lighter(wing, 0.25), wing, darker(wing, 0.16))}${gradient("Zfar", "down", wing, darker(wing, 0.28))}</defs>`,
      `<g transform="translate(55 2) rotate(8) scale(-.74 .94)">${side(false)}</g>`,
      `<g transform="rotate(6 32 28)">${side(true)}</g>`,
      line("M31.6 20C29 14 26 10 22.6 7.6M32.6 20C33 14 33.8 10 36 6.4", EDGE, 0.8),
      disc(22.4, 7.4, 1, EDGE),
      disc(36.2, 6.2, 1, EDGE),
      shape("M32 19C34 20 34.6 22.6 34 26C34.8 32 34 40 32 45C30 40 29.2 32 30 26C29.4 22.6 30 20 32 19Z", EDGE),
      line("M30.6 30h2.8M30.8 34h2.6M31 38h2.2", lighter(EDGE, 0.3), 0.6),
    ].join(""),
    64,
    58,
  );
}
