import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import { type Commissioned, darker, disc, gradient, lighter, shape } from "./svg-parts";

const ICING: Rgb = [0.98, 0.93, 0.9];
const SPONGE: Rgb = lch(0.78, 0.08, 70);
const BERRY: Rgb = lch(0.6, 0.19, 15);

/** A cake under icing, without candles: those that were asked for stand on it, each by itself. */
export function cakeSvg({ colour }: Commissioned): string {
  const icing = colour ?? ICING;
  const drips =
    "M4 24C4 18 18 14 40 14S76 18 76 24V31C73 37 69 37 67 31C64 27 61 31 59 35C56 40 52 38 51 33C48 28 44 31 42 36C39 40 35 39 33 33C30 28 27 31 25 35C22 39 18 38 17 32C14 28 11 31 9 33C6 35 4 33 4 30Z";
  const berries = Array.from({ length: 7 }, (_, k) => disc(13 + k * 9, 46 + (k % 2) * 1.4, 2.2, BERRY)).join("");
  return svgDocument(
    [
      `<defs>${gradient("Zside", "right", lighter(SPONGE, 0.25), SPONGE, darker(SPONGE, 0.25))}${gradient("Zicing", "right", lighter(icing, 0.4), icing, darker(icing, 0.16))}</defs>`,
      shape("M4 25V54C4 60 18 64 40 64S76 60 76 54V25Z", "Zside"),
      shape("M4 40C10 46 22 48 40 48S70 46 76 40V45C70 51 22 53 4 45Z", icing),
      berries,
      shape(drips, "Zicing"),
      `<ellipse cx="40" cy="23" rx="35" ry="8" fill="#fff" fill-opacity=".35"/>`,
    ].join(""),
    80,
    66,
  );
}
