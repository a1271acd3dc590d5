import { svgDocument } from "../../lexicon/icons";
import { lch } from "../../raster/colour";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

/** A whole pumpkin with its ribs and its stalk. */
export function pumpkinSvg({ colour }: Commissioned): string {
  const skin = colour ?? lch(0.7, 0.17, 55);
  const rib = (cx: number, rx: number) => `<ellipse cx="${cx}" cy="38" rx="${rx}" ry="23" fill="url(#Zskin)"/>`;
  return svgDocument(
    [
      `<defs>${gradient("Zskin", "right", lighter(skin, 0.25), skin, darker(skin, 0.28))}</defs>`,
      rib(14, 12),
      rib(58, 12),
      rib(24, 13),
      rib(48, 13),
      rib(36, 13),
      line(
        "M30 17C26 28 26 48 30 60M42 17C46 28 46 48 42 60M20 19C13 30 13 46 20 58M52 19C59 30 59 46 52 58",
        darker(skin, 0.35),
        0.8,
        0.7,
      ),
      shape("M33 18C33 10 30 6 27 4L34 2C38 6 39 12 39.6 18Q36 20.6 33 18Z", lch(0.5, 0.09, 120)),
      line("M40 16C46 10 52 14 50 18C48 21 45 18 48 16", lch(0.5, 0.11, 135), 1.2),
    ].join(""),
    72,
    64,
  );
}
