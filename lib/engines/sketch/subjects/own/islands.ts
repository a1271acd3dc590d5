import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const SAND: Rgb = lch(0.85, 0.08, 82);
const TRUNK: Rgb = lch(0.5, 0.07, 60);
const PALM: Rgb = lch(0.52, 0.13, 142);

/** A low island with two palms. */
export function islandSvg({ colour }: Commissioned): string {
  const green = colour ?? lch(0.5, 0.11, 138);
  const fronds = (x: number, y: number, size: number): string =>
    [
      [-1, 0.32],
      [-0.86, -0.2],
      [-0.3, -0.52],
      [0.34, -0.5],
      [0.88, -0.16],
      [1, 0.36],
    ]
      .map(([dx = 0, dy = 0], k) => {
        const tip = `${(x + dx * size).toFixed(1)} ${(y + dy * size).toFixed(1)}`;
        const bend = `${(x + dx * size * 0.5).toFixed(1)} ${(y + dy * size * 0.5 - size * 0.42).toFixed(1)}`;
        const back = `${(x + dx * size * 0.46).toFixed(1)} ${(y + dy * size * 0.5 - size * 0.08).toFixed(1)}`;
        return shape(`M${x} ${y}Q${bend} ${tip}Q${back} ${x} ${y}Z`, k % 2 === 0 ? PALM : darker(PALM, 0.2));
      })
      .join("");
  return svgDocument(
    [
      `<defs>${gradient("Zsand", "down", lighter(SAND, 0.25), darker(SAND, 0.2))}${gradient("Zhill", "down", lighter(green, 0.2), darker(green, 0.2))}</defs>`,
      shape("M24 66C34 50 58 44 74 54C88 48 104 56 112 68Z", "Zhill"),
      line("M52 58C50 42 54 30 60 22", TRUNK, 3.6),
      line("M84 58C88 48 92 42 96 36", TRUNK, 3),
      fronds(60, 22, 22),
      fronds(96, 36, 15),
      disc(58, 25, 2, darker(TRUNK, 0.2)),
      disc(62, 26, 2, darker(TRUNK, 0.3)),
      shape("M2 74C20 60 40 62 60 64C84 60 108 62 128 74C110 78 20 78 2 74Z", "Zsand"),
    ].join(""),
    130,
    78,
  );
}

/** A mountain of fire: lava in streams from its crater, smoke over it. */
export function volcanoSvg({ colour }: Commissioned): string {
  const rock = colour ?? lch(0.36, 0.035, 40);
  const [lava, glow] = [lch(0.66, 0.21, 40), lch(0.85, 0.17, 80)];
  const smoke = lch(0.56, 0.012, 300);
  return svgDocument(
    [
      `<defs>${gradient("Zrock", "right", lighter(rock, 0.24), rock, darker(rock, 0.4))}</defs>`,
      ...[
        [80, 34, 13],
        [68, 24, 14],
        [90, 18, 16],
        [76, 10, 10],
        [104, 10, 12],
      ].map(([x = 0, y = 0, r = 0], k) => disc(x, y, r, k % 2 === 0 ? smoke : darker(smoke, 0.25))),
      shape("M66 46L60 22L72 38L78 14L84 38L98 24L94 46Z", lava),
      shape("M72 46L74 30L79 38L85 28L88 46Z", glow),
      shape("M2 118C34 104 52 76 64 46C70 50 90 50 96 46C108 76 126 104 158 118Z", "Zrock"),
      shape("M64 46C70 51 90 51 96 46L92 56L88 50L84 78L79 56L74 68L71 54L66 62Z", lava),
      line("M82 74C84 88 78 96 82 112M72 64C66 80 66 90 56 104M92 54C98 70 96 82 106 98", lava, 3.4),
      line("M82 74C84 88 78 96 82 112M72 64C66 80 66 90 56 104", glow, 1.2),
      line("M40 104C46 96 50 90 54 82M118 106C112 98 108 92 106 86", darker(rock, 0.45), 1.4, 0.7),
    ].join(""),
    160,
    120,
  );
}
