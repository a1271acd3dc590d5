import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const ICE: Rgb = [0.93, 0.96, 1];

/** A dome of snow blocks with a tunnel before it. */
export function iglooSvg({ colour, isNight }: Commissioned): string {
  const snow = colour ?? ICE;
  const seam = darker(snow, 0.22);
  return svgDocument(
    [
      `<defs>${gradient("Zsnow", "right", lighter(snow, 0.6), snow, darker(snow, 0.3))}</defs>`,
      shape("M6 60C6 26 30 8 50 8C70 8 94 26 94 60Z", "Zsnow"),
      line("M9 46Q50 40 91 46M15 33Q50 27 85 33M26 21Q50 16.6 74 21", seam, 1, 0.8),
      line("M30 60V46M70 60V46M22 45V33M46 43V30M78 45V33M34 31V21M62 30V19M50 18V8M88 60V47M12 58V47", seam, 0.9, 0.8),
      shape("M30 60C30 42 38 34 50 34C62 34 70 42 70 60Z", lighter(snow, 0.3)),
      shape("M37 60C37 48 42 42 50 42C58 42 63 48 63 60Z", isNight ? lch(0.82, 0.13, 75) : [0.2, 0.26, 0.36]),
      line("M33 50L38 52M67 50L62 52M41 38L44 43M59 38L56 43", seam, 0.9),
      shape("M2 60Q50 56 98 60L96 64Q50 62 4 64Z", lighter(snow, 0.4)),
    ].join(""),
    100,
    66,
  );
}

const STEELS: readonly Rgb[] = [lch(0.8, 0.15, 92), lch(0.5, 0.04, 250), lch(0.52, 0.12, 30)];

/** A submarine with its tower, portholes and screw. */
export function submarineSvg({ colour, isNight }: Commissioned, random: Random): string {
  const hull = colour ?? random.pick(STEELS);
  const glass = isNight ? lch(0.9, 0.13, 90) : lch(0.72, 0.07, 220);
  const portholes = [34, 52, 70].map((x) => `${disc(x, 40, 5.2, darker(hull, 0.4))}${disc(x, 40, 3.8, glass)}`).join("");
  return svgDocument(
    [
      `<defs>${gradient("Zhull", "down", lighter(hull, 0.35), hull, darker(hull, 0.45))}</defs>`,
      shape("M100 28L110 20V58L100 50ZM106 36H113V42H106Z", darker(hull, 0.3)),
      line("M50 14V4H60", darker(hull, 0.5), 2.2),
      shape("M42 26L46 12H66L68 26Z", darker(hull, 0.12)),
      shape("M4 40C6 26 24 22 44 22H82C96 22 104 30 106 39C104 50 96 56 82 56H40C22 56 6 52 4 40Z", "Zhull"),
      line("M10 48Q50 54 98 48", darker(hull, 0.5), 1, 0.6),
      portholes,
      disc(14, 38, 3.2, glass),
    ].join(""),
    116,
    62,
  );
}
