import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import type { Costume } from "./costume";
import { personMarkup } from "./person";
import { type Commissioned, darker, disc, lighter, line, shape } from "./svg-parts";
import { WORKERS } from "./workers";

const STEEL: Rgb = [0.78, 0.8, 0.84];
const WOOD: Rgb = lch(0.44, 0.07, 52);
const GOLD: Rgb = lch(0.82, 0.14, 88);
const BEARD: Rgb = [0.93, 0.93, 0.94];
const BLACK: Rgb = [0.15, 0.13, 0.17];
const WHITE: Rgb = [0.97, 0.97, 0.98];

const robe = (coat: Rgb): string =>
  `${shape("M15 36C13 56 9 76 6 92Q24 97 42 92C39 76 35 56 33 36Z", coat)}${line("M20 44L15 92M24 40V94M28 44L33 92", darker(coat, 0.4), 0.8, 0.6)}${line("M14.6 46Q24 49 33.4 46", GOLD, 1.4)}`;

const staff = (tip: string): string => `${line("M41 8L41.6 94", WOOD, 2)}${tip}`;
const sabre = (length: number): string =>
  `${shape(`M40 25C${44 + length * 0.2} ${16 - length * 0.3} ${43 + length * 0.1} ${6 - length * 0.4} ${39} ${2 - length * 0.5}C41 ${8 - length * 0.2} 41 16 38.4 24Z`, STEEL)}${line("M36.4 26.6L43 23.4", GOLD, 1.8)}`;

