import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const WOODS: readonly Rgb[] = [lch(0.6, 0.09, 62), lch(0.5, 0.08, 50), lch(0.42, 0.06, 45)];

/** A plain wooden table on four legs, with room under it. */
export function tableSvg({ colour }: Commissioned, random: Random): string {
  const wood = colour ?? random.pick(WOODS);
  return svgDocument(
    [
      `<defs>${gradient("Ztop", "right", lighter(wood, 0.34), lighter(wood, 0.14))}${gradient("Zleg", "right", wood, darker(wood, 0.3))}</defs>`,
      shape("M19 14H22.5V54H20ZM77.5 14H81L80 54H77.5Z", darker(wood, 0.42)),
      shape("M16 5H84L97 13H3Z", "Ztop"),
      line("M30 5.4L24 12.6M50 5.4V12.6M70 5.4L76 12.6", darker(wood, 0.3), 0.5, 0.5),
      shape("M3 13H97V16.6H3Z", wood),
      shape("M8 16.6H92V22H8Z", darker(wood, 0.24)),
      shape("M7 16.6H13L12 64H8ZM87 16.6H93L92 64H88Z", "Zleg"),
    ].join(""),
    100,
    66,
  );
}
