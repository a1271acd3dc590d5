import { colourOf } from "../../lexicon/colours";
import type { Looks } from "../../lexicon/looks";
import { hex, lch, type Rgb } from "../../raster/colour";
import { darker, disc, lighter, line, shape } from "./svg-parts";

/** Tight curls around the head. */
export function curls(hair: Rgb, isFromBehind: boolean): string {
  const around = Array.from({ length: 13 }, (_, k) => {
    const angle = Math.PI * (1.06 + 0.88 * (k / 12));
    return disc(
      Number((24 + Math.cos(angle) * 6.8).toFixed(2)),
      Number((8 + Math.sin(angle) * 6.6).toFixed(2)),
      2.5,
      k % 2 === 0 ? hair : darker(hair, 0.14),
    );
  });
  const sides = [10.4, 12.8].flatMap((y) => [disc(17.6, y, 2.1, hair), disc(30.4, y, 2.1, darker(hair, 0.14))]);
  return `${sides.join("")}${around.join("")}${isFromBehind ? disc(24, 10, 6.4, hair) : ""}`;
}

export function crownOf(): string {
  const gold = lch(0.82, 0.14, 88);
  return `${shape("M17.8 4.6L16.6 -4.4L20.4 -1L24 -6.2L27.6 -1L31.4 -4.4L30.2 4.6Q24 2.4 17.8 4.6Z", gold)}${line("M18 3.6Q24 1.6 30 3.6", darker(gold, 0.35), 0.8)}${disc(24, 0, 0.9, lch(0.52, 0.2, 25))}${disc(20.4, 1, 0.7, lch(0.5, 0.14, 250))}${disc(27.6, 1, 0.7, lch(0.5, 0.14, 250))}`;
}

export function beardOf(hair: Rgb, isLong: boolean): string {
  const fall = isLong ? shape("M18.8 13C18.8 22 21 30 24 33C27 30 29.2 22 29.2 13Z", hair) : "";
  return `${fall}${shape("M18.6 10.6C18.6 15.6 20 20.4 24 21C28 20.4 29.4 15.6 29.4 10.6C28.4 13 26.6 12.6 24 12.6C21.4 12.6 19.6 13 18.6 10.6Z", hair)}${line("M22.6 14.3Q24 14.9 25.4 14.3", darker(hair, 0.5), 0.6)}${line("M21.4 15.6L22.4 19.4M24 16V20M26.6 15.6L25.8 19.2", darker(hair, 0.25), 0.4, 0.7)}`;
}

export function headOf(skin: Rgb, hair: Rgb, isFromBehind: boolean, isFemale: boolean, { cut, eyes }: Looks): string {
  const shine = lighter(hair, 0.25);
  const iris = eyes === undefined ? "#251c1e" : hex(darker(colourOf(eyes), 0.2));
  if (isFromBehind)
    return `${disc(18.6, 10, 1.1, skin)}${disc(29.4, 10, 1.1, skin)}${shape("M18.2 9.6C17.8 4.6 20.4 2 24 2C27.6 2 30.2 4.6 29.8 9.6C29.6 14 27.6 17 24 17C20.4 17 18.4 14 18.2 9.6Z", cut === "none" ? skin : hair)}${line("M20.6 5.6Q23.6 3.4 27 5", shine, 0.7, 0.8)}`;
  const face = [
    disc(18.5, 10.2, 1.1, darker(skin, 0.1)),
    disc(29.5, 10.2, 1.1, darker(skin, 0.1)),
    shape("M18.6 8C18.6 3.6 21 2.4 24 2.4C27 2.4 29.4 3.6 29.4 8C29.4 13.6 26.8 17 24 17C21.2 17 18.6 13.6 18.6 8Z", skin),
    shape("M24 3C27.4 3 29.4 4 29.4 8C29.4 13.6 26.8 17 24 17C26.4 14 27 8 24 3Z", darker(skin, 0.12), 0.6),
    `<ellipse cx="21.7" cy="9.6" rx=".7" ry=".85" fill="${iris}"/><ellipse cx="26.3" cy="9.6" rx=".7" ry=".85" fill="${iris}"/>`,
    line("M20.5 7.9Q21.7 7.3 22.9 7.8M25.1 7.8Q26.3 7.3 27.5 7.9", darker(hair, 0.2), 0.6),
    line("M24 9.8L23.5 11.8H24.3", darker(skin, 0.35), 0.45),
    line("M22.4 13.8Q24 14.8 25.6 13.8", lch(0.5, 0.12, 22), 0.75),
  ].join("");
  const cap = isFemale
    ? "M18 9.4C17 3.4 20 1 24 1C28 1 31 3.4 30 9.4C29 6.4 27.6 5 25.4 4.6C23 6.4 20 6.6 18 9.4Z"
    : "M18.1 8.6C17.4 3.4 20 1.2 24 1.2C28 1.2 30.6 3.4 29.9 8.6L29 7C28.6 5.2 27 4.6 24 4.8C21 4.6 19.6 5.4 19 7Z";
  if (cut === "none") return `${face}${line("M20.8 4.6Q23 2.9 25.6 3.3", lighter(skin, 0.5), 0.9, 0.8)}`;
  return `${face}${shape(cap, hair)}${line("M20.4 3.8Q23 1.9 26.6 2.7", shine, 0.6, 0.8)}`;
}

/** Hair to the shoulders: from behind it covers the neck, from the front it frames the face. */
export function longHair(hair: Rgb, isFromBehind: boolean, layer: "back" | "front"): string {
  if (layer === "back")
    return isFromBehind ? "" : shape("M17.6 8C16.4 14 16.2 20 17.6 25.4H30.4C31.8 20 31.6 14 30.4 8Z", darker(hair, 0.2));
  return isFromBehind
    ? `${shape("M18 8C16.6 14 16.4 20 17.6 26.4Q24 29 30.4 26.4C31.6 20 31.4 14 30 8Z", hair)}${line("M20.6 10C20 16 20 21 20.6 26M24 9V27M27.4 10C28 16 28 21 27.4 26", darker(hair, 0.35), 0.5, 0.5)}`
    : `${shape("M18.2 7.4C16.8 12 16.6 18 17.6 22.6C19.4 19 19 12 19.2 8Z", hair)}${shape("M29.8 7.4C31.2 12 31.4 18 30.4 22.6C28.6 19 29 12 28.8 8Z", hair)}`;
}
