import { svgDocument } from "../../lexicon/icons";
import { hex, lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const SKINS: readonly Rgb[] = [lch(0.6, 0.14, 30), lch(0.56, 0.11, 330), lch(0.6, 0.1, 50), lch(0.5, 0.09, 280)];

/** An octopus with eight curling arms, their suckers towards the viewer. */
export function octopusSvg({ colour }: Commissioned, random: Random): string {
  const skin = colour ?? random.pick(SKINS);
  const under = lighter(skin, 0.5);
  const arm = (path: string, width: number, tone: Rgb): string =>
    `<path d="${path}" fill="none" stroke="${hex(tone)}" stroke-width="${width}" stroke-linecap="round"/>`;
  const back = ["M36 46C20 48 12 60 4 56C0 53 3 49 7 51", "M64 46C80 48 88 60 96 56C100 53 97 49 93 51"];
  const front = [
    "M40 48C32 62 18 66 14 78C13 84 19 86 21 82",
    "M46 50C42 64 32 74 36 86C39 91 44 88 42 84",
    "M54 50C58 64 66 74 62 86C59 91 54 88 57 84",
    "M60 48C68 62 82 66 86 78C87 84 81 86 79 82",
  ];
  const suckers = [
    [33, 61],
    [26, 66],
    [19.6, 71.6],
    [43, 62],
    [38.6, 71],
    [36.6, 79],
    [57.6, 62],
    [61.6, 71],
    [63.4, 79],
    [67, 61],
    [74, 66],
    [80.4, 71.6],
  ] as const;
  return svgDocument(
    [
      `<defs>${gradient("Zhead", "down", lighter(skin, 0.28), skin, darker(skin, 0.2))}</defs>`,
      ...back.map((path) => arm(path, 6.4, darker(skin, 0.36))),
      arm("M38 47C26 52 22 66 8 70C3 71 2 66 6 65", 7, darker(skin, 0.2)),
      arm("M62 47C74 52 78 66 92 70C97 71 98 66 94 65", 7, darker(skin, 0.2)),
      ...front.map((path) => arm(path, 8, skin)),
      ...front.map((path) => arm(path, 1.4, lighter(skin, 0.3))),
      ...suckers.map(([x, y]) => `${disc(x, y, 1.9, under)}${disc(x, y, 0.8, darker(skin, 0.3))}`),
      shape("M50 4C66 4 74 16 72 30C71 38 67 44 65 50C58 55 42 55 35 50C33 44 29 38 28 30C26 16 34 4 50 4Z", "Zhead"),
      shape("M34 14C38 8 44 6.4 50 6.6C44 10 38 15 36 23C34 24 32.6 19 34 14Z", lighter(skin, 0.5), 0.5),
      ...[
        [58, 14, 2.4],
        [64, 22, 1.8],
        [55, 22, 1.4],
        [46, 16, 1.6],
      ].map(([x = 0, y = 0, r = 1]) => disc(x, y, r, darker(skin, 0.22))),
      ...[41, 59].map(
        (x) =>
          `<ellipse cx="${x}" cy="36" rx="5" ry="4.4" fill="${hex(lighter(skin, 0.7))}"/><ellipse cx="${x}" cy="36.4" rx="3" ry="1.7" fill="#17131a"/>${line(`M${x - 5.4} 34Q${x} 29.6 ${x + 5.4} 34`, darker(skin, 0.5), 1.3)}`,
      ),
      line("M45 46Q50 49 55 46", darker(skin, 0.45), 1.2),
    ].join(""),
    100,
    91,
  );
}
