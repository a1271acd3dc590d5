import { svgDocument } from "../../lexicon/icons";
import { hex, lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, lighter, line, shape } from "./svg-parts";

/** A saguaro with ribs and spines; some of them are in flower. */
export function cactusSvg({ colour }: Commissioned, random: Random): string {
  const skin = colour ?? lch(random.range(0.46, 0.56), random.range(0.07, 0.1), random.range(135, 155));
  const [leftTop, rightTop] = [random.range(26, 40), random.range(18, 36)];
  const arms = [`M24 62C14 62 10 58 10 ${leftTop}`, random.chance(0.8) ? `M26 54C36 54 40 50 40 ${rightTop.toFixed(1)}` : ""].join("");
  const limb = (width: number, fill: string): string =>
    `<path d="${arms}" fill="none" stroke="${fill}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
  const [dark, light] = [hex(darker(skin, 0.38)), hex(skin)];
  const flower: Rgb = lch(0.76, 0.15, 350);
  const spines = Array.from({ length: 16 }, (_, k) => {
    const y = 15 + k * 5.2;
    return `M17.4 ${y}l-2-1M21.6 ${y + 2}l-1.4-1.6M26.6 ${y + 1}l1.4-1.6M30.8 ${y}l2-1`;
  }).join("");
  return svgDocument(
    [
      `<defs>${gradient("Zskin", "right", lighter(skin, 0.28), skin, darker(skin, 0.42))}</defs>`,
      limb(9.4, dark),
      limb(7, light),
      line(arms, lighter(skin, 0.3), 1.2, 0.6),
      shape("M16.4 100C16 70 15.6 40 16.6 18C17.4 8.6 20.4 5 24.4 5C28.6 5 31.4 8.6 32 18C33 40 32.6 70 32 100Z", "Zskin"),
      line("M19.6 100C19 70 19 40 20 14M24.2 100C24 70 24 40 24.2 8M28.8 100C29.4 70 29.4 40 28.6 14", darker(skin, 0.5), 0.9, 0.7),
      line("M21.8 98C21.4 70 21.4 40 22.2 12", lighter(skin, 0.4), 0.8, 0.55),
      line(spines, [0.95, 0.92, 0.8], 0.6, 0.8),
      random.chance(0.5) ? [22, 25, 27.6].map((x, k) => disc(x, 5.4 - (k % 2), 1.7, flower)).join("") : "",
    ].join(""),
    50,
    101,
  );
}
