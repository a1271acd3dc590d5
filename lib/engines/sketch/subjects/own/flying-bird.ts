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
    level: ["M30 26C22 14 13 9 1 9C9 14 15 22 26 30Z", "M31 25C39 13 47 9 59 9C51 14 45 22 36 29Z"],
    down: ["M22 28C21 34 17 39 9 42C21 42.6 32 38 38 29Z", "M34 25C39 16 46 12 54 12C48 17 44 22 40 27Z"],
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
