import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const STONES: readonly Rgb[] = [lch(0.72, 0.03, 78), lch(0.66, 0.02, 250), lch(0.78, 0.04, 65), lch(0.6, 0.03, 60)];
const SNOW: Rgb = [0.95, 0.97, 1];

function stoneOf({ colour }: Commissioned, random: Random): Rgb {
  return colour ?? random.pick(STONES);
}

function stoneDefs(stone: Rgb): string {
  return `<defs>${gradient("Zstone", "right", lighter(stone, 0.26), stone, darker(stone, 0.32))}${gradient("Zface", "down", lighter(stone, 0.14), darker(stone, 0.2))}</defs>`;
}

/** Joints of `rows` courses between two heights, shifted from course to course. */
function joints(left: number, right: number, top: number, bottom: number, rows: number, stone: Rgb): string {
  const tall = (bottom - top) / rows;
  const marks = Array.from({ length: rows }, (_, row) => {
    const y = top + row * tall;
    const uprights = [0.2, 0.5, 0.8].map((share) => {
      const x = left + (right - left) * (share + (row % 2 === 0 ? 0 : 0.13));
      return x < right - 1 ? `M${x.toFixed(1)} ${y.toFixed(1)}V${(y + tall).toFixed(1)}` : "";
    });
    return `M${left} ${y.toFixed(1)}H${right}${uprights.join("")}`;
  });
  return line(marks.join(""), darker(stone, 0.4), 0.6, 0.5);
}

/** A bridge on two round arches, its parapet rising to the middle. */
export function bridgeSvg(commissioned: Commissioned, random: Random): string {
  const stone = stoneOf(commissioned, random);
  const rise = random.range(4, 10);
  const crown = 24 - rise;
  return svgDocument(
    [
      stoneDefs(stone),
      shape(`M0 34Q80 ${crown - rise} 160 34V70H142C142 46 92 46 92 70H68C68 46 18 46 18 70H0Z`, "Zface"),
      line(`M3 42Q80 ${crown + 6 - rise} 157 42`, darker(stone, 0.35), 1, 0.8),
      line("M18 70C18 46 68 46 68 70M92 70C92 46 142 46 142 70", darker(stone, 0.45), 2.6),
      line("M15 70C15 42 71 42 71 70M89 70C89 42 145 42 145 70", lighter(stone, 0.25), 1.2, 0.8),
      line(
        "M4 50H14M6 58H16M2 64H10M74 52H86M73 60H87M76 66H84M146 52H156M145 60H154M30 44H38M120 44H130M104 42H112M50 42H58",
        darker(stone, 0.35),
        0.9,
        0.6,
      ),
      shape(`M0 34Q80 ${crown - rise} 160 34V28Q80 ${crown - 6 - rise} 0 28Z`, commissioned.isSnowy ? SNOW : lighter(stone, 0.3)),
      line(`M0 34Q80 ${crown - rise} 160 34`, darker(stone, 0.5), 0.9),
      shape("M76 52H84V70H76Z", darker(stone, 0.12)),
    ].join(""),
    160,
    71,
  );
}

/** A free-standing arch of cut stones. */
export function archSvg(commissioned: Commissioned, random: Random): string {
  const stone = stoneOf(commissioned, random);
  const spring = random.range(40, 48);
  return svgDocument(
    [
      stoneDefs(stone),
      shape(`M8 100V34C8 12 26 4 46 4C66 4 84 12 84 34V100H64V${spring}C64 32 56 25 46 25C36 25 28 32 28 ${spring}V100Z`, "Zstone"),
      joints(8, 28, spring, 100, 6, stone),
      joints(64, 84, spring, 100, 6, stone),
      line("M28 44L9 36M31 33L16 18M38 27L32 7M46 25V4M54 27L60 7M61 33L76 18M64 44L83 36", darker(stone, 0.45), 0.8, 0.6),
      shape("M41 3H51L50 26H42Z", lighter(stone, 0.22)),
      shape("M4 96H32V101H4ZM60 96H88V101H60Z", darker(stone, 0.15)),
      commissioned.isSnowy ? line("M10 26C16 10 30 4 46 4C62 4 76 10 82 26", SNOW, 3) : "",
    ].join(""),
    92,
    101,
  );
}

