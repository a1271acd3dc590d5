import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const STONES: readonly Rgb[] = [lch(0.72, 0.03, 75), lch(0.66, 0.02, 250), lch(0.78, 0.04, 60)];
const ROOFS: readonly Rgb[] = [lch(0.48, 0.12, 32), lch(0.42, 0.07, 250), lch(0.5, 0.06, 170)];

interface Tower {
  readonly x: number;
  readonly width: number;
  /** y of the battlements; roofs rise above. */
  readonly top: number;
  readonly hasRoof: boolean;
}

/** A castle with a gate, walls between its towers, and pointed roofs. */
export function castleSvg({ colour, isNight, isSnowy }: Commissioned, random: Random): string {
  const stone = colour ?? random.pick(STONES);
  const roof = random.pick(ROOFS);
  const pane: Rgb = isNight ? LAMP : darker(stone, 0.7);
  const lift = random.range(-4, 4);
  const behind: readonly Tower[] = [
    { x: 40, width: 20, top: 28 + lift, hasRoof: true },
    { x: 68, width: 15, top: 36 - lift, hasRoof: true },
  ];
  const before: readonly Tower[] = [
    { x: 4, width: 21, top: 52, hasRoof: true },
    { x: 95, width: 21, top: 52, hasRoof: true },
    { x: 45, width: 30, top: 60, hasRoof: false },
  ];
  const tower = (own: Tower): string => towerSvg(own, stone, roof, pane, isSnowy);
  return svgDocument(
    [
      `<defs>${gradient("Zstone", "right", lighter(stone, 0.24), stone, darker(stone, 0.32))}${gradient("Zroof", "right", lighter(roof, 0.25), roof, darker(roof, 0.35))}${gradient("Zwall", "down", stone, darker(stone, 0.22))}</defs>`,
      ...behind.map(tower),
      shape(`M14 100V68${battlements(14, 106, 68, 9)}V100Z`, "Zwall"),
      line("M16 74H104M22 82h5M36 88h5M80 80h5M90 90h5M30 94h5M84 96h5", darker(stone, 0.35), 0.7, 0.6),
      ...before.map(tower),
      shape("M52 100V86C52 80 55.6 77 60 77C64.4 77 68 80 68 86V100Z", darker(stone, 0.78)),
      line("M55 100V82M58.4 100V79M61.6 100V79M65 100V82M52 88H68M52 94H68", darker(roof, 0.4), 0.8, 0.9),
    ].join(""),
    120,
    101,
  );
}

function towerSvg({ x, width, top, hasRoof }: Tower, stone: Rgb, roof: Rgb, pane: Rgb, isSnowy: boolean): string {
  const right = x + width;
  const middle = x + width / 2;
  const peak = top - width * 1.15;
  const window = (y: number): string =>
    shape(`M${middle - 1.5} ${y + 6}V${y + 1.6}Q${middle} ${y - 1} ${middle + 1.5} ${y + 1.6}V${y + 6}Z`, pane);
  return [
    shape(`M${x} 100V${top}H${right}V100Z`, "Zstone"),
    shape(`M${x - 2} ${top + 5}V${top}${battlements(x - 2, right + 2, top, hasRoof ? 3 : 5)}V${top + 5}Z`, "Zstone"),
    line(`M${x - 2} ${top + 5}H${right + 2}`, darker(stone, 0.4), 0.8),
    line(`M${x + 2} ${top + 18}h4M${right - 7} ${top + 26}h4M${x + 3} ${top + 36}h4`, darker(stone, 0.35), 0.7, 0.7),
    hasRoof ? shape(`M${x - 3} ${top}L${middle} ${peak}L${right + 3} ${top}Q${middle} ${top + 3.4} ${x - 3} ${top}Z`, "Zroof") : "",
    hasRoof && isSnowy
      ? shape(
          `M${middle - width * 0.32} ${top - width * 0.55}L${middle} ${peak}L${middle + width * 0.32} ${top - width * 0.55}Q${middle} ${top - width * 0.4} ${middle - width * 0.32} ${top - width * 0.55}Z`,
          [0.96, 0.97, 1],
        )
      : "",
    hasRoof ? line(`M${middle} ${peak}V${peak - 7}`, darker(stone, 0.6), 0.8) : "",
    hasRoof ? shape(`M${middle} ${peak - 7}L${middle + 6} ${peak - 5}L${middle} ${peak - 3}Z`, lighter(roof, 0.1)) : "",
    window(top + 10),
    hasRoof && top < 50 ? window(top + 22) : "",
  ].join("");
}

/** The upper edge of a wall from left to right, with `count` teeth. */
function battlements(left: number, right: number, y: number, count: number): string {
  const step = (right - left) / (2 * count - 1);
  const teeth = Array.from({ length: count }, (_, k) => {
    const x = left + k * 2 * step;
    return `L${x.toFixed(2)} ${y - 3.4}H${(x + step).toFixed(2)}V${y}`;
  });
  return `${teeth.join("")}H${right}`;
}
