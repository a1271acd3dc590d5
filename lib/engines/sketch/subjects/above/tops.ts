import { svgDocument } from "../../lexicon/icons";
import { hex, lch, mixRgb, type Rgb, WHITE } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, LAMP, lighter, line, shape } from "../own/svg-parts";

/** How a thing looks from straight above. */
export interface Top {
  readonly svg: string;
  /** How wide it lies for the size of an emoji. */
  readonly width: number;
  /** It keeps its upper side up however it is turned; buildings stay square to the picture. */
  readonly isUpright?: boolean;
}

type Draw = (commissioned: Commissioned, random: Random) => Top;

const TOPS: readonly (readonly [icons: RegExp, draw: Draw])[] = [
  [/^castle$/, castleTop],
  [/house|^hut$|church|building|hotel|school|factory|convenience|hospital|temple|mosque|windmill|^tower$/, roofTop],
  [/^(?:automobile|taxi|sport-utility|police-car|minibus|bus$|delivery-truck|pickup-truck|oncoming)/, carTop],
  [/sailboat|canoe|speedboat|motor-boat|ship|ferry|rowing-boat/, boatTop],
  [/^umbrella/, umbrellaTop],
  [/palm-tree/, palmTop],
  [/tree|evergreen/, treeTop],
];

/** The top of a thing by its drawing; null for what shows itself best lying flat. */
export function topOf(icon: string, commissioned: Commissioned, random: Random): Top | null {
  return TOPS.find(([icons]) => icons.test(icon))?.[1](commissioned, random) ?? null;
}

const TILES: readonly Rgb[] = [lch(0.52, 0.13, 36), lch(0.46, 0.09, 44), lch(0.44, 0.04, 255)];
const SNOW: Rgb = [0.95, 0.97, 1];

function roofTop({ colour, isSnowy }: Commissioned, random: Random): Top {
  const roof = isSnowy ? SNOW : (colour ?? random.pick(TILES));
  const courses = [8, 14, 20, 36, 42, 48].map((y) => `M3 ${y}H77`).join("");
  const svg = [
    shape("M2 2H78V28H2Z", lighter(roof, 0.14)),
    shape("M2 28H78V54H2Z", darker(roof, isSnowy ? 0.12 : 0.24)),
    line(courses, darker(roof, 0.4), 0.8, isSnowy ? 0.2 : 0.5),
    line("M2 28H78", lighter(roof, 0.3), 1.6),
    shape("M52 12H60V20H52Z", lch(0.5, 0.07, 35)),
    shape("M53.6 13.6H58.4V18.4H53.6Z", lch(0.24, 0.02, 40)),
    shape("M16 36H28V46H16Z", lch(0.7, 0.06, 235)),
    line("M22 36V46M16 41H28", [0.95, 0.94, 0.9], 0.9),
  ].join("");
  return { svg: svgDocument(svg, 80, 56), width: 1, isUpright: true };
}

function castleTop({ colour, isSnowy }: Commissioned, random: Random): Top {
  const stone = colour ?? lch(0.7, 0.03, 75);
  const roof = isSnowy ? SNOW : random.pick(TILES);
  const tower = (x: number, y: number): string =>
    `${disc(x, y, 11, stone)}${disc(x, y, 8.6, darker(roof, 0.2))}${shape(`M${x} ${y}L${x - 8.6} ${y}A8.6 8.6 0 0 1 ${x} ${y - 8.6}Z`, lighter(roof, 0.18))}${shape(`M${x} ${y}L${x + 8.6} ${y}A8.6 8.6 0 0 0 ${x} ${y - 8.6}Z`, roof)}${disc(x, y, 1, darker(roof, 0.5))}`;
  const svg = [
    shape("M12 12H88V88H12Z", stone),
    shape("M20 20H80V80H20Z", isSnowy ? SNOW : lch(0.64, 0.05, 95)),
    shape("M20 20H80V26H20ZM20 20H26V80H20Z", darker(stone, 0.4), 0.5),
    line("M12 16H88M16 12V88M84 12V88M12 84H88", darker(stone, 0.35), 1.4, 0.7),
    shape("M40 34H66V60H40Z", lighter(roof, 0.1)),
    shape("M40 47H66V60H40Z", darker(roof, 0.25)),
    shape("M45 80H55V88H45Z", darker(stone, 0.5)),
    tower(14, 14),
    tower(86, 14),
    tower(14, 86),
    tower(86, 86),
  ].join("");
  return { svg: svgDocument(svg, 100, 100), width: 1.1, isUpright: true };
}

