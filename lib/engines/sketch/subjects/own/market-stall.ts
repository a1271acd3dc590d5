import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

const AWNINGS: readonly Rgb[] = [lch(0.56, 0.19, 28), lch(0.52, 0.12, 155), lch(0.5, 0.12, 255), lch(0.74, 0.14, 75)];
const WOOD: Rgb = lch(0.5, 0.07, 58);
const CREAM: Rgb = [0.97, 0.95, 0.9];
const FRUITS: readonly Rgb[] = [lch(0.6, 0.2, 28), lch(0.74, 0.17, 62), lch(0.86, 0.16, 98), lch(0.66, 0.17, 135), lch(0.46, 0.13, 320)];

/** A stall under a striped awning, with fruit in crates. The colour said of it is its awning's. */
export function marketStallSvg({ colour }: Commissioned, random: Random): string {
  const awning = colour ?? random.pick(AWNINGS);
  const first = random.integer(0, FRUITS.length - 1);
  const stripes = Array.from({ length: 9 }, (_, k) => {
    const [left, right] = [14 + k * 8, 22 + k * 8];
    const [from, to] = [4 + k * (92 / 9), 4 + (k + 1) * (92 / 9)];
    const middle = (from + to) / 2;
    const hue = k % 2 === 0 ? awning : CREAM;
    return [
      shape(`M${left} 6H${right}L${to} 28H${from}Z`, hue),
      shape(`M${from} 28H${to}Q${to} 34 ${middle} 34.6Q${from} 34 ${from} 28Z`, darker(hue, 0.12)),
    ].join("");
  });
  const crates = [0, 1, 2].map((k) => {
    const [left, fruit] = [10 + k * 27, FRUITS[(first + k) % FRUITS.length] ?? CREAM];
    const heap = [3, 9, 15, 21].map((x) => disc(left + x, 60.5, 4, darker(fruit, 0.16))).join("");
    const upper = [6, 12, 18].map((x) => disc(left + x, 56.4, 4, fruit) + disc(left + x - 1.2, 55, 1.1, lighter(fruit, 0.5))).join("");
    return `${heap}${upper}${shape(`M${left - 2} 61H${left + 26}L${left + 24} 72H${left}Z`, lighter(WOOD, 0.22))}${line(`M${left - 1} 66.4H${left + 25}`, darker(WOOD, 0.3), 0.9)}`;
  });
  return svgDocument(
    [
      `<defs>${gradient("Zfront", "down", WOOD, darker(WOOD, 0.34))}</defs>`,
      line("M10 28V98M90 28V98", darker(WOOD, 0.25), 3),
      shape("M12 34H88V62H12Z", darker(WOOD, 0.66), 0.5),
      ...crates,
      shape("M5 71H95V98H5Z", "Zfront"),
      shape("M3 70H97V74H3Z", lighter(WOOD, 0.3)),
      line("M20 76V97M35 76V97M50 76V97M65 76V97M80 76V97", darker(WOOD, 0.5), 0.9, 0.7),
      ...stripes,
      line("M14 6H86", darker(awning, 0.35), 1.6),
    ].join(""),
    100,
    100,
  );
}

/** A checked cloth on the grass, seen a little from above. */
export function picnicBlanketSvg({ colour }: Commissioned): string {
  const cloth = colour ?? lch(0.58, 0.19, 26);
  const columns = 10;
  const at = (share: number, row: number): string => {
    const inset = (1 - row / 5) * 14;
    return `${(inset + share * (100 - 2 * inset)).toFixed(2)} ${(2 + row * 4.4 + row * row * 0.12).toFixed(2)}`;
  };
  const checks: string[] = [];
  for (let row = 0; row < 5; row++)
    for (let k = 0; k < columns; k++) {
      const [odd, even] = [row % 2, k % 2];
      const hue = odd + even === 2 ? cloth : odd + even === 1 ? lighter(cloth, 0.5) : CREAM;
      checks.push(
        shape(`M${at(k / columns, row)}L${at((k + 1) / columns, row)}L${at((k + 1) / columns, row + 1)}L${at(k / columns, row + 1)}Z`, hue),
      );
    }
  return svgDocument([...checks, line(`M${at(0, 5)}L${at(1, 5)}`, darker(cloth, 0.4), 1)].join(""), 100, 29);
}
