import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const ENAMELS: readonly Rgb[] = [lch(0.94, 0.015, 90), lch(0.82, 0.05, 175), lch(0.78, 0.07, 25), lch(0.86, 0.07, 90)];
const STEEL: Rgb = lch(0.72, 0.012, 250);

/** A fridge with a door for the cold and one for the ice. */
export function fridgeSvg({ colour }: Commissioned, random: Random): string {
  const enamel = colour ?? random.pick(ENAMELS);
  return svgDocument(
    [
      `<defs>${gradient("Zdoor", "right", lighter(enamel, 0.3), enamel, darker(enamel, 0.22))}</defs>`,
      shape("M7 108H14V113H7ZM46 108H53V113H46Z", darker(STEEL, 0.5)),
      shape("M4 10C4 4 8 3 12 3H48C52 3 56 4 56 10V110H4Z", "Zdoor"),
      line("M4 40H56", darker(enamel, 0.5), 1.6),
      line("M11 20V33M11 48V72", darker(STEEL, 0.25), 2.8),
      line("M55 12V108", darker(enamel, 0.4), 1),
    ].join(""),
    60,
    114,
  );
}

/** A cooker with pans on it, and its oven below. */
export function stoveSvg({ colour }: Commissioned, random: Random): string {
  const enamel = colour ?? random.pick(ENAMELS);
  const pan = lch(0.45, 0.09, random.range(0, 360));
  return svgDocument(
    [
      `<defs>${gradient("Zfront", "down", lighter(enamel, 0.25), enamel, darker(enamel, 0.16))}${gradient("Zpan", "right", lighter(pan, 0.3), darker(pan, 0.25))}</defs>`,
      shape("M12 16H34V26H12Z", "Zpan"),
      line("M34 19H44M10 15H36", darker(pan, 0.4), 2),
      shape("M50 10H70V26H50Z", "Zpan"),
      line("M48 9H72M60 9V5", darker(pan, 0.4), 2),
      shape("M3 26H81V31H3Z", darker(STEEL, 0.3)),
      shape("M4 31H80V94H4Z", "Zfront"),
      line("M4 45H80", darker(enamel, 0.35), 1),
      ...[14, 28, 56, 70].map((x) => disc(x, 38, 3, darker(STEEL, 0.45))),
      shape("M14 56H70V84H14Z", darker(STEEL, 0.72)),
      shape("M18 60H40L28 80H18Z", STEEL, 0.25),
      line("M16 51H68", darker(STEEL, 0.2), 2.4),
      shape("M6 94H78V98H6Z", darker(enamel, 0.6)),
    ].join(""),
    84,
    99,
  );
}

/** What is drunk, by a word of its name. */
const DRINKS: readonly (readonly [word: RegExp, colour: Rgb])[] = [
  [/orange/, lch(0.76, 0.16, 62)],
  [/tomato/, lch(0.58, 0.19, 30)],
  [/apple/, lch(0.78, 0.13, 82)],
  [/lemon/, lch(0.9, 0.12, 102)],
  [/juice/, lch(0.76, 0.16, 62)],
];

function liquidOf({ colour, word }: Commissioned): Rgb {
  return colour ?? DRINKS.find(([named]) => named.test(word))?.[1] ?? lch(0.86, 0.04, 220);
}

/** A straight glass, filled. */
export function tumblerSvg(commissioned: Commissioned): string {
  const liquid = liquidOf(commissioned);
  return svgDocument(
    [
      `<defs>${gradient("Zdrink", "right", lighter(liquid, 0.2), liquid, darker(liquid, 0.18))}</defs>`,
      shape("M5 3H43L38 70C38 73 10 73 10 70Z", lch(0.93, 0.015, 215), 0.55),
      shape("M7 18H41L37 67C37 69 11 69 11 67Z", "Zdrink", 0.94),
      `<ellipse cx="24" cy="18" rx="17" ry="3" fill="#fff" fill-opacity=".45"/>`,
      line("M5 3C10 6 38 6 43 3M5 3C10 .5 38 .5 43 3", darker(STEEL, 0.1), 1.2),
      line("M11 10L15 64", [1, 1, 1], 2.2, 0.6),
      line("M10 70C14 73 34 73 38 70", darker(STEEL, 0.25), 1.6),
    ].join(""),
    48,
    74,
  );
}
