import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const CLOTHS: readonly Rgb[] = [lch(0.55, 0.11, 40), lch(0.5, 0.08, 200), lch(0.62, 0.1, 80), lch(0.45, 0.09, 290)];
const SHADES: readonly Rgb[] = [lch(0.9, 0.06, 85), lch(0.82, 0.09, 60), lch(0.85, 0.05, 30)];
const FOOT: Rgb = lch(0.38, 0.05, 50);
const BRASS: Rgb = lch(0.66, 0.09, 80);

/** A deep upholstered seat with a high back and rolled arms. */
export function armchairSvg({ colour }: Commissioned, random: Random): string {
  const cloth = colour ?? random.pick(CLOTHS);
  return svgDocument(
    [
      `<defs>${gradient("Zcloth", "down", lighter(cloth, 0.2), cloth, darker(cloth, 0.2))}${gradient("Zarm", "right", lighter(cloth, 0.16), darker(cloth, 0.16))}</defs>`,
      shape("M14 80H19L17.500 92H14ZM69 80H74V92H70.500Z", FOOT),
      shape("M18 62V22C18 4 70 4 70 22V62Z", "Zcloth"),
      line("M30 12V56M44 9V56M58 12V56", darker(cloth, 0.3), 0.8, 0.5),
      line("M37 24h.1M51 24h.1M37 38h.1M51 38h.1", darker(cloth, 0.45), 2.2),
      shape("M18 56H70V78H18Z", darker(cloth, 0.22)),
      shape("M20 50C34 46 54 46 68 50C71 56 71 60 68 64H20C17 60 17 56 20 50Z", lighter(cloth, 0.16)),
      line("M20 64H68", darker(cloth, 0.45), 1),
      shape("M4 46C4 36 22 36 22 46V82H8C5 82 4 80 4 78Z", "Zarm"),
      shape("M84 46C84 36 66 36 66 46V82H80C83 82 84 80 84 78Z", "Zarm"),
      line("M22 46V80M66 46V80", darker(cloth, 0.4), 0.9),
    ].join(""),
    88,
    94,
  );
}

/** A shade on a tall pole. */
export function floorLampSvg({ colour, isNight }: Commissioned, random: Random): string {
  const cloth = isNight ? LAMP : (colour ?? random.pick(SHADES));
  return svgDocument(
    [
      `<defs>${gradient("Zshade", "down", lighter(cloth, 0.25), cloth)}</defs>`,
      line("M20 26V112", BRASS, 2.2),
      shape("M8 115C8 110 32 110 32 115Z", darker(BRASS, 0.3)),
      shape("M12 4H28L37 30H3Z", "Zshade"),
      line("M3 30H37", darker(colour ?? cloth, 0.35), 1.4),
      line("M26 30V38", darker(BRASS, 0.2), 0.7),
    ].join(""),
    40,
    116,
  );
}

/** A shade on a turned foot, for a table. */
export function tableLampSvg({ colour, isNight }: Commissioned, random: Random): string {
  const cloth = isNight ? LAMP : (colour ?? random.pick(SHADES));
  const foot = colour === null ? random.pick(CLOTHS) : darker(colour, 0.3);
  return svgDocument(
    [
      `<defs>${gradient("Zshade", "down", lighter(cloth, 0.25), cloth)}${gradient("Zfoot", "right", lighter(foot, 0.35), foot, darker(foot, 0.35))}</defs>`,
      shape("M26 36H30V44C40 50 40 62 31 68H25C16 62 16 50 26 44Z", "Zfoot"),
      shape("M18 72C18 66 38 66 38 72Z", darker(foot, 0.25)),
      shape("M17 4H39L52 38H4Z", "Zshade"),
      line("M4 38H52", darker(colour ?? cloth, 0.35), 1.4),
    ].join(""),
    56,
    74,
  );
}
