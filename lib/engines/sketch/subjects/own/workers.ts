import { lch, type Rgb } from "../../raster/colour";
import type { Costume } from "./costume";
import { darker, disc, lighter, line, shape } from "./svg-parts";

const WHITE: Rgb = [0.97, 0.97, 0.98];
const BLACK: Rgb = [0.15, 0.13, 0.17];
const STEEL: Rgb = [0.76, 0.79, 0.84];
const GOLD: Rgb = lch(0.82, 0.14, 88);
const STRAW: Rgb = lch(0.82, 0.1, 85);
const RED: Rgb = lch(0.52, 0.2, 27);
const WOOD: Rgb = lch(0.44, 0.07, 52);

const NAVY: Rgb = lch(0.3, 0.08, 262);

/** A cap with a peak and a badge. */
const cap = (cloth: Rgb): string =>
  `${shape("M15.6 5.6C14 -1 20 -3.6 24 -3.6C28 -3.6 34 -1 32.4 5.6Q24 2.6 15.6 5.6Z", cloth)}${shape("M17 6.4Q24 3 31 6.4L32.4 8.6Q24 5.4 15.6 8.6Z", BLACK)}${disc(24, 0.4, 1.5, GOLD)}`;
const helmet = (colour: Rgb): string =>
  `${shape("M16.6 7.4C16 -3 32 -3 31.4 7.4Z", colour)}${shape("M13 8.4Q24 4 35 8.4L34 6.2Q24 2.6 14 6.2Z", darker(colour, 0.2))}${line("M24 -1V5.4", lighter(colour, 0.4), 1.2)}`;