/** A fluted column with its capital. */
export function pillarSvg(commissioned: Commissioned, random: Random): string {
  const stone = stoneOf(commissioned, random);
  const isBroken = random.chance(0.3);
  const flutes = [16, 20, 24, 28, 32].map((x) => `M${x} ${isBroken ? 26 : 18}V112`).join("");
  return svgDocument(
    [
      stoneDefs(stone),
      isBroken ? shape("M12 112V30L17 24L21 30L27 19L31 27L36 22V112Z", "Zstone") : shape("M12 112L13 16H35L36 112Z", "Zstone"),
      line(flutes, darker(stone, 0.35), 1.2, 0.6),
      isBroken ? "" : shape("M9 10H39V16H9ZM5 3H43V10H5Z", lighter(stone, 0.12)),
      isBroken ? "" : `${line("M9 16H39M5 10H43", darker(stone, 0.45), 0.8)}`,
      shape("M8 110H40V116H8ZM4 116H44V122H4Z", "Zface"),
    ].join(""),
    48,
    123,
  );
}

/** A stepped pyramid face in the light and one in the shade. */
export function pyramidSvg(commissioned: Commissioned, random: Random): string {
  const stone = commissioned.colour ?? lch(random.range(0.72, 0.8), random.range(0.06, 0.1), random.range(62, 80));
  const ridge = random.range(84, 104);
  const courses = Array.from({ length: 11 }, (_, k) => {
    const share = (k + 1) / 12;
    return `M${(70 - 70 * share).toFixed(1)} ${(2 + 82 * share).toFixed(1)}L${(70 + (ridge - 70) * share).toFixed(1)} ${(2 + 92 * share).toFixed(1)}L${(70 + 70 * share).toFixed(1)} ${(2 + 82 * share).toFixed(1)}`;
  });
  return svgDocument(
    [
      stoneDefs(stone),
      shape(`M70 2L0 84L${ridge} 94Z`, lighter(stone, 0.16)),
      shape(`M70 2L${ridge} 94L140 84Z`, darker(stone, 0.34)),
      line(courses.join(""), darker(stone, 0.45), 0.7, 0.5),
      shape(`M${ridge - 30} 90L${ridge - 29} 80L${ridge - 22} 81L${ridge - 21} 91Z`, darker(stone, 0.7)),
    ].join(""),
    140,
    95,
  );
}

/** Broken columns under what is left of their beam. */
export function ruinsSvg(commissioned: Commissioned, random: Random): string {
  const stone = stoneOf(commissioned, random);
  const column = (x: number, top: number): string =>
    `${shape(`M${x} 88V${top + 4}L${x + 3} ${top}L${x + 7} ${top + 3}L${x + 12} ${top - 1}V88Z`, "Zstone")}${line(`M${x + 3} ${top + 8}V86M${x + 6} ${top + 8}V86M${x + 9} ${top + 8}V86`, darker(stone, 0.35), 0.9, 0.6)}${shape(`M${x - 2} 86H${x + 14}V91H${x - 2}Z`, darker(stone, 0.1))}`;
  return svgDocument(
    [
      stoneDefs(stone),
      column(14, 22),
      column(38, 22),
      column(66, random.range(34, 56)),
      column(96, random.range(24, 66)),
      shape("M9 10H58L64 15L58 22H9Z", "Zface"),
      shape("M12 10L34 1L56 10Z", lighter(stone, 0.1)),
      line("M9 16H60M9 22H56", darker(stone, 0.4), 0.8),
      shape("M0 91H122V96H0Z", darker(stone, 0.14)),
      shape("M56 91L60 83L70 82L74 91ZM82 91L80 86L88 84L92 91ZM112 91L113 82L121 84L121 91Z", "Zstone"),
      shape("M8 91C10 84 14 86 15 91ZM104 91C106 86 110 86 111 91Z", lch(0.52, 0.1, 130)),
    ].join(""),
    122,
    97,
  );
}

/** A needle of one stone on a stepped foot. */
export function obeliskSvg(commissioned: Commissioned, random: Random): string {
  const stone = stoneOf(commissioned, random);
  const marks = Array.from({ length: 9 }, (_, k) => {
    const y = 26 + k * 8;
    return random.chance(0.5) ? `M18 ${y}h5v3h-5z` : `M18 ${y}l3 3l3-3M18 ${y + 4}h6`;
  });
  return svgDocument(
    [
      stoneDefs(stone),
      shape("M20 2L28 14L31 104H9L13 14Z", "Zstone"),
      shape("M20 2L28 14L22 16L20 2Z", darker(stone, 0.3)),
      shape("M22 16L28 14L31 104H24Z", darker(stone, 0.28)),
      line(marks.join(""), darker(stone, 0.5), 0.8, 0.7),
      shape("M5 104H35V110H5ZM1 110H39V117H1Z", "Zface"),
      line("M5 110H35", darker(stone, 0.4), 0.7),
    ].join(""),
    40,
    118,
  );
}

