import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const WOODS: readonly Rgb[] = [lch(0.56, 0.08, 58), lch(0.46, 0.07, 48), lch(0.66, 0.07, 70)];
const IRON: Rgb = [0.22, 0.22, 0.25];
const SNOW: Rgb = [0.95, 0.97, 1];

function woodOf({ colour }: Commissioned, random: Random): Rgb {
  return colour ?? random.pick(WOODS);
}

function woodDefs(wood: Rgb): string {
  return `<defs>${gradient("Zwood", "down", lighter(wood, 0.24), wood, darker(wood, 0.2))}${gradient("Zround", "right", lighter(wood, 0.2), wood, darker(wood, 0.36))}</defs>`;
}

/** A tower mill; where its sails stand is up to the seed. */
export function windmillSvg({ colour, isNight, isSnowy }: Commissioned, random: Random): string {
  const wall = colour ?? random.pick([lch(0.92, 0.02, 85), lch(0.6, 0.08, 40), lch(0.72, 0.05, 70)]);
  const cap = lch(0.42, 0.07, random.pick([38, 255, 150]));
  const pane: Rgb = isNight ? LAMP : darker(wall, 0.7);
  const turn = random.range(8, 82);
  const sail = [0, 90, 180, 270]
    .map(
      (angle) =>
        `<g transform="rotate(${(angle + turn).toFixed(0)} 48 40)">${line("M48 40V0", darker(lch(0.5, 0.07, 55), 0.2), 1.8)}${shape("M49 33H57V2H49Z", [0.96, 0.94, 0.88], 0.92)}${line("M49 8H57M49 14H57M49 20H57M49 26H57M53 2V33", lch(0.5, 0.05, 60), 0.7, 0.8)}</g>`,
    )
    .join("");
  return svgDocument(
    [
      `<defs>${gradient("Zwall", "right", lighter(wall, 0.25), wall, darker(wall, 0.34))}</defs>`,
      shape("M26 120L36 42H60L70 120Z", "Zwall"),
      line("M30 94H66M33 70H63", darker(wall, 0.3), 0.9, 0.5),
      shape("M33 44C34 30 41 26 48 26C55 26 62 30 63 44Z", isSnowy ? SNOW : cap),
      shape("M46 60H52V69H46ZM42 82H48V91H42Z", pane),
      shape("M42 120V104C42 98 54 98 54 104V120Z", darker(cap, 0.25)),
      sail,
      disc(48, 40, 3, IRON),
    ].join(""),
    96,
    121,
  );
}

/** A run of pickets on two rails. */
export function fenceSvg(commissioned: Commissioned, random: Random): string {
  const wood = commissioned.colour ?? random.pick([[0.95, 0.94, 0.91] as const, ...WOODS]);
  const isPointed = random.chance(0.6);
  const pickets = Array.from({ length: 11 }, (_, k) => {
    const x = 4 + k * 13;
    const top = 8 + random.range(-1, 1);
    return `${shape(isPointed ? `M${x} 54V${top + 6}L${x + 4} ${top}L${x + 8} ${top + 6}V54Z` : `M${x} 54V${top + 2}Q${x + 4} ${top - 1} ${x + 8} ${top + 2}V54Z`, "Zwood")}${line(`M${x + 8} ${top + 6}V54`, darker(wood, 0.35), 0.8, 0.6)}${commissioned.isSnowy ? line(`M${x + 1} ${top + 5}L${x + 4} ${top}L${x + 7} ${top + 5}`, SNOW, 2) : ""}`;
  });
  return svgDocument(
    `${woodDefs(wood)}${shape("M0 20H148V26H0ZM0 40H148V46H0Z", darker(wood, 0.22))}${pickets.join("")}${line("M6 22h2M19 22h2M32 22h2M45 22h2M58 22h2M71 22h2M84 22h2M97 22h2M110 22h2M123 22h2", IRON, 0.8, 0.6)}`,
    148,
    55,
  );
}

