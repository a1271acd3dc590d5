import { svgDocument } from "../../lexicon/icons";
import { hex, lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const SCALES: readonly Rgb[] = [lch(0.48, 0.11, 150), lch(0.48, 0.15, 28), lch(0.42, 0.08, 265), lch(0.5, 0.1, 200)];

/** A dragon in flight, its wings raised, seen from its left side. */
export function dragonSvg({ colour }: Commissioned, random: Random): string {
  const scale = colour ?? random.pick(SCALES);
  const belly = lighter(scale, 0.55);
  const shade = darker(scale, 0.4);
  const wing = (fill: string, bone: Rgb): string =>
    [
      `<path d="M0 0C-4 -18 -2 -36 12 -52C14 -44 18 -40 26 -40C28 -34 33 -30 41 -31C41 -25 45 -21 53 -21C50 -15 46 -10 40 -7C27 -1 12 3 0 0Z" fill="${fill}"/>`,
      line("M0 0C-4 -18 -2 -36 12 -52M2 -6C6 -22 14 -34 26 -40M4 -4C14 -16 26 -26 41 -31M6 -2C20 -8 34 -16 53 -21", bone, 1.7),
      line("M12 -52L9 -57", bone, 1.6),
    ].join("");
  const spikes = [
    [33, 28.6],
    [38, 33.4],
    [42, 39],
    [48, 42.6],
    [74, 47],
    [81, 51],
    [88, 56],
    [95, 60.6],
    [102, 63.6],
  ] as const;
  return svgDocument(
    [
      `<defs>${gradient("Zscale", "down", lighter(scale, 0.22), scale, darker(scale, 0.2))}${gradient("Zwing", "down", lighter(scale, 0.34), darker(scale, 0.1))}${gradient("Zfar", "down", darker(scale, 0.1), shade)}${gradient("Zbelly", "down", belly, darker(belly, 0.2))}</defs>`,
      `<g transform="translate(54 46) rotate(-24)">${wing("url(#Zfar)", darker(scale, 0.6))}</g>`,
      shape("M72 62C78 64 80 70 77 76L82 80L76 79L72 82L72 77C68 74 66 69 67 63Z", shade),
      ...spikes.map(([x, y]) => shape(`M${x - 2.6} ${y + 2}L${x + 1.6} ${y - 4}L${x + 3} ${y + 3}Z`, shade)),
      shape(
        "M20 16C28 17 35 24 39 32C43 40 50 43.6 60 44C76 45 84 50 94 58C102 64.4 112 65 122 57C119 68 109 73 98 69.6C90 67 84 64 78 64C68 67 54 66 46 59C38 52 34 42 29 34C26 29.4 22 27 18 26Z",
        "Zscale",
      ),
      shape("M120 58C121 52 125 49 131 48C129 53 130 57 133 61C128 60 124 60 120.4 62Z", shade),
      shape(
        "M22.6 27C27 29 29.4 33.4 32 38.6C36 47 40 55 48 59.6C55 63.4 66 65.6 77 64.2C67 68.4 53 67.4 45 60C37.6 53 34 43 29 35C27 31 24.6 29 22.6 27Z",
        "Zbelly",
      ),
      line(
        "M28 33l4-1.6M31 39l4.4-2M34.4 45.4l4.6-2.4M38 51.6l4.6-3M43.4 57.4l3.6-4M51 61.8l2.4-4.6M60 64l1-4.6",
        darker(belly, 0.3),
        0.8,
        0.8,
      ),
      line(
        "M46 48q2.4-2 4.8 0M54 49q2.4-2 4.8 0M62 50q2.4-2 4.8 0M70 53q2.4-2 4.8 0M50 54q2.4-2 4.8 0M58 56q2.4-2 4.8 0M78 57q2.4-2 4.8 0M86 61q2.4-2 4.8 0",
        darker(scale, 0.35),
        0.8,
        0.7,
      ),
      shape("M46 58C42 63 42 69 46 74L41 77L47 77L50 80L51 76C54 71 56 66 55 61Z", "Zscale"),
      shape(
        "M28 10C24 9 19 9.6 15 12C10 13.4 5 15 2.4 18.4C1.6 20.6 3.6 22 6 21.6C9.6 21 13 21.6 16 22.6C12.6 23.4 9 24.4 7 26.4C9 28.6 13 28.4 17 27.8C22 28.4 27 27 29.6 22C31 18 30.6 12.6 28 10Z",
        "Zscale",
      ),
      shape("M7 26.4C10.4 24.2 14 23.2 18.4 22.8L15 21.6C12 20.8 9 21 6 21.6L8 23.4Z", lch(0.44, 0.16, 25)),
      shape("M8 21.4l.8 2.6l1.2-2.5ZM12 21.4l.8 2.4l1.2-2.1Z", [0.97, 0.95, 0.88]),
      shape(
        "M24 10.6C28 6 34 4 40.6 4.6C36.6 7 34 10.6 31.4 15ZM19 10C21 5.6 25 2.4 30.6 1.4C28 4.4 26.6 7.6 25.4 11Z",
        darker(belly, 0.12),
      ),
      disc(19.4, 15.2, 1.9, lch(0.86, 0.17, 95)),
      line("M19.4 13.8V16.6", [0.08, 0.05, 0.06], 0.9),
      line("M16 13.2Q19 11.4 22.6 13.2", shade, 1.2),
      disc(5.4, 17.8, 0.8, shade),
      `<g transform="translate(50 49)">${wing("url(#Zwing)", shade)}</g>`,
      `<path d="M47 50C50 46 55 46 58 49" fill="none" stroke="${hex(shade)}" stroke-width="1" stroke-opacity=".6"/>`,
    ].join(""),
    134,
    84,
  );
}
