import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const ICE: Rgb = lch(0.92, 0.03, 225);

/** An iceberg of a few peaks, its faces lit and shaded, blue at its foot. */
export function icebergSvg({ colour }: Commissioned, random: Random): string {
  const ice = colour ?? ICE;
  const [first, second] = [random.range(8, 22), random.range(2, 14)];
  return svgDocument(
    [
      `<defs>${gradient("Zice", "down", lighter(ice, 0.7), ice)}${gradient("Zshade", "down", darker(ice, 0.12), lch(0.66, 0.08, 230))}${gradient("Zfoot", "down", lch(0.8, 0.07, 215), lch(0.62, 0.09, 225))}</defs>`,
      shape(`M2 60L14 40L26 ${first + 14}L38 ${first}L48 ${first + 16}L60 ${second}L76 ${second + 10}L88 30L104 44L118 60Z`, "Zice"),
      shape(`M38 ${first}L48 ${first + 16}L44 40L50 60H30L34 38Z`, "Zshade", 0.75),
      shape(`M76 ${second + 10}L88 30L104 44L118 60H72L80 44L70 32Z`, "Zshade"),
      shape(`M60 ${second}L66 26L58 42L64 60H52L48 ${first + 16}Z`, "Zshade", 0.4),
      shape("M0 60H120L112 66C96 69 24 69 8 66Z", "Zfoot"),
      line(`M26 ${first + 14}L30 44L24 58M60 ${second}L66 26L58 42M88 30L94 46L90 58M14 40L18 54`, lch(0.7, 0.07, 228), 0.9, 0.8),
      line(`M38 ${first}L48 ${first + 16}L60 ${second}L76 ${second + 10}`, [1, 1, 1], 1.2, 0.9),
    ].join(""),
    120,
    69,
  );
}