/** Two leaves between posts: of boards, or of wrought iron. */
export function gateSvg(commissioned: Commissioned, random: Random): string {
  const isIron = random.chance(0.5);
  const post = commissioned.colour ?? random.pick([lch(0.66, 0.03, 70), lch(0.55, 0.09, 38)]);
  const leaf = isIron
    ? commissioned.colour === null
      ? IRON
      : darker(commissioned.colour, 0.4)
    : (commissioned.colour ?? random.pick(WOODS));
  const bars = isIron
    ? line(
        `${Array.from({ length: 9 }, (_, k) => `M${25 + k * 9} 88V${(26 - Math.sin(((k + 0.5) / 9) * Math.PI) * 10).toFixed(1)}`).join("")}M20 32Q61 10 102 32M20 44H102M20 80H102M61 84V14`,
        leaf,
        2,
      )
    : `${shape("M20 30Q40 18 60 16V88H20ZM62 16Q82 18 102 30V88H62Z", "Zwood")}${line("M30 26V88M40 21V88M50 18V88M72 18V88M82 21V88M92 26V88", darker(leaf, 0.45), 0.9, 0.8)}${line("M20 40H60M20 78H60M62 40H102M62 78H102", darker(leaf, 0.3), 4)}${disc(56, 58, 1.8, IRON)}${disc(66, 58, 1.8, IRON)}`;
  const pier = (x: number): string =>
    `${shape(`M${x} 92V16H${x + 17}V92Z`, "Zround")}${shape(`M${x - 3} 10H${x + 20}V16H${x - 3}Z`, lighter(post, 0.2))}${disc(x + 8.5, 6, 5, lighter(post, 0.08))}${line(`M${x} 30H${x + 17}M${x} 46H${x + 17}M${x} 62H${x + 17}M${x} 78H${x + 17}`, darker(post, 0.4), 0.8, 0.6)}`;
  return svgDocument(
    `<defs>${gradient("Zwood", "down", lighter(leaf, 0.2), leaf, darker(leaf, 0.2))}${gradient("Zround", "right", lighter(post, 0.2), post, darker(post, 0.36))}</defs>${bars}${pier(4)}${pier(101)}`,
    122,
    93,
  );
}

/** A landing stage of boards on piles, running out to the right. */
export function pierSvg(commissioned: Commissioned, random: Random): string {
  const wood = woodOf(commissioned, random);
  const piles = [8, 44, 80, 116, 150].map((x, k) => {
    const top = 4 + random.range(-2, 3);
    return `${shape(`M${x} 60V${top}H${x + 6}V60Z`, "Zround")}${shape(`M${x - 0.4} ${top}Q${x + 3} ${top - 2.4} ${x + 6.4} ${top}Z`, commissioned.isSnowy ? SNOW : lighter(wood, 0.4))}${k % 2 === 0 ? "" : line(`M${x} 40L${x - 14} 58`, darker(wood, 0.3), 1.6)}`;
  });
  const boards = Array.from({ length: 26 }, (_, k) => `M${3 + k * 6.2} 24L${k * 6.2} 32`).join("");
  return svgDocument(
    [
      woodDefs(wood),
      shape("M4 36H160V40H4Z", darker(wood, 0.42)),
      shape("M3 24H163L160 32H0Z", commissioned.isSnowy ? SNOW : lighter(wood, 0.28)),
      line(boards, darker(wood, 0.4), 0.8, 0.7),
      shape("M0 32H160V37H0Z", "Zwood"),
      piles.join(""),
    ].join(""),
    164,
    61,
  );
}

/** A cask with iron hoops. */
export function barrelSvg(commissioned: Commissioned, random: Random): string {
  const wood = woodOf(commissioned, random);
  return svgDocument(
    [
      woodDefs(wood),
      shape("M10 8C4 24 4 46 10 62H46C52 46 52 24 46 8Z", "Zround"),
      line(
        "M17 8C13 26 13 44 17 62M24 8C22.6 26 22.6 44 24 62M32 8C33.4 26 33.4 44 32 62M39 8C43 26 43 44 39 62",
        darker(wood, 0.45),
        0.8,
        0.7,
      ),
      line("M8 16Q28 20 48 16M5.6 28Q28 32 50.4 28M5.6 44Q28 48 50.4 44M8 55Q28 59 48 55", IRON, 2.6),
      `<ellipse cx="28" cy="8" rx="18" ry="3.6" fill="rgb(${lighter(wood, random.range(0.25, 0.4))
        .map((c) => Math.round(c * 255))
        .join()})"/>`,
      line("M10 8A18 3.6 0 0 0 46 8A18 3.6 0 0 0 10 8", darker(wood, 0.3), 1),
    ].join(""),
    56,
    66,
  );
}

/** A box of slats. */
export function crateSvg(commissioned: Commissioned, random: Random): string {
  const wood = woodOf(commissioned, random);
  const lean = random.chance(0.5) ? "M12 58L58 22" : "M12 22L58 58";
  return svgDocument(
    [
      woodDefs(wood),
      shape("M6 16L22 6H78L64 16Z", lighter(wood, 0.4)),
      shape("M64 16L78 6V54L64 64Z", darker(wood, 0.36)),
      shape("M6 16H64V64H6Z", "Zwood"),
      line("M6 28H64M6 40H64M6 52H64M64 28L78 18M64 40L78 30M64 52L78 42", darker(wood, 0.5), 1, 0.8),
      line(lean, lighter(wood, 0.14), 6),
      line("M9 16V64M61 16V64M6 19H64M6 61H64", lighter(wood, 0.2), 5),
      line("M6 16H64V64H6Z", darker(wood, 0.5), 0.8),
    ].join(""),
    80,
    66,
  );
}

