import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const SKINS: readonly Rgb[] = [lch(0.5, 0.06, 245), lch(0.44, 0.04, 255), lch(0.56, 0.07, 225)];
const BELLY: Rgb = [0.9, 0.93, 0.95];

/** A humpback seen from its left side, swimming to the left. */
export function whaleSvg({ colour }: Commissioned, random: Random): string {
  const skin = colour ?? random.pick(SKINS);
  const shade = darker(skin, 0.3);
  const belly = lighter(BELLY, 0.1);
  return svgDocument(
    [
      `<defs>${gradient("Zskin", "down", lighter(skin, 0.26), skin, darker(skin, 0.26))}${gradient("Zbelly", "down", belly, darker(belly, 0.22))}${gradient("Zfin", "right", skin, shade)}</defs>`,
      shape("M47 35C52 42 52.6 50 49 57.6C43 53 39.6 45 39.4 36Z", shade),
      shape("M80 22C86 18 90 12 90.4 4C94.4 9 96 13 96.2 17.4C100 15.4 104.6 15 110 16.6C106 22 99 26 90 26.6Z", "Zfin"),
      shape(
        "M3 27C5 16 20 8.6 38 9.4C56 10.4 70 17.6 82 21.4C86 22.4 89 23 92 22.6C91 27 88 30 83 31.4C73 38 60 45 42 46C22 46.8 4 40 3 27Z",
        "Zskin",
      ),
      shape("M3.2 29.6C14 33.4 28 34.4 40 33C48 33 56 36.4 61 40.4C55 43.6 49 45.6 42 46C22 46.8 6 41.6 3.2 29.6Z", "Zbelly"),
      line("M6.6 34.4C16 37.6 28 38.2 40 36.4M10 38.4C20 41.4 32 41.6 46 38.8M16 42.4C26 44.8 38 44.4 52 41", darker(belly, 0.3), 0.7, 0.8),
      line("M3.4 28.6C12 31.6 20 31 28 29.4", darker(skin, 0.55), 0.9),
      shape("M58 15.4C62 12 66.6 11 70.6 11.6C69 14.6 68.6 17 69.4 19.4Z", shade),
      shape("M33 35C40 34.4 45 38 46.4 45C47.6 52 44.6 58.6 38.4 63.6C35.6 56 32.4 46 33 35Z", "Zfin"),
      line("M36.4 40C39.4 46 40 53 38.6 60", lighter(skin, 0.25), 0.7, 0.6),
      disc(27.4, 25.6, 1.5, [0.08, 0.08, 0.1]),
      disc(26.9, 25.1, 0.5, [1, 1, 1]),
      line("M24.8 23.4Q27.4 22 30 23.4", shade, 0.6),
      line("M14 15.6C24 11.4 38 11 52 14.4", lighter(skin, 0.6), 1, 0.6),
      ...[9, 13, 17].map((x, k) => disc(x, 22.6 - k * 2, 0.7, lighter(skin, 0.4))),
    ].join(""),
    112,
    66,
  );
}
