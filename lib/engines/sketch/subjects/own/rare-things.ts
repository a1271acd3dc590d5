import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import { type Commissioned, darker, disc, gradient, INK, LAMP, lighter, line, shape } from "./svg-parts";

const GOLD: Rgb = lch(0.76, 0.12, 84);
const WOOD: Rgb = lch(0.42, 0.07, 50);
const PAPER: Rgb = [0.97, 0.96, 0.92];

/** A concert harp: pillar, curved neck, soundboard and strings. */
export function harpSvg({ colour }: Commissioned): string {
  const frame = colour ?? GOLD;
  const strings = Array.from(
    { length: 13 },
    (_, k) => `M${17 + k * 4} ${(15 + Math.sin(k / 3.2) * 7).toFixed(1)}L${17 + k * 3.7} ${(96 - k * 5.2).toFixed(1)}`,
  );
  return svgDocument(
    [
      `<defs>${gradient("Zframe", "right", lighter(frame, 0.35), frame, darker(frame, 0.3))}</defs>`,
      line(strings.join(""), lch(0.88, 0.03, 85), 0.7),
      shape("M66 26C74 30 76 36 72 42L24 104H14L66 34Z", "Zframe"),
      shape("M8 10C20 2 30 22 46 22C58 22 66 14 74 22C78 30 70 36 64 34C54 28 48 32 38 30C26 28 20 14 12 20Z", "Zframe"),
      shape("M7 12H15L16 102H8Z", "Zframe"),
      line("M11 18V98", darker(frame, 0.4), 0.9, 0.6),
      shape("M3 102H30L33 112H1Z", darker(frame, 0.2)),
      disc(11, 10, 5, lighter(frame, 0.25)),
    ].join(""),
    80,
    114,
  );
}

/** A horn over a wooden box with a turning record. */
export function gramophoneSvg({ colour }: Commissioned): string {
  const horn = colour ?? GOLD;
  return svgDocument(
    [
      `<defs>${gradient("Zhorn", "right", lighter(horn, 0.4), horn, darker(horn, 0.35))}${gradient("Zbox", "down", lighter(WOOD, 0.2), darker(WOOD, 0.2))}</defs>`,
      line("M30 66C24 52 30 44 40 40", darker(horn, 0.25), 5),
      shape("M38 44C46 38 54 26 56 6C70 2 92 18 94 40C80 46 60 46 40 46Z", "Zhorn"),
      shape("M56 6C66 0 98 20 94 40C84 42 62 22 56 6Z", darker(horn, 0.5)),
      line("M40 44C52 38 66 28 74 20M40 45C56 42 72 36 84 32", darker(horn, 0.35), 0.8, 0.7),
      `<ellipse cx="46" cy="70" rx="30" ry="6" fill="#17151a"/><ellipse cx="46" cy="69.500" rx="9" ry="2" fill="#b8412f"/>`,
      line("M24 68L30 64L42 68", lch(0.8, 0.01, 250), 1.8),
      shape("M12 74H80V98H12Z", "Zbox"),
      shape("M8 96H84V103H8ZM10 71H82V76H10Z", lighter(WOOD, 0.12)),
      line("M80 86H90V80", darker(GOLD, 0.2), 2),
      line("M20 82H72V92H20Z", darker(WOOD, 0.4), 0.9),
    ].join(""),
    98,
    104,
  );
}

/** A typewriter with a sheet in it. */
export function typewriterSvg({ colour }: Commissioned): string {
  const body = colour ?? lch(0.36, 0.04, 200);
  const keys = [0, 1, 2].flatMap((row) =>
    Array.from({ length: 9 - row }, (_, k) =>
      [disc(20 + row * 3 + k * 8, 68 + row * 8, 3.1, darker(body, 0.7)), disc(20 + row * 3 + k * 8, 67.4 + row * 8, 2.3, PAPER)].join(""),
    ),
  );
  return svgDocument(
    [
      `<defs>${gradient("Zbody", "down", lighter(body, 0.25), darker(body, 0.2))}</defs>`,
      shape("M28 2H76V36H28Z", PAPER),
      line("M34 10H70M34 16H66M34 22H70M34 28H58", darker(PAPER, 0.5), 1.1),
      shape("M10 34H94V44H10Z", darker(body, 0.65)),
      disc(9, 39, 5, darker(body, 0.5)),
      disc(95, 39, 5, darker(body, 0.5)),
      shape("M16 42H88L98 92H6Z", "Zbody"),
      shape("M26 46H78L80 58H24Z", darker(body, 0.6)),
      keys.join(""),
      shape("M4 90H100V97H4Z", darker(body, 0.4)),
    ].join(""),
    104,
    98,
  );
}

/** Arms of candles around a stem, hung with glass. */
export function chandelierSvg({ colour }: Commissioned): string {
  const metal = colour ?? GOLD;
  const arms = [8, 26, 50, 74, 92];
  return svgDocument(
    [
      line("M50 0V26", darker(metal, 0.3), 1.6),
      ...arms.map((x) => line(`M50 58C${50 + (x - 50) * 0.5} 76 ${x} 70 ${x} 52`, metal, 2.6)),
      shape("M44 26C44 22 56 22 56 26L54 56C58 62 56 70 50 74C44 70 42 62 46 56Z", metal),
      line("M48 28V56", lighter(metal, 0.5), 1.2),
      ...arms.flatMap((x) => [
        shape(`M${x - 6} 50H${x + 6}L${x + 3} 55H${x - 3}Z`, lighter(metal, 0.2)),
        shape(`M${x - 2.2} 36H${x + 2.2}V50H${x - 2.2}Z`, PAPER),
        shape(`M${x} 24C${x + 5} 31 ${x + 3} 36 ${x} 36C${x - 3} 36 ${x - 5} 31 ${x} 24Z`, LAMP),
        shape(`M${x - 2} 57L${x} 54L${x + 2} 57L${x} 66Z`, lch(0.92, 0.03, 220)),
      ]),
      shape("M47 75L50 72L53 75L50 86Z", lch(0.92, 0.03, 220)),
      line("M8 56Q29 68 50 60Q71 68 92 56", lch(0.9, 0.03, 220), 1, 0.8),
    ].join(""),
    100,
    88,
  );
}

/** A shoe on a high thin heel. */
export function highHeelSvg({ colour }: Commissioned): string {
  const leather = colour ?? lch(0.5, 0.2, 22);
  return svgDocument(
    [
      `<defs>${gradient("Zleather", "down", lighter(leather, 0.25), leather, darker(leather, 0.25))}</defs>`,
      shape(
        "M8 10C10 6 18 5 22 8L24 26C36 44 52 54 76 56C90 57 100 60 104 66C104 69 102 70 98 70H72C50 70 34 58 24 42L21 38L14 72H9.500C9 50 4 26 8 10Z",
        "Zleather",
      ),
      shape("M22 8C34 30 52 46 70 50C60 46 76 44 84 57C60 58 38 46 24 26Z", darker(leather, 0.55)),
      line("M104 67C98 71 74 71 66 69.500", INK, 1.6),
      line("M12 14C12 26 13 34 14 44", lighter(leather, 0.5), 1.4, 0.7),
    ].join(""),
    108,
    74,
  );
}