const COSTUMES: Readonly<Record<string, Costume>> = {
  ...WORKERS,
  wizard: {
    figure: "man",
    coats: [lch(0.42, 0.13, 285), lch(0.42, 0.12, 255), lch(0.5, 0.03, 260)],
    isOld: true,
    before: (coat) =>
      [
        robe(coat),
        shape("M17.6 10C17 20 19 31 24 38C29 31 31 20 30.4 10C28.4 14.6 26 13.4 24 13.4C22 13.4 19.6 14.6 17.6 10Z", BEARD),
        line("M21 17Q22 26 24 34M27 17Q26 26 24 33", darker(BEARD, 0.25), 0.5, 0.7),
        shape("M11 6.4Q24 11 37 6.4Q35 3.4 30 2.6L25.4 -16Q24 -20 20 -17L23 -14L18 2.6Q13 3.4 11 6.4Z", darker(coat, 0.12)),
        line("M18.6 1.6Q24 4 29.6 1.6", GOLD, 1.4),
        staff(`${disc(41, 6, 4.2, lch(0.8, 0.12, 195))}${disc(40, 4.8, 1.4, WHITE)}`),
      ].join(""),
  },
  witch: {
    figure: "woman",
    coats: [lch(0.34, 0.1, 305), BLACK, lch(0.36, 0.07, 150)],
    isRobed: true,
    before: (coat) =>
      [
        shape("M16 38C13 56 11 74 9 90L14 87L18 92L23 87.6L28 92L33 87L38 90C36 74 34 56 32 38Z", coat),
        line("M15.6 45Q24 48 32.6 45", lch(0.7, 0.15, 60), 1.6),
        shape("M8 6Q24 11.4 40 6Q36 2.6 30.4 2.4L27 -14Q26 -17.4 21 -18L24 -14.4L17.6 2.4Q12 2.6 8 6Z", BLACK),
        line("M18.4 0.6Q24 3 29.8 0.6", lch(0.66, 0.16, 60), 2),
        line("M41 2L41.6 80", WOOD, 1.8),
        shape("M38.6 78H44.6L47 96Q41.6 98 36 96Z", lch(0.74, 0.1, 82)),
        line("M38.6 80H44.6M39 84L38 95M41.6 84V96M44 84L45.4 95", darker(WOOD, 0.2), 0.7),
      ].join(""),
  },
  pirate: {
    figure: "man",
    coats: [lch(0.46, 0.15, 26), lch(0.36, 0.07, 255), lch(0.34, 0.05, 40)],
    before: (coat) =>
      [
        shape("M14.6 50C13 58 12 64 11 70L20 68L22 54H26L28 68L37 70C36 64 35 58 33.4 50Z", coat),
        line("M14.8 50.4Q24 53 33.2 50.4", BLACK, 2.4),
        disc(24, 51.6, 1.6, GOLD),
        shape("M24.6 7.6Q27.6 6.4 29 9.4Q27.6 12 25.2 11Z", BLACK),
        line("M18.4 6L25 8.6", BLACK, 0.7),
        shape("M10 5C14 -1 17 -5 24 -6C31 -5 34 -1 38 5C33 3.4 29 5.6 24 5.6C19 5.6 15 3.4 10 5Z", BLACK),
        line("M10 5C15 3.4 19 5.6 24 5.6C29 5.6 33 3.4 38 5", GOLD, 0.9),
        disc(24, 0, 2.2, WHITE),
        line("M21 3.4L27 2.6M21 2.6L27 3.4", WHITE, 0.8),
        sabre(6),
      ].join(""),
  },
  samurai: {
    figure: "man",
    coats: [lch(0.44, 0.14, 26), lch(0.32, 0.05, 260), lch(0.36, 0.06, 165)],
    before: (coat) =>
      [
        shape("M12 22L22 20L20 30H9ZM36 22L26 20L28 30H39Z", darker(coat, 0.15)),
        line("M10.4 26H20.6M27.4 26H37.6M16 32H32M15.6 38H32.4M15.4 44H32.6", lighter(coat, 0.45), 0.9, 0.9),
        shape("M13 50H35L38 70L30 68L29 72L24 69L19 72L18 68L10 70Z", darker(coat, 0.08)),
        line("M13 56H35M12 62H36", lighter(coat, 0.45), 0.9, 0.8),
        line("M15 49.6H33", GOLD, 2),
        shape("M14 8C14 -3 34 -3 34 8L38 12L32 11Q24 7.6 16 11L10 12Z", darker(coat, 0.3)),
        shape("M22.6 3C17 1 14.4 -5 15 -11C18 -5 21 -2 24 -1C27 -2 30 -5 33 -11C33.6 -5 31 1 25.4 3Z", GOLD),
        shape("M40.6 26L42.4 -12Q45 -14 44.6 -10L42.2 26Z", STEEL),
        line("M37.6 25.4H45.4", GOLD, 1.8),
        line("M41.2 26.4L41 34", BLACK, 2),
      ].join(""),
  },
  viking: {
    figure: "man",
    coats: [lch(0.46, 0.07, 60), lch(0.42, 0.09, 35), lch(0.42, 0.06, 245)],
    behind: (coat) => shape("M15 22C10 44 9 64 10 82Q24 88 38 82C39 64 38 44 33 22Z", darker(coat, 0.45)),
    before: () =>
      [
        shape("M12 20Q24 28 36 20L38 29Q24 35 10 29Z", lch(0.62, 0.05, 65)),
        line("M13 27l1 3M18 29l.6 3M24 30v3M30 29l-.6 3M35 27l-1 3", lch(0.4, 0.05, 60), 0.9),
        line("M15 47.6Q24 50 33 47.6", WOOD, 2.6),
        shape("M18.4 9.6C18 18 20 25 24 28C28 25 30 18 29.6 9.6C28 13.6 26 12.6 24 12.6C22 12.6 20 13.6 18.4 9.6Z", lch(0.6, 0.13, 55)),
        shape("M17.4 7C17 -2 31 -2 30.6 7Q24 4.6 17.4 7Z", STEEL),
        line("M17.4 6.6Q24 4.4 30.6 6.6M24 0V6", darker(STEEL, 0.4), 1.2),
        shape(
          "M17.8 3.6C12 4 9 -1 10 -7C12.4 -3 15 -1.4 18.4 -.6ZM30.2 3.6C36 4 39 -1 38 -7C35.6 -3 33 -1.4 29.6 -.6Z",
          [0.94, 0.91, 0.82],
        ),
        line("M41 -4L40.6 62", WOOD, 2),
        shape("M42 -3C50 -6 52 2 51 10C48 6 45 5 42 6Z", STEEL),
      ].join(""),
  },
  cowboy: {
    figure: "man",
    coats: [lch(0.5, 0.08, 55), lch(0.5, 0.12, 30), lch(0.46, 0.08, 245)],
    before: (coat) =>
      [
        shape("M15 24L21 21L22 46H15.6ZM33 24L27 21L26 46H32.4Z", darker(coat, 0.34)),
        shape("M18.6 19Q24 24 29.4 19L26 27H22Z", lch(0.52, 0.18, 26)),
        line("M15 49.6Q24 52 33 49.6", lch(0.34, 0.05, 50), 2.2),
        disc(24, 51, 1.8, GOLD),
        shape(
          "M8 5.6C12 8.6 18 6.8 24 6.8C30 6.8 36 8.6 40 5.6C37 2.8 32.6 3.4 30.4 2.6C30.4 -4 28.6 -6.4 24 -4.6C19.4 -6.4 17.6 -4 17.6 2.6C15.4 3.4 11 2.8 8 5.6Z",
          lch(0.48, 0.08, 55),
        ),
        line("M17.8 2.4Q24 4.6 30.2 2.4", BLACK, 1.2),
        line("M41 26C48 18 52 30 45 36C36 42 34 54 44 54C52 54 52 44 44 46", lch(0.74, 0.08, 80), 1.3),
      ].join(""),
  },
  fairy: {
    figure: "woman",
    coats: [lch(0.72, 0.13, 350), lch(0.72, 0.12, 150), lch(0.7, 0.11, 290)],
    isRobed: true,
    behind: (coat) =>
      `${shape("M24 30C10 4 -8 2 -9 16C-9 28 8 34 24 34C8 36 -4 44 0 54C4 62 20 50 24 38C28 50 44 62 48 54C52 44 40 36 24 34C40 34 57 28 57 16C56 2 38 4 24 30Z", lighter(coat, 0.7), 0.85)}${line("M24 32C12 18 2 14 -5 16M24 32C36 18 46 14 53 16M24 36C16 44 8 50 3 52M24 36C32 44 40 50 45 52", lighter(coat, 0.25), 0.7, 0.8)}`,
    before: () =>
      [
        line("M18.6 3.6Q24 0.6 29.4 3.6", lch(0.7, 0.12, 140), 1.6),
        disc(20, 2.6, 1.5, lch(0.8, 0.12, 20)),
        disc(24, 1.4, 1.5, lch(0.92, 0.1, 95)),
        disc(28, 2.6, 1.5, lch(0.8, 0.12, 330)),
        line("M38.6 29L43.6 12", WOOD, 1.1),
        shape("M44 4L45.4 8.6L50 8.8L46.2 11.6L47.6 16L44 13.4L40.4 16L41.8 11.6L38 8.8L42.6 8.6Z", GOLD),
      ].join(""),
  },
  angel: {
    figure: "woman",
    coats: [WHITE, lch(0.92, 0.03, 85), lch(0.9, 0.03, 230)],
    isRobed: true,
    behind: () =>
      `${shape("M22 26C12 8 -4 0 -12 4C-10 10 -12 14 -8 20C-10 26 -4 30 -2 34C-2 42 10 46 22 44ZM26 26C36 8 52 0 60 4C58 10 60 14 56 20C58 26 52 30 50 34C50 42 38 46 26 44Z", WHITE)}${line("M-8 10C2 14 12 22 20 32M-6 20C2 24 12 30 20 38M-2 32C6 36 14 40 20 42M56 10C46 14 36 22 28 32M54 20C46 24 36 30 28 38M50 32C42 36 34 40 28 42", [0.74, 0.77, 0.84], 0.9, 0.9)}`,
    before: (coat) =>
      `${shape("M16 38C13 58 11 76 9 92Q24 97 39 92C37 76 35 58 32 38Z", coat)}${line("M19 46L15 92M24 42V94M29 46L33 92", darker(coat, 0.22), 0.7, 0.8)}${line("M15.8 45Q24 48 32.2 45", GOLD, 1.3)}<ellipse cx="24" cy="-4" rx="9" ry="2.6" fill="none" stroke="#f0c75e" stroke-width="1.7"/>`,
  },
};

/** Names of those in costume. */
export const FOLK: readonly string[] = Object.keys(COSTUMES);

/** Somebody known by what they wear and carry. The named colour is that of the main garment. Throws for a name not in `FOLK`. */
export function folkSvg(name: string, { colour }: Commissioned, random: Random): string {
  const costume = COSTUMES[name];
  if (costume === undefined) throw new RangeError(`nobody is dressed as ${name}`);
  const coat = colour ?? random.pick(costume.coats);
  const person = personMarkup(costume.figure, coat, random, {
    isHolding: true,
    isOld: costume.isOld === true,
    isRobed: costume.isRobed === true,
    isTailed: costume.isTailed === true,
    looks: costume.looks ?? {},
  });
  return svgDocument(`<g transform="translate(15 22)">${costume.behind?.(coat) ?? ""}${person}${costume.before(coat)}</g>`, 78, 119);
}