/** A chest with its lid up and gold in it. */
export function treasureChestSvg(commissioned: Commissioned, random: Random): string {
  const wood = woodOf(commissioned, random);
  const gold = lch(0.84, 0.15, 88);
  const coins = Array.from({ length: 16 }, (_, k) =>
    disc(
      14 + ((k * 11.3) % 54),
      Number((40 - random.range(0, 8)).toFixed(1)),
      4.2,
      k % 3 === 0 ? lighter(gold, 0.35) : k % 3 === 1 ? gold : darker(gold, 0.2),
    ),
  ).join("");
  return svgDocument(
    [
      woodDefs(wood),
      shape("M6 38L10 12C14 2 68 2 72 12L76 38Z", darker(wood, 0.45)),
      shape("M6 16C10 2 72 2 76 16L72 20C66 10 16 10 10 20Z", "Zwood"),
      coins,
      shape("M4 40H78V70H4Z", "Zwood"),
      line("M4 50H78M4 60H78", darker(wood, 0.45), 0.9, 0.7),
      line("M6 40V70M76 40V70M4 42H78M22 40V70M60 40V70", lch(0.6, 0.07, 80), 3.4),
      shape("M36 40H46V53H36Z", gold),
      disc(41, 46, 1.7, IRON),
    ].join(""),
    82,
    72,
  );
}

/** Two boards on a post, pointing both ways. */
export function signpostSvg(commissioned: Commissioned, random: Random): string {
  const wood = woodOf(commissioned, random);
  const low = random.range(34, 42);
  return svgDocument(
    [
      woodDefs(wood),
      shape("M37 110V6Q40 2 43 6V110Z", darker(wood, 0.3)),
      shape("M12 12H62L74 20L62 28H12Z", "Zwood"),
      shape(`M68 ${low}H18L6 ${low + 8}L18 ${low + 16}H68Z`, "Zwood"),
      line(`M18 18H52M18 22.6H44M28 ${low + 6}H60M36 ${low + 10.6}H60`, darker(wood, 0.6), 1.4, 0.8),
      line(`M12 12H62L74 20L62 28H12ZM68 ${low}H18L6 ${low + 8}L18 ${low + 16}H68Z`, darker(wood, 0.4), 0.8),
      commissioned.isSnowy ? line(`M12 11.4H62M18 ${low - 0.6}H68`, SNOW, 2.4) : "",
      shape("M30 110C32 102 36 104 38 110ZM42 110C44 103 49 104 50 110Z", lch(0.52, 0.1, 130)),
    ].join(""),
    80,
    111,
  );
}

/** A farm cart on two tall wheels. */
export function wagonSvg(commissioned: Commissioned, random: Random): string {
  const wood = woodOf(commissioned, random);
  const hay = random.chance(0.5);
  const wheel = (x: number): string =>
    `${line(`M${x - 17} 56A17 17 0 1 0 ${x + 17} 56A17 17 0 1 0 ${x - 17} 56`, darker(wood, 0.4), 3.4)}${line(`M${x} 39V73M${x - 17} 56H${x + 17}M${x - 12} 44L${x + 12} 68M${x + 12} 44L${x - 12} 68`, darker(wood, 0.25), 1.8)}${disc(x, 56, 3.4, IRON)}`;
  return svgDocument(
    [
      woodDefs(wood),
      hay ? shape("M14 26C18 6 40 2 60 6C84 2 104 8 108 26Z", lch(0.8, 0.11, 88)) : "",
      hay ? line("M22 22l8-8M36 20l6-10M52 20l-2-12M68 20l6-11M84 22l4-10M98 22l-6-8", lch(0.62, 0.11, 80), 1.2, 0.8) : "",
      line("M108 44L140 60", darker(wood, 0.2), 3.4),
      shape("M8 24H114L108 46H14Z", "Zwood"),
      line("M10 32H112M12 39H110M32 24V46M60 24V46M88 24V46", darker(wood, 0.45), 1, 0.7),
      wheel(36),
      wheel(88),
    ].join(""),
    142,
    75,
  );
}

/** A heap of hay, bound by its own weight. */
export function haystackSvg({ colour, isSnowy }: Commissioned, random: Random): string {
  const hay = colour ?? lch(random.range(0.74, 0.84), 0.11, random.range(80, 92));
  const straws = Array.from({ length: 34 }, () => {
    const x = random.range(12, 88);
    const y = random.range(24, 70);
    return `M${x.toFixed(1)} ${y.toFixed(1)}l${random.range(-5, 5).toFixed(1)} ${random.range(4, 9).toFixed(1)}`;
  });
  return svgDocument(
    [
      `<defs>${gradient("Zhay", "right", lighter(hay, 0.28), hay, darker(hay, 0.3))}</defs>`,
      shape("M4 76C6 44 26 4 50 3C74 4 94 44 96 76Q50 82 4 76Z", "Zhay"),
      line(straws.join(""), darker(hay, 0.4), 1, 0.6),
      line(straws.slice(0, 12).join(""), lighter(hay, 0.5), 0.9, 0.8),
      isSnowy ? shape("M24 30C32 12 42 4 50 3C58 4 68 12 76 30C66 26 60 32 50 28C42 32 34 26 24 30Z", SNOW) : "",
    ].join(""),
    100,
    80,
  );
}
