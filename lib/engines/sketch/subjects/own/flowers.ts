import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, lighter, line, shape } from "./svg-parts";

/** One bloom around (0, 0), about 20 units wide, its stem below it. */
interface Flower {
  readonly petals: readonly [Rgb, ...Rgb[]];
  readonly bloom: (petal: Rgb) => string;
  readonly leaf: "blade" | "oval";
}

const ring = (count: number, petal: string): string =>
  Array.from({ length: count }, (_, k) => `<g transform="rotate(${((360 / count) * k).toFixed(0)})">${petal}</g>`).join("");

const FLOWERS: Readonly<Record<string, Flower>> = {
  tulip: {
    petals: [lch(0.6, 0.2, 12), lch(0.8, 0.15, 88), lch(0.62, 0.17, 340), lch(0.66, 0.18, 45)],
    leaf: "blade",
    bloom: (petal) =>
      `${shape("M-8 -8C-9 4 -5 11 0 11C5 11 9 4 8 -8L4 -3L0 -11L-4 -3Z", darker(petal, 0.12))}${shape("M-8 -8C-9 4 -5 11 0 11C-4 6 -4 -1 -4 -4Z", lighter(petal, 0.18))}${shape("M8 -8C9 4 5 11 0 11C4 6 4 -1 4 -4Z", darker(petal, 0.28))}${shape("M0 -11C-5 -4 -5 6 0 11C5 6 5 -4 0 -11Z", petal)}${line("M0 -7V8", darker(petal, 0.25), 0.6, 0.6)}`,
  },
  rose: {
    petals: [lch(0.5, 0.19, 20), lch(0.78, 0.09, 5), [0.96, 0.93, 0.88]],
    leaf: "oval",
    bloom: (petal) =>
      `${shape("M-10 -2C-12 6 -5 11 0 11C5 11 12 6 10 -2C8 -9 4 -10 0 -10C-4 -10 -8 -9 -10 -2Z", darker(petal, 0.2))}${shape("M-10 -1C-6 -4 -2 2 0 10C-6 11 -12 6 -10 -1Z", lighter(petal, 0.12))}${shape("M10 -1C6 -4 2 2 0 10C6 11 12 6 10 -1Z", darker(petal, 0.34))}${disc(0, -3, 6.2, petal)}${line("M-5 -3C-4 -9 5 -9 4.6 -3C4 1.4 -3 1 -3 -3C-3 -6 2 -6.4 2 -3.4C2 -2 0 -1.6 -0.4 -3", darker(petal, 0.4), 1)}`,
  },
  sunflower: {
    petals: [lch(0.83, 0.16, 88), lch(0.78, 0.16, 76)],
    leaf: "oval",
    bloom: (petal) =>
      `${ring(16, shape("M-2 -5C-3.2 -10 -1 -13 0 -14C1 -13 3.2 -10 2 -5Z", darker(petal, 0.14)))}<g transform="rotate(11)">${ring(14, shape("M-1.8 -5C-2.8 -9 -1 -11.6 0 -12.6C1 -11.6 2.8 -9 1.8 -5Z", petal))}</g>${disc(0, 0, 6.4, lch(0.34, 0.06, 50))}${disc(-0.8, -0.8, 4, lch(0.42, 0.07, 52))}`,
  },
  daisy: {
    petals: [[0.97, 0.96, 0.93], lch(0.86, 0.07, 330)],
    leaf: "blade",
    bloom: (petal) =>
      `${ring(13, shape("M-1.7 -3C-2.8 -8 -1.4 -11 0 -11.4C1.4 -11 2.8 -8 1.7 -3Z", petal))}${ring(13, line("M0 -4V-10", darker(petal, 0.18), 0.4, 0.7))}${disc(0, 0, 4, lch(0.82, 0.16, 85))}${disc(0.8, 0.8, 2.4, lch(0.72, 0.16, 70))}`,
  },
  poppy: {
    petals: [lch(0.58, 0.22, 30), lch(0.66, 0.18, 45)],
    leaf: "blade",
    bloom: (petal) =>
      `${shape("M0 2C-12 8 -14 -4 -8 -9C-3 -12 3 -12 8 -9C14 -4 12 8 0 2Z", darker(petal, 0.12))}${shape("M0 2C-10 12 -14 2 -12 -3C-8 -6 -3 -3 0 2ZM0 2C10 12 14 2 12 -3C8 -6 3 -3 0 2Z", petal)}${shape("M0 3C-5 10 5 10 0 3Z", lighter(petal, 0.1))}${disc(0, 0, 2.8, [0.16, 0.12, 0.16])}${ring(9, line("M0 -3V-4.6", [0.16, 0.12, 0.16], 0.7))}`,
  },
};

/** Names of the flowers. */
export const FLOWER_NAMES: readonly string[] = Object.keys(FLOWERS);

/** A clump of three to five flowers on their stems, or the one that was asked for. Throws for a name not in `FLOWER_NAMES`. */
export function flowerSvg(name: string, { colour, isSingle = false }: Commissioned, random: Random): string {
  const flower = FLOWERS[name];
  if (flower === undefined) throw new RangeError(`there is no flower ${name}`);
  const petal = colour ?? random.pick(flower.petals);
  const green = lch(random.range(0.46, 0.56), 0.11, random.range(128, 142));
  const count = isSingle ? 1 : random.integer(3, 5);
  const stems = Array.from({ length: count }, (_, k) => {
    const x = 32 + (k - (count - 1) / 2) * (42 / count) + random.range(-2, 2);
    return {
      x,
      y: random.range(14, 34) + Math.abs(x - 32) * 0.2,
      foot: 32 + (x - 32) * 0.35,
      size: random.range(0.8, 1.05) * (isSingle ? 1.5 : 1),
    };
  });
  const drawn = [...stems].sort((a, b) => a.y - b.y);
  const at = (value: number) => value.toFixed(1);
  const leaf = (from: number, side: number): string =>
    flower.leaf === "blade"
      ? shape(
          `M${at(from)} 90C${at(from + side * 9)} 76 ${at(from + side * 16)} 62 ${at(from + side * 15)} 50C${at(from + side * 8)} 60 ${at(from)} 74 ${at(from)} 90Z`,
          side < 0 ? lighter(green, 0.12) : darker(green, 0.14),
        )
      : shape(
          `M${at(from)} 72C${at(from + side * 4)} 60 ${at(from + side * 16)} 58 ${at(from + side * 20)} 64C${at(from + side * 16)} 72 ${at(from + side * 6)} 76 ${at(from)} 72Z`,
          side < 0 ? lighter(green, 0.12) : darker(green, 0.14),
        );
  return svgDocument(
    [
      ...drawn.map(({ x, y, foot }) =>
        line(`M${at(foot)} 91Q${at((x + foot) / 2)} ${at((y + 91) / 2 + 8)} ${at(x)} ${at(y + 6)}`, darker(green, 0.1), 1.9),
      ),
      leaf(28, -1),
      leaf(36, 1),
      ...drawn.map(
        ({ x, y, size }, k) =>
          `<g transform="translate(${at(x)} ${at(y)}) scale(${size.toFixed(2)})">${flower.bloom(k % 2 === 0 ? petal : lighter(petal, 0.12))}</g>`,
      ),
    ].join(""),
    64,
    92,
  );
}
