import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const BELLS: readonly Rgb[] = [lch(0.72, 0.12, 340), lch(0.74, 0.09, 230), lch(0.76, 0.1, 40), lch(0.66, 0.12, 300)];

/** A jellyfish that swims upwards: a thin bell one can see through, frilled arms and long threads. */
export function jellyfishSvg({ colour }: Commissioned, random: Random): string {
  const bell = colour ?? random.pick(BELLS);
  const pale = lighter(bell, 0.55);
  const deep = darker(bell, 0.34);
  const drift = random.range(-5, 5);
  const threads = [9, 15, 21, 27, 33, 39, 45, 51].map((x, k) => {
    const sway = drift + (k % 2 === 0 ? -4 : 4);
    return line(
      `M${x} 30C${x + sway} 44 ${x - sway} 58 ${x + sway * 0.8} ${78 + ((k * 5) % 13)}`,
      k % 3 === 0 ? pale : bell,
      k % 2 === 0 ? 0.8 : 1.2,
      0.75,
    );
  });
  const arms = [22, 28, 34, 39].map((x, k) => {
    const sway = drift * 0.7 + (k - 1.5) * 2;
    return shape(
      `M${x - 3} 30C${x - 7 + sway} 38 ${x + 1} 43 ${x - 5 + sway} 50C${x + 1 + sway} 55 ${x - 4} 60 ${x + sway} ${68 + (k % 2) * 5}C${x + 4 + sway} 60 ${x + 1} 55 ${x + 5 + sway} 50C${x} 44 ${x + 7 + sway} 38 ${x + 3} 30Z`,
      k % 2 === 0 ? "Zarm" : pale,
      0.8,
    );
  });
  return svgDocument(
    [
      `<defs>${gradient("Zbell", "down", pale, bell, deep)}${gradient("Zarm", "down", bell, pale)}</defs>`,
      ...threads,
      ...arms,
      shape(
        "M5 31C4 13 15 3 30 3C45 3 56 13 55 31C52 28.6 49.4 28.8 47 31.6C44 28.6 41 28.6 38.4 32C35.6 28.8 32.6 28.8 30 32.2C27.2 28.8 24.2 28.8 21.6 32C18.8 28.6 16 28.6 13 31.6C10.6 28.8 8 28.6 5 31Z",
        "Zbell",
        0.9,
      ),
      shape("M11 27C11 15 18 8 30 8C42 8 49 15 49 27C43 23.4 37 22 30 22C23 22 17 23.4 11 27Z", deep, 0.3),
      ...[18, 24.5, 30, 35.5, 42].map((x) => line(`M${30 + (x - 30) * 0.34} 6.4Q${x} 14 ${30 + (x - 30) * 1.5} 27.6`, pale, 0.8, 0.6)),
      shape("M13 16C15 10.6 20 7 26 6.4C22 9.4 18.4 12.6 16.6 18C15.4 19.6 12.6 18.6 13 16Z", lighter(bell, 0.8), 0.65),
    ].join(""),
    60,
    94,
  );
}
