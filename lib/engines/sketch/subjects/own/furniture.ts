import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const WOODS: readonly Rgb[] = [lch(0.5, 0.08, 55), lch(0.4, 0.06, 45), lch(0.64, 0.07, 70)];
const GOLD: Rgb = lch(0.8, 0.13, 86);

/** Four boards of books, some lying, some leaning. */
export function bookshelfSvg({ colour }: Commissioned, random: Random): string {
  const wood = colour ?? random.pick(WOODS);
  const books: string[] = [];
  for (const floor of [28, 54, 80, 106]) {
    for (let x = 9; x < 80; ) {
      const wide = random.range(4, 8);
      const tall = random.range(14, 20);
      const cover = lch(random.range(0.4, 0.72), random.range(0.05, 0.13), random.range(0, 360));
      if (x + wide > 81) break;
      if (!random.chance(0.08)) {
        books.push(shape(`M${x.toFixed(1)} ${floor}V${(floor - tall).toFixed(1)}H${(x + wide).toFixed(1)}V${floor}Z`, cover));
        books.push(
          line(`M${(x + 1).toFixed(1)} ${(floor - tall * 0.72).toFixed(1)}H${(x + wide - 1).toFixed(1)}`, lighter(cover, 0.55), 0.9),
        );
      }
      x += wide + 0.5;
    }
  }
  return svgDocument(
    [
      shape("M3 3H87V112H3Z", darker(wood, 0.5)),
      books.join(""),
      shape("M1 1H89V6H1ZM3 28H87V32H3ZM3 54H87V58H3ZM3 80H87V84H3ZM1 106H89V114H1Z", wood),
      shape("M1 4H7V114H1ZM83 4H89V114H83Z", lighter(wood, 0.12)),
      line("M7 32H83M7 58H83M7 84H83M7 6H83", darker(wood, 0.5), 0.8, 0.7),
    ].join(""),
    90,
    115,
  );
}

/** A hearth with a fire in it and a mantelpiece over it. */
export function fireplaceSvg({ colour }: Commissioned, random: Random): string {
  const stone = colour ?? random.pick([lch(0.78, 0.03, 75), lch(0.52, 0.09, 36), lch(0.9, 0.012, 85)]);
  const tongue = (x: number, tall: number, fill: Rgb): string =>
    shape(
      `M${x - 8} 78C${x - 12} ${78 - tall * 0.5} ${x - 2} ${78 - tall * 0.6} ${x} ${78 - tall}C${x + 3} ${78 - tall * 0.6} ${x + 12} ${78 - tall * 0.5} ${x + 8} 78Z`,
      fill,
    );
  return svgDocument(
    [
      `<defs>${gradient("Zstone", "right", lighter(stone, 0.18), stone, darker(stone, 0.26))}</defs>`,
      shape("M10 14H110V88H10Z", "Zstone"),
      shape("M30 84V44C30 30 90 30 90 44V84Z", darker(stone, 0.84)),
      line(
        "M10 34H30M10 54H30M10 72H30M90 34H110M90 54H110M90 72H110M20 14V34M100 14V34M24 54V72M96 54V72M60 14V33",
        darker(stone, 0.35),
        0.8,
        0.6,
      ),
      line("M30 84V44C30 30 90 30 90 44V84", lighter(stone, 0.3), 2),
      tongue(50, random.range(22, 30), lch(0.64, 0.2, 38)),
      tongue(70, random.range(20, 28), lch(0.68, 0.19, 45)),
      tongue(60, random.range(28, 38), lch(0.72, 0.18, 55)),
      tongue(60, 18, LAMP),
      line("M40 80H82M44 76L78 83M76 75L46 83", lch(0.36, 0.05, 48), 4.4),
      shape("M4 6H116V15H4Z", lighter(stone, 0.14)),
      line("M4 15H116", darker(stone, 0.45), 1),
      shape("M4 86H116V93H4Z", darker(stone, 0.2)),
    ].join(""),
    120,
    94,
  );
}

/** A high seat of gold and velvet. */
export function throneSvg({ colour }: Commissioned, random: Random): string {
  const velvet = colour ?? random.pick([lch(0.42, 0.16, 22), lch(0.4, 0.12, 285), lch(0.42, 0.09, 160)]);
  return svgDocument(
    [
      `<defs>${gradient("Zgold", "right", lighter(GOLD, 0.35), GOLD, darker(GOLD, 0.35))}${gradient("Zvelvet", "down", lighter(velvet, 0.14), darker(velvet, 0.24))}</defs>`,
      shape("M14 84V22L20 10L27 18L36 4L45 18L52 10L58 22V84Z", "Zgold"),
      shape("M20 80V28C20 20 52 20 52 28V80Z", "Zvelvet"),
      line("M28 34h.1M44 34h.1M36 42h.1M28 50h.1M44 50h.1M36 58h.1", GOLD, 2.4),
      shape("M6 60C6 54 18 54 18 60V84H6ZM54 60C54 54 66 54 66 60V84H54Z", "Zgold"),
      shape("M10 76H62V88H10Z", "Zvelvet"),
      shape("M6 86H66V94H6ZM8 94H16L14 110H8ZM56 94H64V110H58Z", "Zgold"),
      disc(36, 8, 2.6, lch(0.6, 0.2, 20)),
      disc(20, 13, 2, lch(0.6, 0.14, 250)),
      disc(52, 13, 2, lch(0.6, 0.14, 250)),
      line("M6 90H66", darker(GOLD, 0.45), 0.9),
    ].join(""),
    72,
    111,
  );
}
