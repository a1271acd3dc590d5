import { svgDocument } from "../../lexicon/icons";
import { hex, lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, INK, LAMP, lighter, line, shape } from "./svg-parts";

const HULLS: readonly Rgb[] = [lch(0.48, 0.13, 32), lch(0.4, 0.08, 250), [0.94, 0.93, 0.9], lch(0.46, 0.08, 170), lch(0.5, 0.08, 60)];
const SAILS: readonly Rgb[] = [[0.97, 0.95, 0.89], [0.98, 0.9, 0.74], lch(0.72, 0.1, 45)];
const CANVAS: Rgb = [0.93, 0.88, 0.76];
const WOOD: Rgb = lch(0.48, 0.07, 55);

/** A small yacht under mainsail and jib; a sailing ship is a square-rigger of three masts. */
export function sailboatSvg(commissioned: Commissioned, random: Random): string {
  return /ship|galleon|frigate/.test(commissioned.word) ? tallShip(commissioned, random) : yacht(commissioned, random);
}

function yacht({ colour, isNight }: Commissioned, random: Random): string {
  const hull = colour ?? random.pick(HULLS);
  const main = random.pick(SAILS);
  const jib = colour === null ? (random.chance(0.5) ? main : lighter(hull, 0.25)) : lighter(colour, 0.12);
  return svgDocument(
    [
      `<defs>${gradient("Zhull", "down", lighter(hull, 0.2), hull, darker(hull, 0.4))}${gradient("Zmain", "right", lighter(main, 0.3), main, darker(main, 0.24))}${gradient("Zjib", "right", darker(jib, 0.22), lighter(jib, 0.18), jib)}</defs>`,
      line("M31 3V58", WOOD, 1.5),
      shape("M31 3.4L40.4 5.4L31 8Z", colour ?? lch(0.56, 0.2, 28)),
      shape("M32.4 8C44 20 51 36 52.4 51.4C45 53 38 53.4 32.4 53Z", "Zmain"),
      line(
        "M33 19.6C36.6 20.4 39.6 20.4 42 19.8M33 31C39 32 43.6 32 47 31M33 42.4C40 43.8 46.6 43.6 50.6 42.2",
        darker(main, 0.3),
        0.5,
        0.7,
      ),
      shape("M29.8 10C24 24 15 40 5.4 51.6C13 53.6 22 53.8 29.8 52.6Z", "Zjib"),
      line("M29.8 10L4 52.6M32 53.6L54 52.4", darker(WOOD, 0.3), 0.8),
      shape("M22 58C23 54.6 26 54 31 54H40C43 54 44.6 55.4 45.4 58Z", [0.95, 0.94, 0.9]),
      line("M26.4 56.2H29M33 56.2H35.6M38.4 56.2H41", isNight ? LAMP : [0.3, 0.4, 0.5], 1.6),
      shape("M2 56.4C20 59.4 42 59.2 58.6 55.4C57.4 62 53 67.4 46 68.4H17C9 68 4 63 2 56.4Z", "Zhull"),
      line("M3.2 59.4C20 62.4 42 62.2 57.6 58.6", lighter(hull, 0.75), 1.2, 0.9),
      line("M2 56.4C20 59.4 42 59.2 58.6 55.4", darker(WOOD, 0.1), 1.1),
    ].join(""),
    61,
    70,
  );
}

/** Heights of the yards on each mast, from the deck up; widths by height. */
const MASTS: readonly (readonly [x: number, top: number])[] = [
  [22, 14],
  [44, 5],
  [65, 16],
];

function tallShip({ colour, isNight }: Commissioned, random: Random): string {
  const hull = colour ?? lch(random.range(0.36, 0.46), 0.06, random.range(40, 65));
  const sails = MASTS.map(([x, top]) => squareSails(x, top)).join("");
  return svgDocument(
    [
      `<defs>${gradient("Zhull", "down", lighter(hull, 0.18), darker(hull, 0.45))}${gradient("Zcloth", "right", lighter(CANVAS, 0.35), CANVAS, darker(CANVAS, 0.32))}</defs>`,
      line("M1 58L24 62.4", WOOD, 1.6),
      shape("M3 57.4C10 46 16 34 20.4 22C21 38 20 50 18.6 60Z", CANVAS),
      shape("M66.6 38C72 46 78 54 83.4 59.6L66.6 60Z", darker(CANVAS, 0.12)),
      sails,
      line("M22 14L44 8L65 16M22 12L8 56M65 14L86 60M22 30L40 60M44 30L62 60", darker(WOOD, 0.35), 0.35, 0.7),
      shape("M12 62C26 68 62 68 76 60L88 58.4C88 68 84 77 76 79H25C17 77 13 70 12 62Z", "Zhull"),
      line("M13.4 65.6C28 71 62 71 77.6 63.6L87.6 61.8", lch(0.82, 0.1, 80), 1.2),
      line("M25 72.6H74", darker(hull, 0.6), 0.6, 0.7),
      `<g fill="${hex(isNight ? LAMP : INK)}">${[30, 38, 46, 54, 62, 70].map((x) => `<rect x="${x}" y="70.2" width="2.4" height="2.2"/>`).join("")}</g>`,
      shape("M44 4.8L53 2.6L44 1Z", lch(0.55, 0.2, 28)),
      line("M44 1V5", INK, 0.8),
    ].join(""),
    90,
    81,
  );
}

function squareSails(x: number, top: number): string {
  const tiers = [
    [0.08, 0.3, 6],
    [0.33, 0.6, 8.6],
    [0.63, 0.97, 10.4],
  ] as const;
  const tall = 58 - top;
  const cloth = tiers.map(([from, to, half]) => {
    const upper = top + tall * from;
    const lower = top + tall * to;
    const foot = half * 1.12;
    return `${shape(`M${x - half} ${upper}H${x + half}C${x + half + 2.4} ${(upper + lower) / 2} ${x + foot + 1.6} ${lower - 1} ${x + foot} ${lower}Q${x} ${lower - tall * 0.07} ${x - foot} ${lower}C${x - foot + 2} ${(upper + lower) / 2 + 1} ${x - half + 1.6} ${upper + 2} ${x - half} ${upper}Z`, "Zcloth")}${line(`M${x - half - 1} ${upper}H${x + half + 1}`, WOOD, 0.9)}`;
  });
  return `${line(`M${x} ${top}V64`, WOOD, 1.3)}${cloth.join("")}`;
}