function carTop({ colour, isNight }: Commissioned, random: Random): Top {
  const paint = colour ?? random.pick([lch(0.55, 0.17, 28), lch(0.6, 0.11, 240), lch(0.8, 0.12, 85), lch(0.9, 0.01, 90)]);
  const glass = lch(0.32, 0.03, 240);
  const svg = [
    `<defs>${gradient("Zcar", "down", lighter(paint, 0.22), paint, darker(paint, 0.24))}</defs>`,
    `<rect x="16" y="1" width="13" height="42" rx="2" fill="#1d1d21"/><rect x="70" y="1" width="13" height="42" rx="2" fill="#1d1d21"/>`,
    shape("M14 4C34 1.6 70 1.6 88 4C96 6 98 12 98 22C98 32 96 38 88 40C70 42.4 34 42.4 14 40C4 38 2 32 2 22C2 12 4 6 14 4Z", "Zcar"),
    shape("M30 8C28 16 28 28 30 36L40 32.6V11.4Z", glass),
    shape("M80 9C81.6 16 81.6 28 80 35L71 32V12Z", glass),
    shape("M42 6.4H70L69 10H43ZM42 37.6H70L69 34H43Z", glass),
    shape("M41 12H70V32H41Z", lighter(paint, 0.16)),
    line("M26 10C20 14 20 30 26 34", darker(paint, 0.3), 0.8, 0.7),
    disc(5.6, 10, 2.2, isNight ? LAMP : [0.97, 0.96, 0.88]),
    disc(5.6, 34, 2.2, isNight ? LAMP : [0.97, 0.96, 0.88]),
    shape("M95 9H97.4V15H95ZM95 29H97.4V35H95Z", lch(0.55, 0.2, 28)),
  ].join("");
  return { svg: svgDocument(svg, 100, 44), width: 1 };
}

function boatTop({ colour, word }: Commissioned, random: Random): Top {
  const hull = colour ?? random.pick([lch(0.94, 0.02, 85), lch(0.5, 0.14, 28), lch(0.45, 0.09, 245)]);
  const deck = lch(0.74, 0.07, 70);
  const hasSail = /sail|yacht|ship/.test(word);
  const svg = [
    `<defs>${gradient("Zsail", "down", WHITE, [0.86, 0.87, 0.9])}</defs>`,
    shape("M0 32C10 27 22 26 30 26L30 38C22 38 10 37 0 32Z", WHITE, 0.5),
    shape("M10 20C40 14 76 16 98 32C76 48 40 50 10 44C7 38 7 26 10 20Z", darker(hull, 0.12)),
    shape("M13 22C40 17 74 19 93 32C74 45 40 47 13 42C10.6 37 10.6 27 13 22Z", lighter(hull, 0.12)),
    shape("M17 25C40 21 68 23 84 32C68 41 40 43 17 39C15.4 35 15.4 29 17 25Z", deck),
    line("M18 29H76M17 32H80M18 35H76", darker(deck, 0.3), 0.7, 0.6),
    hasSail ? shape("M62 32L20 12C34 10 54 20 62 32Z", "Zsail") : shape("M30 25.6H36V38.4H30ZM50 25H56V39H50Z", darker(deck, 0.35)),
    hasSail ? shape("M92 32L64 31C72 22 84 24 92 32Z", "Zsail") : "",
    hasSail ? disc(62, 32, 1.6, darker(deck, 0.5)) : "",
  ].join("");
  return { svg: svgDocument(svg, 100, 64), width: 1 };
}

function treeTop({ isSnowy }: Commissioned, random: Random): Top {
  const leaf = isSnowy ? mixRgb(lch(0.5, 0.1, 130), WHITE, 0.7) : lch(0.5, 0.105, random.range(115, 138));
  const tufts = [0, 1, 2].map((layer) =>
    Array.from({ length: 14 - layer * 3 }, (_, k) => {
      const angle = (k / (14 - layer * 3)) * Math.PI * 2 + random.next();
      const reach = (30 - layer * 9) * random.range(0.5, 1);
      return disc(
        Number((50 - layer * 4 + Math.cos(angle) * reach).toFixed(1)),
        Number((50 - layer * 5 + Math.sin(angle) * reach).toFixed(1)),
        17 - layer * 4,
        layer === 0 ? darker(leaf, 0.3) : layer === 1 ? leaf : lighter(leaf, 0.24),
      );
    }).join(""),
  );
  return { svg: svgDocument(`${disc(50, 50, 32, darker(leaf, 0.3))}${tufts.join("")}`, 100, 100), width: 1 };
}

