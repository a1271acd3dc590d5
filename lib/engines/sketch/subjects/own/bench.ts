import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line } from "./svg-parts";

const WOODS: readonly Rgb[] = [lch(0.58, 0.08, 60), lch(0.48, 0.07, 48), lch(0.5, 0.08, 150)];
const IRON: Rgb = [0.2, 0.21, 0.23];

/** A park bench of slats on iron legs. */
export function benchSvg({ colour, isSnowy }: Commissioned, random: Random): string {
  const wood = colour ?? random.pick(WOODS);
  const slat = (y: number, height: number): string =>
    `<rect x="4" y="${y}" width="92" height="${height}" rx="1" fill="url(#Zslat)"/>${line(`M6 ${y + height * 0.55}H94`, darker(wood, 0.3), 0.4, 0.6)}`;
  return svgDocument(
    [
      `<defs>${gradient("Zslat", "down", lighter(wood, 0.28), wood, darker(wood, 0.2))}</defs>`,
      line("M14 4L17 30L15 54M86 4L83 30L85 54M50 6V30", IRON, 2.4),
      slat(5, 4.6),
      slat(12, 4.6),
      slat(19, 4.6),
      line("M10 34L9 54M90 34L91 54M12 26C6 24 5 30 6 33M88 26C94 24 95 30 94 33", IRON, 2.4),
      slat(30, 3.4),
      slat(34.6, 3.8),
      isSnowy ? line("M5 4.6H95M5 29.8H95", [0.96, 0.98, 1], 2.4) : "",
    ].join(""),
    100,
    55,
  );
}
