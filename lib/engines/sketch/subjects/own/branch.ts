import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const BARK: Rgb = lch(0.42, 0.06, 52);

/** A branch that reaches in from the right, with leaves. */
export function branchSvg({ colour, isSnowy }: Commissioned, random: Random): string {
  const leaf = colour ?? lch(0.56, 0.13, random.range(118, 142));
  const leaves = [
    [10, 12, -150],
    [20, 8, -110],
    [24, 20, 120],
    [36, 7, -70],
    [42, 22, 100],
    [54, 6, -100],
    [60, 22, 70],
    [72, 8, -60],
    [80, 24, 110],
  ] as const;
  return svgDocument(
    [
      `<defs>${gradient("Zbark", "down", lighter(BARK, 0.25), darker(BARK, 0.3))}${gradient("Zleaf", "down", lighter(leaf, 0.25), leaf)}</defs>`,
      line("M28 15L20 9M44 16L36 8M50 17L42 21M64 15L54 7M70 16L60 21M82 14L72 9M88 16L80 23", BARK, 1.4),
      shape("M8 14C26 12 46 15 66 13C80 12 92 11 100 9V19C88 19 78 18.4 66 18.6C46 19 26 16.6 8 14.8Z", "Zbark"),
      isSnowy ? line("M14 13.4C30 12.2 46 14.4 66 12.6C80 11.6 90 10.8 99 9", [0.96, 0.98, 1], 2) : "",
      ...leaves.map(
        ([x, y, angle]) =>
          `<g transform="translate(${x} ${y}) rotate(${angle})">${shape("M0 0C3 -3.6 8 -3.8 11 0C8 3.8 3 3.6 0 0Z", "Zleaf")}${line("M0 0H9", darker(leaf, 0.35), 0.4)}</g>`,
      ),
    ].join(""),
    100,
    34,
  );
}