function palmTop(_commissioned: Commissioned, random: Random): Top {
  const fronds = Array.from({ length: 9 }, (_, k) => {
    const leaf = lch(random.range(0.46, 0.62), 0.11, random.range(120, 138));
    const turn = Math.round((k / 9) * 360 + random.range(-12, 12));
    return `<g transform="rotate(${turn} 50 50)">${shape("M50 50C58 38 80 36 98 46C84 48 66 54 50 50Z", leaf)}${line("M50 50C64 45 82 43 97 46M62 46L66 40M70 44.4L75 38.6M66 47.6L72 51M76 45.6L82 48.6", darker(leaf, 0.3), 0.8, 0.8)}</g>`;
  });
  return { svg: svgDocument(`${fronds.join("")}${disc(50, 50, 4, lch(0.45, 0.06, 60))}`, 100, 100), width: 1 };
}

function umbrellaTop({ colour }: Commissioned, random: Random): Top {
  const cloth = colour ?? random.pick([lch(0.6, 0.18, 28), lch(0.62, 0.12, 240), lch(0.8, 0.14, 85), lch(0.62, 0.12, 165)]);
  const rib = (k: number): string =>
    `${(50 + Math.cos((k * Math.PI) / 4) * 47).toFixed(1)} ${(50 + Math.sin((k * Math.PI) / 4) * 47).toFixed(1)}`;
  const gores = Array.from({ length: 8 }, (_, k) =>
    shape(`M50 50L${rib(k)}L${rib(k + 1)}Z`, k % 2 === 0 ? darker(cloth, k > 4 ? 0 : 0.14) : [0.95, 0.94, 0.9]),
  );
  return { svg: svgDocument(`${gores.join("")}${disc(50, 50, 3, darker(cloth, 0.5))}`, 100, 100), width: 0.9 };
}

/** Head and shoulders from above, the arms a little out. */
export function personTop(coat: Rgb, random: Random): Top {
  const hair = random.pick([lch(0.22, 0.02, 40), lch(0.36, 0.06, 48), lch(0.68, 0.1, 78), lch(0.46, 0.11, 42)]);
  const skin = random.pick([lch(0.84, 0.06, 58), lch(0.74, 0.08, 55), lch(0.56, 0.085, 50)]);
  const svg = [
    disc(12, 30, 4, skin),
    disc(68, 34, 4, skin),
    shape("M24 60C26 52 32 50 34 56L33 66C30 69 25 68 24 60ZM44 14C45 8 52 8 53 14L52 22H45Z", darker(coat, 0.62)),
    `<ellipse cx="40" cy="38" rx="29" ry="14" fill="${hex(coat)}"/>`,
    shape("M11 38A29 14 0 0 0 69 38A29 8 0 0 1 11 38Z", darker(coat, 0.24)),
    disc(40, 36, 12.4, darker(hair, 0.2)),
    disc(39, 34.6, 11, hair),
    line("M33 29Q39 25.6 46 30M34 33Q40 30 47 34", lighter(hair, 0.28), 1.1, 0.7),
  ].join("");
  return { svg: svgDocument(svg, 80, 76), width: 0.42 };
}

/** An animal on its four feet, its nose to the left. */
export function animalTop(fur: Rgb, chest: Rgb): Top {
  const svg = [
    `<defs>${gradient("Zback", "down", lighter(fur, 0.16), fur, darker(fur, 0.22))}</defs>`,
    line("M84 26C94 24 98 16 100 10", darker(fur, 0.1), 5),
    shape("M34 12H41V4Q37.6 1 34 4ZM34 38H41V46Q37.6 49 34 46ZM72 12H79V5Q75.6 2 72 5ZM72 38H79V45Q75.6 48 72 45Z", darker(fur, 0.25)),
    shape("M28 25C28 12 44 9 56 12C68 8 86 12 87 25C86 38 68 42 56 38C44 41 28 38 28 25Z", "Zback"),
    line("M34 25H80", darker(fur, 0.3), 1.4, 0.4),
    shape("M22 12C24 5 32 6 31 14ZM22 38C24 45 32 44 31 36Z", darker(fur, 0.3)),
    shape("M3 25C4 20 12 12 22 11C32 11 36 18 36 25C36 32 32 39 22 39C12 38 4 30 3 25Z", "Zback"),
    shape("M3 25C4 22 9 19 13 20C15 23 15 27 13 30C9 31 4 28 3 25Z", chest),
    disc(3.6, 25, 1.8, [0.13, 0.1, 0.11]),
    disc(17, 18.4, 1.3, [0.1, 0.08, 0.09]),
    disc(17, 31.6, 1.3, [0.1, 0.08, 0.09]),
  ].join("");
  return { svg: svgDocument(svg, 104, 50), width: 0.9 };
}
