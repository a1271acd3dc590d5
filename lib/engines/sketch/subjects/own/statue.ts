import { svgDocument } from "../../lexicon/icons";
import { hex, lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { personMarkup } from "./person";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const MARBLE: Rgb = lch(0.84, 0.012, 85);
const STUFFS: readonly Rgb[] = [MARBLE, lch(0.52, 0.06, 165), lch(0.5, 0.06, 60)];

/** Somebody of marble or bronze on a plinth: a person in one colour, light and shade kept. */
export function statueSvg({ colour, word, isSnowy }: Commissioned, random: Random): string {
  const stuff = colour ?? (word.startsWith("marble") ? MARBLE : random.pick(STUFFS));
  const figure = random.pick(["woman", "man"] as const);
  const person = personMarkup(figure, [0.62, 0.62, 0.62], random, { isHolding: random.chance(0.4), isRobed: true });
  // Each grey of the figure becomes a tone of the stuff it is made of.
  const inStuff = person.replace(/#([0-9a-f]{6})/g, (_match, digits: string) => {
    const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255);
    const grey = 0.3 * (red ?? 0) + 0.59 * (green ?? 0) + 0.11 * (blue ?? 0);
    return hex(grey < 0.5 ? darker(stuff, (0.5 - grey) * 0.8) : lighter(stuff, (grey - 0.5) * 0.75));
  });
  return svgDocument(
    [
      `<defs>${gradient("Zplinth", "right", lighter(stuff, 0.2), stuff, darker(stuff, 0.34))}</defs>`,
      `<g transform="translate(8 0)">${inStuff}</g>`,
      shape("M8 94H56V100H8Z", lighter(stuff, 0.2)),
      shape("M13 100H51V126H13Z", "Zplinth"),
      line("M19 107H45V119H19Z", darker(stuff, 0.4), 0.8, 0.8),
      shape("M6 126H58V133H6Z", darker(stuff, 0.1)),
      isSnowy ? line("M9 93.4H55", [0.95, 0.97, 1], 2.4) : "",
    ].join(""),
    64,
    134,
  );
}
