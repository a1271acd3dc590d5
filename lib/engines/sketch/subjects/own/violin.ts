import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const VARNISHES: readonly Rgb[] = [lch(0.58, 0.13, 52), lch(0.5, 0.12, 42), lch(0.66, 0.12, 65)];
const EBONY: Rgb = [0.13, 0.11, 0.11];

/** A violin that leans upright, its bow beside it. */
export function violinSvg({ colour }: Commissioned, random: Random): string {
  const varnish = colour ?? random.pick(VARNISHES);
  const rim = darker(varnish, 0.55);
  const body =
    "M30 46C39 45 45 50 45 58C45 64 41 66 41 71C41 76 46 78 47 86C48 96 41 102 30 102C19 102 12 96 13 86C14 78 19 76 19 71C19 66 15 64 15 58C15 50 21 45 30 46Z";
  return svgDocument(
    [
      `<defs>${gradient("Zvarnish", "right", lighter(varnish, 0.34), varnish, darker(varnish, 0.3))}</defs>`,
      `<g transform="rotate(${random.range(6, 13).toFixed(1)} 30 102)">`,
      shape(body, rim),
      `<g transform="translate(1.8 4.4) scale(.94)">${shape(body, "Zvarnish")}</g>`,
      line("M20 55C18 60 22 64 22 70C22 78 17 82 17.6 90", lighter(varnish, 0.6), 1, 0.6),
      line("M24 67C21 71 25 75 22.4 80M36 67C39 71 35 75 37.6 80", EBONY, 1.2),
      shape("M27.6 10H32.4L33.4 72H26.6Z", EBONY),
      shape("M25.6 84H34.4L32.6 98H27.4Z", EBONY),
      shape("M24 79.4H36L35 81.6H25Z", lch(0.84, 0.06, 85)),
      line("M28.4 12L27.6 90M29.5 12L29.2 90M30.5 12L30.8 90M31.6 12L32.4 90", [0.92, 0.92, 0.9], 0.35, 0.9),
      shape("M26 14C25 9 25.6 4 29 2.4C33 1.4 35 5 33 7.4C31.6 9 30 8 30.4 6.4C34 9 34.4 11 34 14Z", rim),
      line("M22.4 8.4H26M34 7H37.6M22.6 12H26M34 11H37.6", EBONY, 1.6),
      disc(31, 5.4, 0.9, lighter(varnish, 0.3)),
      "</g>",
      line("M58 6L66 103", darker(varnish, 0.3), 1.5),
      line("M56 9L63.6 101", [0.93, 0.91, 0.84], 0.8),
      shape("M61.6 96L66.6 95.6L67 101L63 101.4Z", EBONY),
    ].join(""),
    72,
    104,
  );
}
