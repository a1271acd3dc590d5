import { svgDocument } from "../../lexicon/icons";
import { lch, mixRgb, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, LAMP, lighter, line, shape } from "./svg-parts";

const PLASTERS: readonly Rgb[] = [
  lch(0.93, 0.03, 85),
  lch(0.86, 0.06, 70),
  lch(0.84, 0.05, 25),
  lch(0.86, 0.04, 220),
  lch(0.88, 0.05, 150),
];
const ROOFS: readonly Rgb[] = [lch(0.5, 0.13, 35), lch(0.42, 0.09, 45), lch(0.4, 0.04, 255), lch(0.46, 0.06, 165)];
const LOGS: Rgb = lch(0.52, 0.08, 58);
const DOORS: readonly Rgb[] = [lch(0.4, 0.08, 45), lch(0.45, 0.09, 160), lch(0.42, 0.1, 255), lch(0.46, 0.13, 28)];
const SNOW: Rgb = [0.95, 0.97, 1];

/** A house with its gable to the front and its long side to the right; a cabin is of logs. */
export function houseSvg({ colour, word, isNight, isSnowy }: Commissioned, random: Random): string {
  const isCabin = /cabin|lodge|hut/.test(word);
  const wall = colour ?? (isCabin ? LOGS : random.pick(PLASTERS));
  const tile = random.pick(ROOFS);
  const roof = isSnowy ? SNOW : isCabin && colour === null ? lch(0.36, 0.05, 40) : tile;
  const wood = random.pick(DOORS);
  const pane: Rgb = isNight ? LAMP : lch(0.72, 0.06, 235);
  const side = darker(wall, 0.24);
  const chimney = isCabin ? lch(0.55, 0.02, 60) : lch(0.5, 0.09, 35);
  return svgDocument(
    [
      `<defs>${gradient("Zwall", "down", lighter(wall, 0.16), darker(wall, 0.1))}${gradient("Zside", "down", side, darker(side, 0.16))}${gradient("Zroof", "down", lighter(roof, 0.12), isSnowy ? mixRgb(roof, [0.6, 0.7, 0.88], 0.45) : darker(roof, 0.22))}${gradient("Zpane", "down", isNight ? LAMP : lighter(pane, 0.35), pane)}</defs>`,
      shape("M49.4 5.4H56.6V21L49.4 17Z", chimney),
      shape("M53.6 5.4H56.6V21L53.6 19Z", darker(chimney, 0.3)),
      shape("M48.6 3.6H57.4V6.2H48.6Z", isSnowy ? SNOW : darker(chimney, 0.4)),
      shape("M39 31H68V58.4L39 61Z", "Zside"),
      shape("M8 61V32L23.5 14L39.4 32V61Z", "Zwall"),
      isCabin ? logs(wall) : "",
      shape("M23.5 11.4L54 12.6L72 33.4L41 34.2Z", "Zroof"),
      isSnowy ? "" : tiles(darker(roof, 0.38)),
      line("M5.4 34.6L23.5 12.6L41.4 34.2", isSnowy ? SNOW : lighter(roof, 0.06), 3.4),
      line("M6 36L23.5 14.8L40.2 35", darker(roof, isSnowy ? 0.5 : 0.45), 0.9, 0.8),
      window(20, 24.4, 7, 6.2, wood, isNight),
      window(11, 41, 7.6, 9, wood, isNight),
      door(wood),
      window(45.4, 40, 6.4, 8.6, wood, isNight, -0.6),
      window(57, 39.2, 6.2, 8.2, wood, isNight, -0.6),
      line("M39.4 33.6V61", darker(wall, 0.4), 0.5, 0.7),
      shape("M6 60.4L39 61L69 58L71 60.4L39.4 63.4L5 62.6Z", isSnowy ? SNOW : lch(0.45, 0.07, 130), 0.9),
      isSnowy ? "" : bushes(random),
    ].join(""),
    74,
    64,
  );
}

/** `lean` tilts the sill of a window in the receding wall. */
function window(x: number, y: number, wide: number, tall: number, wood: Rgb, isLit: boolean, lean = 0): string {
  const frame: Rgb = [0.97, 0.96, 0.92];
  const quad = (inset: number) =>
    `M${x + inset} ${y + inset}L${x + wide - inset} ${y + inset + lean}V${y + tall - inset + lean}L${x + inset} ${y + tall - inset}Z`;
  return [
    shape(quad(-0.9), frame),
    shape(quad(0), "Zpane"),
    isLit ? "" : line(`M${x + 1} ${y + tall * 0.7}L${x + wide * 0.6} ${y + 0.8}`, [1, 1, 1], 0.7, 0.55),
    line(`M${x + wide / 2} ${y}V${y + tall + lean / 2}M${x} ${y + tall / 2}L${x + wide} ${y + tall / 2 + lean}`, frame, 0.8),
    lean === 0 ? line(`M${x - 1.6} ${y + tall + 1.2}H${x + wide + 1.6}`, darker(wood, 0.1), 1.2) : "",
  ].join("");
}

function door(wood: Rgb): string {
  return [
    shape("M23.4 61V44.4C23.4 41.8 33.4 41.8 33.4 44.4V61Z", [0.96, 0.95, 0.91]),
    shape("M24.6 61V45C24.6 43 32.2 43 32.2 45V61Z", wood),
    line("M28.4 45V60M26 49.4H27M30 49.4H31", darker(wood, 0.4), 0.6),
    `<circle cx="31" cy="53.4" r=".7" fill="#e7c66a"/>`,
    shape("M21.6 60.6H35.2L36.4 62.8H20.4Z", [0.72, 0.7, 0.68]),
  ].join("");
}

function tiles(colour: Rgb): string {
  const rows = Array.from({ length: 5 }, (_, k) => {
    const share = (k + 1) / 6;
    return `M${23.5 + 17.5 * share} ${11.4 + 22.8 * share}L${54 + 18 * share} ${12.6 + 20.8 * share}`;
  });
  return line(rows.join(""), colour, 0.6, 0.55);
}

function logs(wall: Rgb): string {
  const rows = Array.from({ length: 9 }, (_, k) => {
    const y = 34.6 + k * 3;
    return `M8.4 ${y}H39M39.6 ${y - 0.2}L68 ${y - 0.9 - k * 0.12}`;
  });
  return line(rows.join(""), darker(wall, 0.5), 0.8, 0.7);
}

function bushes(random: Random): string {
  const leaf: Rgb = lch(0.5, 0.1, random.range(125, 150));
  const blot = (x: number, y: number, radius: number, share: number) =>
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="rgb(${[...lighter(darker(leaf, 0.2), share)].map((c) => Math.round(c * 255)).join()})"/>`;
  return [
    blot(7, 58.6, 3.6, 0),
    blot(11, 59.6, 3, 0.12),
    blot(4, 60.4, 2.6, 0.2),
    blot(45, 59.4, 2.8, 0.04),
    blot(66, 56.8, 3.8, 0),
    blot(62, 58.6, 3, 0.16),
    line("M5 57l.6-1.4M10 57.6l.8-1.2M64.6 55.4l.8-1.2", lighter(leaf, 0.4), 0.8, 0.8),
  ].join("");
}
