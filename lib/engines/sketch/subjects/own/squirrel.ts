import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const FURS: readonly Rgb[] = [lch(0.56, 0.13, 45), lch(0.5, 0.08, 52), lch(0.6, 0.02, 70)];
const NUT: Rgb = lch(0.5, 0.09, 60);

/** A squirrel that sits upright with a nut in its paws, seen from its left side. */
export function squirrelSvg({ colour }: Commissioned, random: Random): string {
  const fur = colour ?? random.pick(FURS);
  const belly = lighter(fur, 0.72);
  const shade = darker(fur, 0.3);
  return svgDocument(
    [
      `<defs>${gradient("Zfur", "down", lighter(fur, 0.16), fur, darker(fur, 0.18))}${gradient("Zbrush", "right", fur, lighter(fur, 0.3), darker(fur, 0.2))}</defs>`,
      shape(
        "M38 60C50 60 55 50 51 40C48 31 51 24 57 25C61 26 61 31 58 32.6C66 31 67 18 59 12C50 6 38 13 38 26C38 36 44 42 41 50C40 54 37 56 34 57Z",
        "Zbrush",
      ),
      line("M42 52C47 42 40 34 42 25C43 18 49 14 55 16M46 54C51 46 45 36 47 27", darker(fur, 0.25), 1, 0.6),
      shape("M24 24C33 25 39 34 41 46C43 56 38 63 28 63H17C14 63 13 60 15 58C12 50 11 34 24 24Z", "Zfur"),
      shape("M18 29C13 36 13 48 17 57C22 54 25 46 25 38C25 33 22 29 18 29Z", belly),
      shape("M40 46C42 56 38 63 28 63C24 60 24 50 30 46C34 43.4 38 43.4 40 46Z", shade, 0.55),
      shape("M12 62C11 59.6 15 58.6 20 59H28C31 60 31 63.4 28 63.6H14C12.8 63.6 12.2 63 12 62Z", shade),
      shape("M21 6C23 3 25.4 3 25.6 7.4L24 13L19.4 11Z", shade),
      shape("M25 9C28 5.4 31 6 30 10.4L26.6 15.4L22.6 12Z", "Zfur"),
      shape("M26.6 12C31 15.4 31 23 27 27C22 31 14 29 9.6 25.6C6.4 23.6 6.6 21.6 8.8 20C12 17 14 13 18 11C21 9.6 24.4 10 26.6 12Z", "Zfur"),
      shape("M8.6 22.6C12 25.8 17 26.6 22 25C19 29.6 13 28.8 9.4 25.8C7.6 24.6 7.6 23.4 8.6 22.6Z", belly),
      disc(17.8, 18, 1.8, [0.08, 0.06, 0.06]),
      disc(17.3, 17.4, 0.6, [1, 1, 1]),
      disc(8.2, 21.2, 1.1, [0.14, 0.09, 0.1]),
      line("M10 23.6L3.6 22.4M10 24.4L4 25.6", lighter(fur, 0.6), 0.4, 0.8),
      shape("M4.6 35C4 31.6 7 29.6 10 30.6C12.6 31.6 13 35 11.4 37.6C9.4 40 5.4 39 4.6 35Z", NUT),
      shape("M5 32.6C6.4 29.6 10.4 28.8 12.4 31.4C12.6 33.4 12 34 12 34C9.6 32.4 7.4 32 5 32.6Z", darker(NUT, 0.4)),
      line("M26 34C22 39 17 40 11.6 36.6M23 32C19 36 15 37 11 34.4", darker(fur, 0.12), 3.6),
    ].join(""),
    66,
    65,
  );
}
