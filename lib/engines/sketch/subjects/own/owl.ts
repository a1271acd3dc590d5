import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const FEATHERS: readonly Rgb[] = [lch(0.52, 0.07, 58), lch(0.6, 0.04, 70), lch(0.44, 0.05, 48), lch(0.84, 0.02, 90)];
const IRIS: Rgb = lch(0.8, 0.16, 82);

/** An owl that sits upright and looks at the viewer. */
export function owlSvg({ colour }: Commissioned, random: Random): string {
  const feather = colour ?? random.pick(FEATHERS);
  const shade = darker(feather, 0.4);
  const breast = lighter(feather, 0.52);
  const scallops = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: 4 - (row % 2) }, (_column, k) => {
      const x = 15.6 + k * 5.6 + (row % 2) * 2.8;
      const y = 34 + row * 5;
      return `M${x - 2} ${y}q2 3 4 0`;
    }).join(""),
  ).join("");
  const eye = (x: number): string =>
    `${disc(x, 19, 6.6, "Zdisc")}${disc(x, 19, 3.7, IRIS)}${disc(x, 19, 2.1, [0.06, 0.05, 0.06])}${disc(x - 0.8, 18, 0.7, [1, 1, 1])}`;
  return svgDocument(
    [
      `<defs>${gradient("Zplume", "down", lighter(feather, 0.12), feather, shade)}${gradient("Zbreast", "down", breast, lighter(feather, 0.2))}<radialGradient id="Zdisc"><stop offset=".5" stop-color="#f3e9d8"/><stop offset="1" stop-color="#c9b291"/></radialGradient></defs>`,
      shape("M18 56L14 68L24 70L34 68L30 56Z", shade),
      line("M20 57V63M23 57.6V64M26 57.6V64M29 57V63", lighter(feather, 0.2), 0.7, 0.7),
      shape("M24 8C33 8 39 13 39.6 22C41.6 28 42 36 40 45C38 55 32 61 24 61C16 61 10 55 8 45C6 36 6.4 28 8.4 22C9 13 15 8 24 8Z", "Zplume"),
      shape("M24 29C31 29 35.6 34 35.4 43C35 53 30 59.4 24 59.4C18 59.4 13 53 12.6 43C12.4 34 17 29 24 29Z", "Zbreast"),
      line(scallops, shade, 1, 0.75),
      shape("M9 25C4.6 32 4.4 46 10.4 56C14.4 50 15.4 38 13.4 30Z", shade),
      shape("M39 25C43.4 32 43.6 46 37.6 56C33.6 50 32.6 38 34.6 30Z", shade),
      line(
        "M8.4 34q2.4 3 4.8 1M8 41q2.4 3 5 1M9 48q2 3 4 1M39.6 34q-2.4 3-4.8 1M40 41q-2.4 3-5 1M39 48q-2 3-4 1",
        lighter(feather, 0.3),
        0.8,
        0.7,
      ),
      shape("M9 19C8 13 8 8 9.6 3C14 5.4 18 8.4 21 12.4C17 12.6 12 15 9 19Z", "Zplume"),
      shape("M39 19C40 13 40 8 38.4 3C34 5.4 30 8.4 27 12.4C31 12.6 36 15 39 19Z", "Zplume"),
      eye(16.8),
      eye(31.2),
      line("M9.6 14.4C14 11.4 19.6 12.6 24 17.6C28.4 12.6 34 11.4 38.4 14.4", shade, 1.5),
      shape("M24 19.6C26.4 21.4 26.6 25 24 28.6C21.4 25 21.6 21.4 24 19.6Z", lch(0.45, 0.04, 70)),
      line("M17 61.6l-1.4 3.6M19.6 62l0 3.6M22 61.6l1 3.4M26 61.6l-1 3.4M28.4 62l0 3.6M31 61.6l1.4 3.6", lch(0.7, 0.1, 75), 1.5),
    ].join(""),
    48,
    71,
  );
}
