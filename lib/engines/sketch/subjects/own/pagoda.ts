import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, LAMP, lighter, line, shape } from "./svg-parts";

/** Tiers under curved eaves, each smaller than the one below. */
export function pagodaSvg({ colour, isNight, isSnowy }: Commissioned, random: Random): string {
  const wall = colour ?? random.pick([lch(0.52, 0.17, 30), lch(0.86, 0.03, 80)]);
  const roof: Rgb = isSnowy ? [0.95, 0.97, 1] : lch(0.38, 0.05, random.pick([240, 165, 40]));
  const pane: Rgb = isNight ? LAMP : darker(wall, 0.66);
  const tiers = Array.from({ length: random.integer(4, 5) }, (_, k) => {
    const half = 24 - k * 3.6;
    const foot = 126 - k * 24;
    const eaves = foot - 16;
    return [
      shape(`M${50 - half} ${foot}V${eaves}H${50 + half}V${foot}Z`, "Zwall"),
      line(
        `M${50 - half} ${foot - 2}H${50 + half}M${50 - half * 0.5} ${foot}V${eaves}M${50 + half * 0.5} ${foot}V${eaves}`,
        darker(wall, 0.4),
        0.9,
        0.8,
      ),
      shape(`M46 ${foot - 2}V${foot - 11}H54V${foot - 2}Z`, pane),
      shape(
        `M${50 - half - 15} ${eaves - 2}C${50 - half - 4} ${eaves - 3} ${50 - half} ${eaves - 8} ${50 - half * 0.8} ${eaves - 12}H${50 + half * 0.8}C${50 + half} ${eaves - 8} ${50 + half + 4} ${eaves - 3} ${50 + half + 15} ${eaves - 2}C${50 + half} ${eaves + 4} ${50 - half} ${eaves + 4} ${50 - half - 15} ${eaves - 2}Z`,
        "Zroof",
      ),
      line(
        `M${50 - half - 15} ${eaves - 2}C${50 - half} ${eaves + 4} ${50 + half} ${eaves + 4} ${50 + half + 15} ${eaves - 2}`,
        darker(roof, 0.4),
        1,
      ),
    ];
  });
  const top = 126 - (tiers.length - 1) * 24 - 28;
  return svgDocument(
    [
      `<defs>${gradient("Zwall", "right", lighter(wall, 0.2), wall, darker(wall, 0.32))}${gradient("Zroof", "down", lighter(roof, 0.22), darker(roof, 0.2))}</defs>`,
      shape("M18 126H82V132H18Z", lch(0.7, 0.015, 80)),
      ...tiers.flat(),
      line(`M50 ${top}V${top - 16}M46 ${top - 6}H54M47 ${top - 11}H53`, lch(0.7, 0.11, 85), 1.8),
    ].join(""),
    100,
    133,
  );
}
