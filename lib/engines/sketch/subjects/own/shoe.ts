import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const UPPERS: readonly Rgb[] = [lch(0.6, 0.19, 28), lch(0.55, 0.12, 250), [0.92, 0.91, 0.88], lch(0.62, 0.1, 165), lch(0.34, 0.03, 270)];
const FOAM: Rgb = [0.97, 0.96, 0.94];
const LACE: Rgb = [0.98, 0.98, 0.97];

/** A sneaker seen from its outer side, its toe to the left. */
export function shoeSvg({ colour }: Commissioned, random: Random): string {
  const upper = colour ?? random.pick(UPPERS);
  const isPale = upper[0] + upper[1] + upper[2] > 2.4;
  const accent: Rgb = isPale ? random.pick([lch(0.55, 0.18, 28), lch(0.5, 0.12, 250), lch(0.3, 0.03, 270)]) : FOAM;
  const deep = darker(upper, 0.3);
  const stitch = isPale ? darker(upper, 0.3) : lighter(upper, 0.5);
  return svgDocument(
    [
      `<defs>${gradient("Zupper", "down", lighter(upper, 0.2), upper, darker(upper, 0.2))}${gradient("Zfoam", "down", FOAM, darker(FOAM, 0.2))}${gradient("Zpanel", "down", darker(upper, 0.12), deep)}</defs>`,
      // The tongue and the far side of the opening, behind everything.
      shape("M34 9.4C35 5.4 38.6 2.6 42.4 2.4C44.4 2.4 45 4 44.6 5.6L43 12Z", lighter(upper, 0.12)),
      shape("M40 9C47 12 58 12 66.4 6.4C66 9.6 65 13 63 15.6L44 16Z", darker(upper, 0.6)),
      shape(
        "M4.4 35C3.6 29.4 9 26.2 18 23.8C26 21.6 31 17 37 8.4C41 13.4 50 15.4 58 12.8C62 11.4 65 8.6 67.4 5.8C70 6.2 71.2 9.4 71.6 14C72 21 74 28 73.4 35Z",
        "Zupper",
      ),
      shape("M4.4 35C3.6 29.8 8.4 26.6 16.4 24.2C21 26.6 23 30.4 22.6 35Z", "Zpanel"),
      shape(
        "M18.4 23.8C26 21.6 31 17 36.8 8.6C38 10.4 39.6 11.8 41.6 12.8C37.4 20 31 26.4 24.4 28.6C22.8 26.6 20.8 25 18.4 23.8Z",
        "Zpanel",
      ),
      shape("M63 12.6C65.4 11 66.8 9 68 6.2C70.2 7 71.3 10 71.6 14C72 21 74 28 73.4 35H61C59.4 27 60 19 63 12.6Z", "Zpanel"),
      shape("M28.6 35C38 33.4 48 27.6 56.6 17.6C55.6 25 52 31 46.6 35Z", accent),
      line("M35.4 35C43 32.4 50 27.4 55 21.6", isPale ? lighter(accent, 0.6) : upper, 1.1),
      ...laces(),
      line("M41.6 12.8C37.4 20 31 26.4 24.4 28.6M23 34.6C23 30.4 21 27 17 24.6M61.4 34.6C59.8 27 60.4 19.4 63.2 13", stitch, 0.5, 0.8),
      shape("M66.6 4.6L70 3.6L71.4 9.6L68.6 9Z", accent),
      // The sole over the upper.
      shape(
        "M2.6 39C2 35.6 3.2 34.2 6 34.2C28 35.6 52 35 72.6 33.4C75.6 34 76.4 37 75.6 40C75 42.8 73 43.6 70 43.6H12C6.4 43.6 3.4 42.4 2.6 39Z",
        "Zfoam",
      ),
      line("M4 38.6C28 40 54 39.6 75 37.8", darker(FOAM, 0.28), 0.7),
      shape(
        "M4.6 41.8C7 43 9 43.2 12 43.2H70C72.4 43.2 74 42.6 75 41.4C75 44.4 73 45.6 70 45.6H12C8 45.6 5.6 44.4 4.6 41.8Z",
        isPale ? accent : darker(upper, 0.5),
      ),
    ].join(""),
    79,
    48,
  );
}

function laces(): string[] {
  return Array.from({ length: 5 }, (_, k) => {
    const t = k / 4;
    const x = 23.4 + t * 13;
    const y = 23.2 - t * 12.2 - t * (1 - t) * 2;
    return line(`M${x.toFixed(1)} ${y.toFixed(1)}L${(x + 4.6).toFixed(1)} ${(y + 3.8).toFixed(1)}`, LACE, 1.6);
  });
}