/** Those who are known by their work, on the sheet of a person: the middle at x 24, the crown at 1, the raised hand at (40, 26). */
export const WORKERS: Readonly<Record<string, Costume>> = {
  knight: {
    figure: "man",
    coats: [STEEL, [0.66, 0.69, 0.75], [0.84, 0.85, 0.86]],
    looks: { legwear: "trousers", legs: "silver", shoes: "grey" },
    before: (coat) =>
      [
        shape("M15.4 24C18 20.6 30 20.6 32.6 24L31.6 40L28.6 48H19.4L16.4 40Z", lighter(coat, 0.2)),
        line("M24 22.6V47M17.4 34Q24 38 30.6 34M18.4 42Q24 45 29.6 42", darker(coat, 0.5), 0.8, 0.8),
        disc(15.4, 25.4, 4, coat),
        disc(32.6, 25.4, 4, darker(coat, 0.15)),
        line("M12.6 27.4Q15.4 29.6 18.4 27.4M29.6 27.4Q32.6 29.6 35.4 27.4", darker(coat, 0.5), 0.7),
        shape("M16.6 48H31.4L34 58L29 61L24 57L19 61L14 58Z", lch(0.44, 0.15, 27)),
        line("M16.4 70Q19.4 72.4 22.6 70M25.6 70Q28.6 72.4 31.8 70", darker(coat, 0.5), 1),
        shape("M17.2 8C16.6 -2.4 31.4 -2.4 30.8 8L30 16.6L24 20L18 16.6Z", coat),
        shape("M24 -0.4C27.6 -0.4 31.2 1 30.8 8L30 16.6L24 20Z", darker(coat, 0.2)),
        line("M18 9.4H30", BLACK, 1.7),
        line("M24 11V18.4M21.6 13V16M26.4 13V16", darker(coat, 0.6), 0.7),
        shape("M24 -1.4C20 -10 12 -11 7 -6C13 -7 15 -1 22 0.4Z", RED),
        shape("M39.2 26L41 -14L42.6 -17L44 -14L43 26Z", WHITE),
        line("M36.6 25.4H46.4", GOLD, 2),
        line("M41.2 26.4V33", WOOD, 2.2),
      ].join(""),
  },
  ballerina: {
    figure: "woman",
    coats: [lch(0.84, 0.08, 355), WHITE, lch(0.8, 0.07, 300)],
    looks: { legwear: "shorts", legs: "white", wears: "shirt", cut: "bun", shoes: "pink" },
    before: (coat) =>
      [
        shape("M-2 51C6 41 16 42 24 42C32 42 42 41 50 51C44 58 34 60 24 60C14 60 4 58 -2 51Z", lighter(coat, 0.45), 0.95),
        line("M24 43L4 53M24 43L14 58M24 43V60M24 43L34 58M24 43L44 53", darker(coat, 0.15), 0.5, 0.7),
        shape("M2 49C10 43 17 43 24 43C31 43 38 43 46 49C38 51 31 49 24 49C17 49 10 51 2 49Z", coat),
        line("M18.4 41.6Q24 43.6 29.6 41.6", darker(coat, 0.35), 1.3),
        line("M19.6 74L22.4 80M22.4 74L19 80M27 74L30 80M30 74L26.6 80", lch(0.74, 0.1, 355), 0.8),
      ].join(""),
  },
  mermaid: {
    figure: "woman",
    coats: [lch(0.6, 0.12, 175), lch(0.56, 0.13, 250), lch(0.62, 0.13, 320)],
    looks: { wears: "shirt", cut: "long" },
    isTailed: true,
    before: (coat) =>
      [
        shape(
          "M15.4 43C13 56 14 66 18 75C20 80 17 84 8 88C5 90 4 94 5 97C12 92 20 92 25.6 88C31 92 39 90 45 94C45 90 43 87 39 86C31 83 29 79 31 73C34 64 34.6 54 32.6 43Q24 47 15.4 43Z",
          coat,
        ),
        line(
          "M17 50q3.4 3 7 0q3.6 3 7.4 0M15.6 56q3.6 3 7.6 0q4 3 9.6 0M15.8 62q3.6 3 7.6 0q4 3 8.6 0M17 68q3.4 3 7 0q3.6 3 7 0M19 74q3 2.4 6 0q3 2 5 0",
          lighter(coat, 0.5),
          0.8,
          0.9,
        ),
        line("M25.6 88L10 92M25.6 88L40 90", lighter(coat, 0.4), 0.9),
        shape("M16 42Q24 47.4 32 42L32.8 46Q24 51 15.2 46Z", lighter(coat, 0.55)),
      ].join(""),
  },
  chef: {
    figure: "man",
    coats: [WHITE, [0.93, 0.94, 0.96]],
    looks: { legwear: "trousers", legs: "charcoal" },
    before: (coat) =>
      [
        disc(21.4, 30, 0.8, BLACK),
        disc(26.6, 30, 0.8, BLACK),
        disc(21.4, 36, 0.8, BLACK),
        disc(26.6, 36, 0.8, BLACK),
        shape("M16.6 46H31.4L33 68H15Z", lighter(coat, 0.6)),
        line("M16 47H32", darker(coat, 0.3), 0.9),
        shape("M19 20Q24 25 29 20L27 24H21Z", RED),
        shape("M17.6 5.6V-2C12 -3 12 -11 18 -11C19 -15 29 -15 30 -11C36 -11 36 -3 30.4 -2V5.6Q24 3 17.6 5.6Z", WHITE),
        line("M18 2Q24 -0.4 30 2M21 -3V-8M24 -3.4V-9M27 -3V-8", darker(coat, 0.22), 0.7),
        line("M40 26L44 4", STEEL, 1.6),
        disc(44.4, 3, 3, STEEL),
      ].join(""),
  },
  doctor: {
    figure: "woman",
    coats: [WHITE],
    looks: { legwear: "trousers", legs: "navy", wears: "coat" },
    before: (coat) =>
      [
        shape("M15.4 44L14 66H22.4L23.6 44ZM32.6 44L34 66H25.6L24.4 44Z", coat),
        line("M20 20.6Q19 30 23 33Q27 30 28 20.6M23 33V39", lch(0.36, 0.05, 250), 1.1),
        disc(23, 40.4, 1.8, STEEL),
        shape("M27 28H31.6V33H27Z", darker(coat, 0.12)),
        line("M28.4 28V25.6", RED, 0.9),
      ].join(""),
  },
  nurse: {
    figure: "woman",
    coats: [lch(0.82, 0.06, 220), WHITE],
    looks: { wears: "dress", cut: "bun" },
    before: () =>
      `${shape("M17.6 4.4L19.4 -1.4H28.6L30.4 4.4Q24 1.6 17.6 4.4Z", WHITE)}${line("M24 -0.4V2.8M22.4 1.2H25.6", RED, 1.1)}${shape("M18.6 42H29.4L31 64H17Z", WHITE)}`,
  },
  firefighter: {
    figure: "man",
    coats: [lch(0.36, 0.04, 70), lch(0.3, 0.03, 260)],
    looks: { legwear: "trousers", legs: "charcoal", shoes: "black" },
    before: () =>
      [
        line("M15.6 40H32.4M15.2 50H32.8", lch(0.86, 0.17, 105), 2.2),
        line("M15.6 40H32.4M15.2 50H32.8", WHITE, 0.7),
        line("M16.4 78H22.6M26 78H32.4", lch(0.86, 0.17, 105), 2),
        helmet(RED),
        disc(24, 3.4, 1.7, GOLD),
        line("M40 24L44 -4", WOOD, 1.8),
        shape("M43 -6C48 -8 50 -3 49 1L43.4 0Z", STEEL),
      ].join(""),
  },
  police: {
    figure: "man",
    coats: [NAVY],
    looks: { legwear: "trousers", legs: "navy", shoes: "black" },
    before: (coat) =>
      `${cap(darker(coat, 0.1))}${shape("M28 28.6L29.4 27.6L30.8 28.6V31L29.4 32.6L28 31Z", GOLD)}${line("M15.2 50H32.8", BLACK, 2.2)}`,
  },
  soldier: {
    figure: "man",
    coats: [lch(0.46, 0.06, 125), lch(0.56, 0.05, 95)],
    looks: { legwear: "trousers", legs: "olive", shoes: "black" },
    before: (coat) =>
      `${helmet(darker(coat, 0.1))}${line("M15.2 50H32.8", WOOD, 2.4)}${line("M18 22L30 50", WOOD, 1.6)}${disc(20, 42, 3, darker(coat, 0.25))}${disc(29, 34, 2.4, lighter(coat, 0.2))}${disc(19, 30, 2, lighter(coat, 0.2))}`,
  },
  geisha: {
    figure: "woman",
    coats: [lch(0.52, 0.19, 20), lch(0.44, 0.1, 260), lch(0.5, 0.12, 160)],
    looks: { wears: "robe", cut: "bun", hair: "black", skin: "light" },
    before: (coat) =>
      [
        shape("M15.4 37H32.6V46H15.4Z", GOLD),
        line("M15.4 41.4H32.6", RED, 1.4),
        ...[
          [18, 60],
          [28, 68],
          [20, 78],
          [32, 82],
        ].map(([x = 0, y = 0]) => `${disc(x, y, 2, lighter(coat, 0.75))}${disc(x, y, 0.8, GOLD)}`),
        disc(28.6, 1.6, 1.8, lch(0.78, 0.13, 355)),
        disc(30.6, 4, 1.4, lch(0.86, 0.08, 355)),
        line("M17 -1L22 2.4M31 -3.4L26 0", GOLD, 0.8),
      ].join(""),
  },
  nun: {
    figure: "woman",
    coats: [BLACK],
    looks: { wears: "robe", cut: "short" },
    before: (coat) =>
      [
        shape("M16.6 10C15 -2 33 -2 31.4 10L34 34H30L29.4 10C29 3 19 3 18.6 10L18 34H14Z", coat),
        shape("M18.4 10C18 2.4 30 2.4 29.6 10L29 7.4C27 4.6 21 4.6 19 7.4Z", WHITE),
        shape("M18.6 15Q24 26 29.4 15L30 25Q24 30 18 25Z", WHITE),
        line("M24 31V40M21.6 33.6H26.4", GOLD, 1.1),
      ].join(""),
  },
  priest: {
    figure: "man",
    coats: [BLACK, lch(0.28, 0.08, 310)],
    looks: { wears: "robe" },
    before: () => `${shape("M21.4 18.4H26.6V20.8H21.4Z", WHITE)}${line("M24 30V40M21.4 33H26.6", GOLD, 1.2)}`,
  },
  vampire: {
    figure: "man",
    coats: [BLACK],
    looks: { wears: "suit", hair: "black", skin: "light", eyes: "red" },
    behind: () =>
      `${shape("M20 19C8 14 6 8 8 4C2 30 0 60 2 90L10 84L16 90H32L38 84L46 90C48 60 46 30 40 4C42 8 40 14 28 19Z", BLACK)}${shape("M19 22C12 34 9 60 10 82L16 88H32L38 82C39 60 36 34 29 22Z", lch(0.42, 0.18, 25))}`,
    before: () => line("M22.8 14.2L23.2 15.8M25.2 14.2L24.8 15.8", WHITE, 0.8),
  },
  farmer: {
    figure: "man",
    coats: [lch(0.56, 0.17, 27), lch(0.6, 0.09, 140)],
    looks: { wears: "shirt", legwear: "trousers", legs: "blue", shoes: "brown" },
    before: () =>
      [
        shape("M17 36H31L32.4 54H15.6Z", lch(0.46, 0.1, 255)),
        line("M18 36L18.4 22M30 36L29.6 22", lch(0.4, 0.09, 255), 2.2),
        shape("M6 6.4Q24 12 42 6.4Q38 3.4 31 3L29 -4Q24 -6.4 19 -4L17 3Q10 3.4 6 6.4Z", STRAW),
        line("M17.2 2.6Q24 4.8 30.8 2.6", RED, 1.3),
        line("M41 -2L41 94", WOOD, 1.8),
        line("M36 -14V-5Q41 -2 46 -5V-14M41 -14V-2", STEEL, 1.3),
      ].join(""),
  },
  painter: {
    figure: "woman",
    coats: [lch(0.5, 0.1, 250), lch(0.6, 0.1, 60)],
    looks: { legwear: "trousers", legs: "brown" },
    before: () =>
      [
        shape("M18.6 40H29.4L31.4 66H16.6Z", [0.93, 0.9, 0.84]),
        disc(21, 52, 1.5, RED),
        disc(26, 58, 1.3, lch(0.6, 0.15, 250)),
        shape("M15 4.6C13 -2 22 -5.4 29 -4C36 -2.6 36 3 31 5Q24 1.4 15 4.6Z", RED),
        line("M25 -4.4L26 -6.4", RED, 1.2),
        shape("M33 24C33 17 52 16 52 25C52 30 46 29 46 31C46 34 33 33 33 24Z", lch(0.68, 0.08, 70)),
        disc(37.4, 23, 1.5, RED),
        disc(41.4, 20.6, 1.5, lch(0.85, 0.16, 95)),
        disc(46, 20.8, 1.5, lch(0.56, 0.15, 250)),
        disc(48.6, 24.4, 1.5, lch(0.6, 0.15, 145)),
      ].join(""),
  },
  keeper: {
    figure: "man",
    coats: [lch(0.84, 0.16, 92)],
    isOld: true,
    looks: { beard: "white", legwear: "trousers", legs: "navy", shoes: "black" },
    before: (coat) =>
      [
        shape("M15 48H33L34.6 64Q24 68 13.4 64Z", coat),
        shape("M11 8.6Q24 3 37 8.6C35 3.6 31 -3.4 24 -3.4C17 -3.4 13 3.6 11 8.6Z", coat),
        line("M14.4 6.4Q24 2.4 33.6 6.4", darker(coat, 0.35), 0.8),
        line("M40.4 24V28", BLACK, 1.2),
        shape("M36.6 28H44.4L45.4 40H35.6Z", BLACK),
        shape("M37.8 30.4H43.2L43.8 37.6H37.2Z", lch(0.9, 0.15, 90)),
      ].join(""),
  },
  elf: {
    figure: "man",
    coats: [lch(0.5, 0.12, 145), lch(0.44, 0.09, 160)],
    looks: { legwear: "trousers", legs: "brown", cut: "long", hair: "blonde", shoes: "brown" },
    before: (coat) =>
      [
        shape("M18.6 11L14 7.4L18.4 8ZM29.4 11L34 7.4L29.6 8Z", lch(0.84, 0.06, 58)),
        shape("M14.6 48L17 60L21 55L24 62L27 55L31 60L33.4 48Z", coat),
        line("M15.2 47Q24 49.6 32.8 47", WOOD, 2),
        line("M41 -6C50 10 50 40 41 58", WOOD, 1.6),
        line("M41 -6L41 58", WHITE, 0.5),
      ].join(""),
  },
  gnome: {
    figure: "boy",
    coats: [lch(0.46, 0.12, 250), lch(0.48, 0.11, 145)],
    looks: { beard: "white", isBeardLong: true, legwear: "trousers", legs: "brown", shoes: "black" },
    before: () =>
      `${shape("M15 26Q24 20 33 26L27 -2Q25 -8 21 -6L23 -2Z", RED)}${line("M15.4 69H32.6", BLACK, 1.8)}${disc(24, 69, 1.6, GOLD)}`,
  },
};
