import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const BACKS: readonly Rgb[] = [lch(0.24, 0.025, 260), lch(0.3, 0.04, 250), lch(0.2, 0.015, 290)];
const BREAST: Rgb = [0.97, 0.96, 0.93];
const BILL: Rgb = lch(0.74, 0.16, 62);

/** An emperor penguin that stands and looks to the left. */
export function penguinSvg({ colour }: Commissioned, random: Random): string {
  const back = colour ?? random.pick(BACKS);
  const wing = darker(back, 0.25);
  const reach = random.range(-3, 3);
  return svgDocument(
    [
      `<defs>${gradient("Zback", "right", lighter(back, 0.14), back, darker(back, 0.3))}${gradient("Zbreast", "down", BREAST, BREAST, darker(BREAST, 0.16))}${gradient("Zcollar", "down", lch(0.86, 0.15, 88), lighter(lch(0.9, 0.08, 90), 0.4))}</defs>`,
      shape("M15 68C11 69.4 8.6 71.4 9 73.4H22C23 71.4 22.4 69.4 20.6 68Z", darker(back, 0.2)),
      shape("M27 68C24.6 69.4 22.4 71.6 23 73.4H36.6C37.4 71.4 36 69.4 33.4 68Z", darker(back, 0.35)),
      shape(`M36 29C42 35 ${45 + reach * 0.5} 44 ${43 + reach} 55C40 53.4 37.4 49 35.6 43Z`, wing),
      shape("M37.6 62C40 66.4 42 70 44.4 72.6C40 72.8 36.4 71 34 68Z", wing),
      shape(
        "M23.4 4C31 3.4 34.4 9 34.4 15.6C35.4 23 40.8 30 41.2 44C41.6 58 36 70.4 26.4 70.8C14.4 71.2 8.6 59 8.8 46C9 32.4 13 26 14 17C14.4 9.4 17 4.4 23.4 4Z",
        "Zback",
      ),
      shape(
        "M15.4 22.6C19 25.4 25 25.2 28.4 22.4C33.6 29 35.4 37 35 47C34.4 60 29.6 68.4 23.4 68.6C14.4 68.6 10.4 58 10.6 46.4C10.8 35.6 13.4 29 15.4 22.6Z",
        "Zbreast",
      ),
      shape("M14.6 20C17 24.4 19.4 27.4 19.6 32C17 30 14.4 29.6 12.8 31.6C13.4 27.4 14.2 24 14.6 20Z", "Zcollar", 0.85),
      shape("M28 13.6C31.4 15 31.6 20.6 28.4 24.6C26.6 22 25.6 17 28 13.6Z", "Zcollar"),
      shape("M14.6 11.4C10.6 11.8 6.8 13.4 4.4 15.8C8 16.8 11.8 16.6 15 15.4Z", darker(back, 0.45)),
      line("M6 15.6C9 15.6 12 15.2 14.6 14.2", BILL, 1.1),
      disc(19.6, 10.8, 1.5, [0.06, 0.06, 0.08]),
      disc(19.2, 10.4, 0.5, [1, 1, 1]),
      line("M17.6 8.8Q19.8 7.6 22 9", lighter(back, 0.3), 0.6, 0.7),
      shape(`M29.6 30C35 36 ${36 + reach * 0.4} 46 ${32 + reach * 0.5} 56C28.6 52 27 46 26.6 40Z`, "Zback"),
      line(`M30 32.4C34 38.6 ${34.8 + reach * 0.4} 46 ${31.8 + reach * 0.5} 53.6`, lighter(back, 0.35), 0.7, 0.6),
      line(
        "M14.4 40q1.6 1.2 3.2 0M19 46q1.6 1.2 3.2 0M14 53q1.6 1.2 3.2 0M21 56q1.6 1.2 3.2 0M18 62q1.6 1.2 3.2 0",
        darker(BREAST, 0.2),
        0.7,
        0.7,
      ),
    ].join(""),
    48,
    75,
  );
}