/** A flight of steps that rises to the right. */
export function stairsSvg(commissioned: Commissioned, random: Random): string {
  const stone = stoneOf(commissioned, random);
  const count = random.integer(6, 8);
  const step = 84 / count;
  const steps = Array.from({ length: count }, (_, k) => {
    const x = 4 + k * step;
    const y = 88 - (k + 1) * step * 0.94;
    return `${shape(`M${x.toFixed(1)} 88V${y.toFixed(1)}H104V88Z`, k % 2 === 0 ? lighter(stone, 0.06) : stone)}${shape(`M${x.toFixed(1)} ${y.toFixed(1)}L${(x + 8).toFixed(1)} ${(y - 4).toFixed(1)}H112L104 ${y.toFixed(1)}Z`, commissioned.isSnowy ? SNOW : lighter(stone, 0.4))}${line(`M${x.toFixed(1)} ${y.toFixed(1)}H104`, darker(stone, 0.4), 0.7, 0.7)}`;
  });
  return svgDocument(
    `${stoneDefs(stone)}${steps.join("")}${shape(`M104 88V${(88 - count * step * 0.94).toFixed(1)}L112 ${(84 - count * step * 0.94).toFixed(1)}V84Z`, darker(stone, 0.36))}`,
    114,
    89,
  );
}

/** A round tower with battlements and lit slits. */
export function towerSvg({ isNight, isSnowy, ...commissioned }: Commissioned, random: Random): string {
  const stone = stoneOf({ ...commissioned, isNight, isSnowy }, random);
  const pane: Rgb = isNight ? LAMP : darker(stone, 0.72);
  const roof = lch(0.46, 0.11, random.pick([32, 250, 165]));
  const hasRoof = random.chance(0.55);
  const slit = (x: number, y: number): string => shape(`M${x - 2} ${y + 9}V${y + 2}Q${x} ${y - 2} ${x + 2} ${y + 2}V${y + 9}Z`, pane);
  return svgDocument(
    [
      stoneDefs(stone),
      shape("M12 120L15 44H45L48 120Z", "Zstone"),
      joints(14, 46, 50, 120, 9, stone),
      shape("M8 30H52V44H8Z", "Zstone"),
      shape("M8 30V24H14V30H20V24H26V30H34V24H40V30H46V24H52V30Z", stone),
      line("M8 44H52M10 37H50", darker(stone, 0.45), 0.9, 0.8),
      hasRoof ? shape("M9 27L30 0L51 27Q30 33 9 27Z", isSnowy ? SNOW : roof) : "",
      hasRoof ? shape("M30 0L51 27Q42 30 32 30Z", darker(isSnowy ? SNOW : roof, 0.3)) : "",
      slit(30, 54),
      slit(22, 76),
      slit(38, 84),
      shape("M23 120V108C23 100 37 100 37 108V120Z", darker(stone, 0.65)),
    ].join(""),
    60,
    121,
  );
}

/** A draw well with its roof, bucket and crank. */
export function wellSvg({ colour, isSnowy }: Commissioned, random: Random): string {
  const stone = random.pick(STONES);
  const roof = colour ?? lch(0.48, 0.1, random.range(28, 60));
  const wood = lch(0.46, 0.07, 52);
  return svgDocument(
    [
      stoneDefs(stone),
      line("M18 66V26M78 66V26", wood, 4.4),
      line("M14 38H84M84 38V44M48 38V52", darker(wood, 0.3), 2),
      shape("M43 52H53L51.6 61H44.4Z", wood),
      shape("M10 64H86L82 96H14Z", "Zstone"),
      joints(13, 83, 70, 96, 3, stone),
      `<ellipse cx="48" cy="64" rx="38" ry="7" fill="rgb(50,52,58)"/>`,
      line("M10 64A38 7 0 0 0 86 64", lighter(stone, 0.35), 3.4),
      shape("M4 30L20 4H76L92 30Z", isSnowy ? SNOW : roof),
      line("M14 22H82M9 28H87M18 14H78M32 6L26 30M48 5V30M64 6L70 30", darker(roof, 0.4), 0.9, isSnowy ? 0.2 : 0.6),
    ].join(""),
    96,
    97,
  );
}
