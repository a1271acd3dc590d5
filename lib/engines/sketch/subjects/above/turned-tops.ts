import { svgDocument } from "../../lexicon/icons";
import type { LatheShape, Material } from "../../lexicon/subjects";
import { hex, lch, type Rgb, WHITE } from "../../raster/colour";
import { darker, disc, LAMP, lighter, line } from "../own/svg-parts";
import type { Top } from "./tops";

/** What stands on its foot and is looked into; null for slender things, which lie on their side. */
export function turnedTopOf(shape: LatheShape, material: Material, colour: Rgb): Top | null {
  switch (shape) {
    case "bowl":
      return { svg: vessel(colour, material, 46, 42, null), width: 0.9 };
    case "cup":
      return { svg: vessel(colour, material, 34, 30, lch(0.36, 0.06, 50)), width: 0.62 };
    case "vase":
      return { svg: `${vessel(colour, material, 40, 20, null)}`, width: 0.62 };
    case "jar":
      return { svg: lid(colour), width: 0.6 };
    case "lighthouse":
      return { svg: lighthouse(colour), width: 0.6 };
    default:
      return null;
  }
}

function vessel(colour: Rgb, material: Material, outer: number, opening: number, filling: Rgb | null): string {
  const inside = filling ?? darker(colour, material === "glass" ? 0.12 : 0.3);
  const defs = `<defs><radialGradient id="Zwall" cx=".34" cy=".3" r=".8"><stop offset="0" stop-color="${hex(lighter(colour, 0.4))}"/><stop offset=".6" stop-color="${hex(colour)}"/><stop offset="1" stop-color="${hex(darker(colour, 0.35))}"/></radialGradient><radialGradient id="Zin" cx=".64" cy=".68" r=".7"><stop offset="0" stop-color="${hex(lighter(inside, 0.34))}"/><stop offset="1" stop-color="${hex(darker(inside, 0.25))}"/></radialGradient></defs>`;
  const handle = filling === null ? "" : line("M82 44C98 42 98 60 81 58", colour, 6);
  return svgDocument(
    `${defs}${handle}${disc(50, 50, outer, "Zwall")}${disc(50, 50, opening, lighter(colour, 0.45))}${disc(50, 50, opening - 2.4, "Zin")}${line(`M${50 - opening * 0.7} ${50 - opening * 0.5}A${opening * 0.86} ${opening * 0.86} 0 0 1 ${50 - opening * 0.1} ${50 - opening * 0.85}`, WHITE, 1.6, 0.6)}`,
    100,
    100,
  );
}

function lid(colour: Rgb): string {
  const cap = darker(colour, 0.3);
  return svgDocument(
    `${disc(50, 50, 44, colour)}${disc(50, 50, 40, cap)}${disc(50, 50, 34, lighter(cap, 0.2))}${line("M26 40A26 26 0 0 1 44 25", WHITE, 2.4, 0.6)}`,
    100,
    100,
  );
}

function lighthouse(colour: Rgb): string {
  const roof = darker(colour, 0.4);
  return svgDocument(
    `${disc(50, 50, 44, [0.8, 0.78, 0.74])}${disc(50, 50, 33, colour)}${disc(50, 50, 26, [0.2, 0.2, 0.22])}${disc(50, 50, 20, LAMP)}${disc(50, 50, 15, roof)}${disc(47, 47, 8, lighter(roof, 0.25))}`,
    100,
    100,
  );
}
