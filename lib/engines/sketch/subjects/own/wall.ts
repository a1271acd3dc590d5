import { svgDocument } from "../../lexicon/icons";
import { hex, lch, mixRgb, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const BRICK: Rgb = lch(0.54, 0.1, 36);
const FIELDSTONE: Rgb = lch(0.66, 0.025, 80);
const COURSES = 6;
const COURSE = 7;
const WIDTH = 140;

/** A free-standing wall of bricks or field stones under a coping. */
export function wallSvg({ colour, word, isSnowy }: Commissioned, random: Random): string {
  const isBrick = word.startsWith("brick") || (!word.startsWith("stone") && random.chance(0.6));
  const base = colour ?? (isBrick ? BRICK : FIELDSTONE);
  const joint = lighter(darker(base, 0.25), 0.25);
  const blocks = Array.from({ length: COURSES }, (_, row) => courseOf(row, isBrick, base, random)).join("");
  const foot = 9 + COURSES * COURSE;
  return svgDocument(
    [
      `<defs>${gradient("Zcoping", "down", lighter(base, 0.4), darker(base, 0.15))}${gradient("Zdusk", "down", [0, 0, 0], [0.1, 0.06, 0.1])}</defs>`,
      `<rect x="3" y="8" width="${WIDTH - 6}" height="${foot - 8}" fill="${hex(joint)}"/>`,
      blocks,
      shape(`M3 ${foot - 12}H${WIDTH - 3}V${foot}H3Z`, "Zdusk", 0.16),
      shape(`M1 3H${WIDTH - 1}V8.6H1Z`, "Zcoping"),
      line("M24 3.4V8.4M48 3.4V8.4M71 3.4V8.4M94 3.4V8.4M118 3.4V8.4", darker(base, 0.5), 0.7, 0.8),
      isSnowy ? line(`M2 2.6H${WIDTH - 2}`, [0.96, 0.98, 1], 3.4) : line(`M2 3.6H${WIDTH - 2}`, lighter(base, 0.65), 0.8, 0.7),
    ].join(""),
    WIDTH,
    foot + 1,
  );
}

function courseOf(row: number, isBrick: boolean, base: Rgb, random: Random): string {
  const blocks: string[] = [];
  const y = 9 + row * COURSE;
  for (let x = 3 - (isBrick ? (row % 2) * 6 : random.range(0, 8)); x < WIDTH - 3; ) {
    const width = isBrick ? 12 : random.range(8, 19);
    const left = Math.max(3.2, x + 0.5);
    const right = Math.min(WIDTH - 3.2, x + width - 0.5);
    const tone = mixRgb(darker(base, random.range(0, 0.22)), lighter(base, 0.2), random.range(0, 0.5));
    if (right > left)
      blocks.push(
        `<rect x="${left.toFixed(1)}" y="${y + 0.5}" width="${(right - left).toFixed(1)}" height="${COURSE - 1}" rx="${isBrick ? 0.5 : 2.2}" fill="${hex(tone)}"/>`,
      );
    x += width;
  }
  return blocks.join("");
}
