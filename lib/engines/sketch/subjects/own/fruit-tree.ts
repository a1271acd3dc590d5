import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import { type Commissioned, darker, disc, lighter } from "./svg-parts";

/** Fruit by the first word of its tree. */
const FRUITS: Readonly<Record<string, Rgb>> = {
  orange: lch(0.72, 0.17, 55),
  tangerine: lch(0.72, 0.17, 55),
  lemon: lch(0.9, 0.17, 100),
  apple: lch(0.55, 0.2, 26),
  pear: lch(0.78, 0.15, 115),
  peach: lch(0.82, 0.1, 50),
  plum: lch(0.38, 0.13, 320),
  cherry: lch(0.48, 0.2, 18),
  olive: lch(0.45, 0.08, 115),
  fig: lch(0.36, 0.09, 310),
  fruit: lch(0.6, 0.19, 35),
};

const LEAVES: readonly Rgb[] = [lch(0.42, 0.09, 140), lch(0.5, 0.11, 136), lch(0.58, 0.12, 130), lch(0.66, 0.12, 125)];

/** A round crown on a short trunk, hung with fruit. */
export function fruitTreeSvg({ word, colour }: Commissioned): string {
  const [kind = ""] = word.split(" ");
  const fruit = colour ?? (Object.hasOwn(FRUITS, kind) ? FRUITS[kind] : undefined) ?? lch(0.6, 0.19, 35);
  const spots = Array.from({ length: 46 }, (_, k) => {
    const ring = Math.sqrt((k + 0.5) / 46);
    const angle = k * 2.39996;
    return { x: 30 + Math.cos(angle) * ring * 21, y: 25 + Math.sin(angle) * ring * 18 };
  });
  const leaves = [...spots]
    .sort((a, b) => b.y - a.y)
    .map(({ x, y }, k) => disc(x, y, 7, LEAVES[Math.min(3, Math.max(0, Math.floor((44 - y) / 11) + (k % 2)))] ?? lch(0.5, 0.11, 136)));
  const hung = spots
    .filter((_, k) => k % 3 === 1)
    .flatMap(({ x, y }) => [disc(x, y + 1, 3, darker(fruit, 0.15)), disc(x - 0.6, y + 0.3, 2, lighter(fruit, 0.2))]);
  const trunk = `<path d="M27 72C28.500 62 28 54 25 46L30 50L36 45C32.500 54 32 62 33.500 72Z" fill="#5c4333"/>`;
  return svgDocument(`${trunk}${leaves.join("")}${hung.join("")}`, 60, 73);
}
