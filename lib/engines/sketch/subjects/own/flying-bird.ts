import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, lighter, line, shape } from "./svg-parts";

const FEATHERS: readonly Rgb[] = [lch(0.36, 0.03, 255), lch(0.42, 0.04, 60), lch(0.32, 0.02, 280)];

/** A bird in the air, seen from the side, its wings up, level or on the way down. */
export function flyingBirdSvg({ colour }: Commissioned, random: Random): string {
  const feathers = colour ?? random.pick(FEATHERS);
  const under = lighter(feathers, 0.3);
  const beat = random.pick(["up", "level", "down"] as const);
  const wings = {
    up: ["M30 25C24 14 16 6 4 2C10 12 14 22 26 30Z", "M30 25C36 13 42 6 54 3C49 13 44 22 36 29Z"],
    level: ["M30 24C22 16 12 14 0 17C9 20 16 26 27 30Z", "M32 24C38 16 48 13 60 16C51 20 44 26 36 29Z"],
    down: ["M30 23C22 18 12 20 4 32C13 28 20 28 28 30Z", "M32 23C40 18 48 20 56 32C48 28 42 28 35 30Z"],
  }[beat];
  return svgDocument(
    [
      shape(wings[1] ?? "", darker(feathers, 0.25)),
      shape("M12 31C4 29 1 31 -1 35C5 36 9 36 13 34Z", darker(feathers, 0.15)),
      shape("M10 32C18 25 34 22 44 25C48 23 53 24 54 27L59 29L53 30C50 35 38 38 28 37C20 37 14 35 10 32Z", feathers),
      shape("M18 34C26 37 40 36 48 31C40 33 28 34 18 34Z", under),
      shape("M53.6 26.6L60 29L53.4 30Z", lch(0.72, 0.14, 70)),
      shape(wings[0] ?? "", lighter(feathers, 0.08)),
      line("M27 29C21 24 16 18 12 11", darker(feathers, 0.3), 0.8, beat === "up" ? 0.7 : 0),
      `<circle cx="50.4" cy="26.6" r="1" fill="#16120f"/>`,
    ].join(""),
    60,
    42,
  );
}
