import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const WOODS: readonly Rgb[] = [lch(0.58, 0.09, 62), lch(0.44, 0.07, 48), lch(0.72, 0.07, 75), lch(0.34, 0.03, 50)];
const CUSHIONS: readonly Rgb[] = [lch(0.55, 0.13, 30), lch(0.55, 0.08, 190), lch(0.72, 0.1, 85), lch(0.5, 0.09, 265)];
const LINEN: Rgb = [0.95, 0.92, 0.85];

/** A wooden chair seen from the front right, with a cushion. */
export function chairSvg({ colour }: Commissioned, random: Random): string {
  const wood = colour ?? random.pick(WOODS);
  const cushion = colour === null ? random.pick(CUSHIONS) : LINEN;
  const shade = darker(wood, 0.34);
  const back = random.chance(0.5) ? spindles(wood) : slats(wood);
  return svgDocument(
    [
      `<defs>${gradient("Zwood", "right", lighter(wood, 0.2), wood, shade)}${gradient("Zcushion", "down", lighter(cushion, 0.25), cushion)}</defs>`,
      shape("M8.6 36L11.6 36L12.4 58.4H9.8Z", shade),
      shape("M33 34L35.8 34L36.8 55H34.4Z", shade),
      line("M11.4 50L35 47.6", shade, 1.3),
      back,
      shape("M5.6 4C6.4 2.6 8.4 2.6 9 4L11.8 38H8.4Z", "Zwood"),
      shape("M33 3C33.8 1.8 35.8 1.8 36.4 3L36 36H32.8Z", "Zwood"),
      shape("M7 38.2L35.6 35.2L43 43L12.4 47Z", wood),
      shape("M12.4 47L43 43V46L12.4 50.2Z", shade),
      shape("M7 38.2L12.4 47V50.2L7 41.4Z", darker(wood, 0.48)),
      shape("M9.4 37C18 34 28 33.4 34.6 33.8C37.4 36 39.4 38.4 40.6 41.2C32 43.8 21 45 13.6 44.8C11.6 42.6 10 39.8 9.4 37Z", "Zcushion"),
      line("M13.6 44.4C21 44.6 32 43.4 40.2 41", darker(cushion, 0.4), 0.7),
      shape("M12.4 49H16L15.6 66H13.2Z", "Zwood"),
      shape("M39.4 45.6L43 45.2L43.4 62H41Z", "Zwood"),
      line("M14.4 58.6L42 54.8", shade, 1.4),
    ].join(""),
    48,
    68,
  );
}

function slats(wood: Rgb): string {
  return [6.4, 14.4, 22.4]
    .map((y) => shape(`M7.8 ${y}C17 ${y - 2.2} 26 ${y - 2.4} 34 ${y - 1.4}V${y + 3.4}C26 ${y + 2.4} 17 ${y + 2.6} 8.2 ${y + 4.8}Z`, wood))
    .join("");
}

function spindles(wood: Rgb): string {
  const rods = [13, 18, 23, 28].map((x) => `M${x} 8L${x + 1} 36`).join("");
  return `${line(rods, darker(wood, 0.12), 1.7)}${shape("M6.6 4.6C16 1 27 .6 35.4 2.6V9C27 7.2 16 7.6 7.4 11Z", wood)}`;
}
