import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const IRON: Rgb = [0.2, 0.22, 0.24];
const EMBER: Rgb = lch(0.66, 0.2, 40);
const FLAME: Rgb = lch(0.78, 0.17, 65);

/** Three tongues of fire around `x`, `tall` high over `foot`; the innermost is the colour of a lamp. */
function flames(x: number, foot: number, wide: number, tall: number, colour: Rgb, random: Random): string {
  const tongue = (share: number, fill: Rgb): string => {
    const half = (wide / 2) * share;
    const tip = foot - tall * share;
    const lean = random.range(-0.2, 0.2) * wide;
    const at = (value: number) => value.toFixed(1);
    return shape(
      `M${at(x - half)} ${at(foot - half * 0.5)}C${at(x - half * 1.3)} ${at(foot - tall * share * 0.5)} ${at(x - half * 0.2 + lean)} ${at(foot - tall * share * 0.6)} ${at(x + lean)} ${at(tip)}C${at(x + half * 0.5 + lean)} ${at(foot - tall * share * 0.62)} ${at(x + half * 1.4)} ${at(foot - tall * share * 0.46)} ${at(x + half)} ${at(foot - half * 0.5)}C${at(x + half * 0.6)} ${at(foot + half * 0.2)} ${at(x - half * 0.6)} ${at(foot + half * 0.2)} ${at(x - half)} ${at(foot - half * 0.5)}Z`,
      fill,
    );
  };
  return `${tongue(1, darker(colour, 0.05))}${tongue(0.74, lighter(colour, 0.2))}${tongue(0.46, LAMP)}`;
}

/** Logs laid crosswise in a ring of stones, burning. */
export function campfireSvg({ colour }: Commissioned, random: Random): string {
  const fire = colour ?? EMBER;
  const wood = lch(0.42, 0.06, 50);
  const stones = Array.from({ length: 7 }, (_, k) =>
    disc(10 + k * 13.4, 84 + (k % 2) * 3, 6.4, lch(random.range(0.5, 0.68), 0.012, 250)),
  ).join("");
  return svgDocument(
    [
      flames(50, 78, 50, 74, fire, random),
      line("M22 84L76 66M78 84L24 66M30 86L72 78", wood, 8),
      line("M24 82L74 66M76 82L28 67", lighter(wood, 0.25), 1.6, 0.7),
      flames(46, 80, 20, 26, FLAME, random),
      disc(21, 84.4, 3.4, lighter(wood, 0.45)),
      disc(79, 84.4, 3.4, lighter(wood, 0.45)),
      stones,
    ].join(""),
    100,
    94,
  );
}

/** A stick with its head alight. */
export function torchSvg({ colour }: Commissioned, random: Random): string {
  const fire = colour ?? EMBER;
  return svgDocument(
    [
      shape("M19 108L16 50H28L25 108Z", lch(0.44, 0.07, 52)),
      line("M17 56H27M17.4 62H26.6M18 100H26", lch(0.7, 0.05, 70), 2.4),
      flames(22, 50, 32, 46, fire, random),
      shape("M12 44H32L29 54H15Z", IRON),
      line("M12 44H32", lighter(IRON, 0.4), 1.2),
    ].join(""),
    44,
    110,
  );
}

/** A street lamp of cast iron with one lantern, or two. */
export function lamppostSvg({ colour, isNight, isSnowy }: Commissioned, random: Random): string {
  const iron = colour ?? random.pick([IRON, lch(0.36, 0.05, 165), lch(0.3, 0.03, 260)]);
  const glass: Rgb = isNight ? LAMP : [0.86, 0.89, 0.9];
  const lantern = (x: number, y: number): string =>
    [
      shape(`M${x - 8} ${y}H${x + 8}L${x + 5} ${y + 18}H${x - 5}Z`, glass),
      line(`M${x - 8} ${y}L${x - 5} ${y + 18}H${x + 5}L${x + 8} ${y}M${x} ${y}V${y + 18}`, iron, 1.4),
      shape(`M${x - 10} ${y}Q${x} ${y - 11} ${x + 10} ${y}Z`, isSnowy ? [0.95, 0.97, 1] : iron),
      line(`M${x} ${y - 6}V${y - 10}`, iron, 1.6),
    ].join("");
  const isDouble = random.chance(0.4);
  return svgDocument(
    [
      `<defs>${gradient("Ziron", "right", lighter(iron, 0.28), iron, darker(iron, 0.3))}</defs>`,
      isDouble ? line("M30 44C30 30 12 40 12 30M30 44C30 30 48 40 48 30", iron, 2.6) : "",
      shape(isDouble ? "M28 150V40Q30 34 32 40V150Z" : "M28 150V28H32V150Z", "Ziron"),
      shape("M26 62H34V66H26ZM25.4 108H34.6V112H25.4Z", iron),
      shape("M22 150C24 140 26 128 27 122H33C34 128 36 140 38 150ZM18 148H42V154H18Z", "Ziron"),
      isDouble ? lantern(12, 12) + lantern(48, 12) : lantern(30, 11),
    ].join(""),
    60,
    155,
  );
}
