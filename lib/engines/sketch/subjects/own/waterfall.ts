import { svgDocument } from "../../lexicon/icons";
import { hex, lch, mixRgb, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const ROCKS: readonly Rgb[] = [lch(0.5, 0.03, 60), lch(0.5, 0.02, 250), lch(0.54, 0.035, 80)];
const SNOW: Rgb = [0.96, 0.98, 1];
const WIDTH = 180;
const FOOT = 104;
/** Where the water leaves the upper edge, and where it strikes a ledge half-way. */
const LIP = [78, 96] as const;
const LEDGE = 56;

/** Water that falls over a broken cliff in two steps into its pool, with spray at its foot and green on its ledges. */
export function waterfallSvg({ colour, isNight, isSnowy }: Commissioned, random: Random): string {
  const rock = random.pick(ROCKS);
  const water: Rgb = colour ?? (isNight ? lch(0.74, 0.05, 245) : lch(0.93, 0.025, 225));
  const moss = isSnowy ? SNOW : lch(random.range(0.46, 0.54), 0.08, 132);
  const crest = crestOf(random);
  const skyline = crest.map(([x, y]) => `L${x.toFixed(1)} ${y.toFixed(1)}`).join("");
  return svgDocument(
    [
      `<defs>${gradient("Zrock", "down", lighter(rock, 0.25), rock, darker(rock, 0.3))}${gradient("Zfall", "down", lighter(water, 0.5), water, lighter(water, 0.5))}${gradient("Zpool", "down", lighter(water, 0.1), darker(water, 0.34))}</defs>`,
      `<path d="M2 ${FOOT + 3}${skyline}L${WIDTH - 2} ${FOOT + 3}Z" fill="url(#Zrock)"/>`,
      blocksUnder(crest, rock, random),
      ...crest.slice(1, -1).flatMap(([x, y], k) => (k % 2 === 0 ? [tuft(x, y, moss, random)] : [])),
      shape(
        `M${LIP[0]} 15C82 13.6 92 13.6 ${LIP[1]} 15C97 30 97 44 99 ${LEDGE}C104 74 106 90 110 ${FOOT}H66C70 90 74 74 75 ${LEDGE}C77 44 77 30 ${LIP[0]} 15Z`,
        "Zfall",
      ),
      line(threads(random, 0), darker(water, 0.3), 0.9, 0.5),
      line(threads(random, 1), [1, 1, 1], 1.3, 0.85),
      shape(
        `M70 ${LEDGE + 3}C73 ${LEDGE - 4} 78 ${LEDGE - 3} 79 ${LEDGE + 1}C80 ${LEDGE + 6} 74 ${LEDGE + 9} 71 ${LEDGE + 8}Z`,
        darker(rock, 0.2),
      ),
      shape(
        `M95 ${LEDGE + 1}C98 ${LEDGE - 4} 104 ${LEDGE - 2} 105 ${LEDGE + 4}C104 ${LEDGE + 9} 98 ${LEDGE + 8} 96 ${LEDGE + 5}Z`,
        darker(rock, 0.3),
      ),
      spray(79, 97, LEDGE + 2, 6, isNight, random),
      shape(
        `M20 ${FOOT}C50 ${FOOT - 3} 130 ${FOOT - 3} 160 ${FOOT}C166 ${FOOT + 7} 130 ${FOOT + 11} 90 ${FOOT + 11}C50 ${FOOT + 11} 14 ${FOOT + 7} 20 ${FOOT}Z`,
        "Zpool",
      ),
      line(
        `M40 ${FOOT + 4}C60 ${FOOT + 6} 84 ${FOOT + 6.6} 104 ${FOOT + 6}M84 ${FOOT + 9}C106 ${FOOT + 9} 126 ${FOOT + 7.6} 142 ${FOOT + 4}`,
        [1, 1, 1],
        0.9,
        0.6,
      ),
      spray(62, 114, FOOT, 15, isNight, random),
      ...[26, 44, 128, 150].map((x) => boulder(x + random.range(-5, 5), FOOT + random.range(-1, 4), random.range(6, 11), rock)),
    ].join(""),
    WIDTH,
    FOOT + 12,
  );
}

/** The upper edge of the cliff, in uneven steps, from left to right; lowest at its sides. */
function crestOf(random: Random): readonly (readonly [x: number, y: number])[] {
  const points: [number, number][] = [];
  for (let x = 6; x < WIDTH - 6; ) {
    const side = Math.abs(x - 87) / 87;
    const y = x > LIP[0] - 4 && x < LIP[1] + 4 ? 15 : 10 + 78 * side ** 1.7 + random.range(-6, 6);
    const step = random.range(8, 17);
    points.push([x, y], [Math.min(WIDTH - 6, x + step), y + random.range(-2, 4)]);
    x += step + random.range(0.5, 3);
  }
  return points;
}

/** Faces and cracks: lit on the left, dark on the right, so that line media have something to draw. */
function blocksUnder(crest: readonly (readonly [x: number, y: number])[], rock: Rgb, random: Random): string {
  const faces: string[] = [];
  for (let k = 0; k + 1 < crest.length; k += 2) {
    const [left, top] = crest[k] ?? [0, FOOT];
    const [right] = crest[k + 1] ?? [0, FOOT];
    for (let y = top; y < FOOT; ) {
      const bottom = Math.min(FOOT + 2, y + random.range(12, 30));
      const tone = mixRgb(lighter(rock, 0.3), darker(rock, 0.45), random.range(0, 1));
      const slant = random.range(-3, 3);
      faces.push(
        `<path d="M${left.toFixed(1)} ${y.toFixed(1)}L${right.toFixed(1)} ${(y + slant).toFixed(1)}L${(right + slant * 0.6).toFixed(1)} ${bottom.toFixed(1)}L${(left + slant).toFixed(1)} ${(bottom + slant * 0.4).toFixed(1)}Z" fill="${hex(tone)}" fill-opacity=".55"/>`,
      );
      y = bottom;
    }
  }
  return faces.join("");
}

function threads(random: Random, order: number): string {
  return Array.from({ length: 8 }, (_, k) => {
    const share = (k + 0.5 * order + 0.4) / 8.4;
    const [top, ledge, foot] = [LIP[0] + 18 * share, 76 + 22 * share, 68 + 40 * share];
    const bend = random.range(-1, 1);
    return `M${top.toFixed(1)} 16C${(top + bend).toFixed(1)} 30 ${ledge.toFixed(1)} 44 ${ledge.toFixed(1)} ${LEDGE}C${(ledge + bend * 2).toFixed(1)} 74 ${foot.toFixed(1)} 88 ${foot.toFixed(1)} ${FOOT - random.integer(0, 6)}`;
  }).join("");
}

function tuft(x: number, y: number, moss: Rgb, random: Random): string {
  const reach = random.range(5, 10);
  return shape(
    `M${(x - reach).toFixed(1)} ${(y + 3).toFixed(1)}Q${x.toFixed(1)} ${(y - 5).toFixed(1)} ${(x + reach).toFixed(1)} ${(y + 2).toFixed(1)}Q${(x + reach * 0.4).toFixed(1)} ${(y + random.range(5, 11)).toFixed(1)} ${x.toFixed(1)} ${(y + 4).toFixed(1)}Q${(x - reach * 0.5).toFixed(1)} ${(y + 9).toFixed(1)} ${(x - reach).toFixed(1)} ${(y + 3).toFixed(1)}Z`,
    random.chance(0.5) ? moss : darker(moss, 0.2),
  );
}

function spray(from: number, to: number, y: number, count: number, isNight: boolean, random: Random): string {
  return Array.from({ length: count }, (_, k) => {
    const x = from + ((to - from) * (k + 0.5)) / count + random.range(-2, 2);
    return `<ellipse cx="${x.toFixed(1)}" cy="${(y + random.range(-3, 2)).toFixed(1)}" rx="${random.range(3.4, 6.4).toFixed(1)}" ry="${random.range(2, 4).toFixed(1)}" fill="#fff" fill-opacity="${isNight ? 0.35 : 0.55}"/>`;
  }).join("");
}

function boulder(x: number, y: number, radius: number, rock: Rgb): string {
  const at = (dx: number, dy: number) => `${(x + dx * radius).toFixed(1)} ${(y + dy * radius).toFixed(1)}`;
  return `${shape(`M${at(-1, 0.3)}C${at(-1, -0.5)} ${at(-0.3, -0.8)} ${at(0.3, -0.7)}C${at(0.9, -0.5)} ${at(1.1, 0)} ${at(1, 0.3)}Z`, darker(rock, 0.25))}${shape(`M${at(-0.8, 0)}C${at(-0.7, -0.5)} ${at(-0.2, -0.7)} ${at(0.2, -0.6)}L${at(0, -0.1)}Z`, lighter(rock, 0.25))}`;
}
