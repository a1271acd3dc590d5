import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, gradient, lighter, line, shape } from "./svg-parts";

const PLANKS: readonly Rgb[] = [lch(0.52, 0.09, 55), lch(0.46, 0.12, 30), lch(0.48, 0.08, 235), lch(0.56, 0.08, 150)];
const CARDBOARD: Rgb = lch(0.7, 0.075, 68);

/** A rowing boat seen from its side: who sits in it looks over its edge. */
export function rowboatSvg({ colour }: Commissioned, random: Random): string {
  const hull = colour ?? random.pick(PLANKS);
  return svgDocument(
    [
      `<defs>${gradient("Zhull", "down", lighter(hull, 0.25), hull, darker(hull, 0.45))}</defs>`,
      shape("M3 3C20 9 76 9 97 2C95 12 88 24 80 28H20C10 24 5 13 3 3Z", "Zhull"),
      line("M5 9C22 15 76 15 95 8.4M8 16C24 21 76 21 91.4 15.6M13 22.4C28 26.4 74 26.4 86.6 22", darker(hull, 0.42), 0.8, 0.8),
      line("M3 3C20 9 76 9 97 2", lighter(hull, 0.5), 2.4),
      line("M66 6.8L90 20", lch(0.62, 0.06, 70), 1.8),
    ].join(""),
    100,
    30,
  );
}

/** A cardboard box with its flaps open. */
export function openBoxSvg({ colour }: Commissioned): string {
  const board = colour ?? CARDBOARD;
  return svgDocument(
    [
      `<defs>${gradient("Zboard", "down", lighter(board, 0.16), board, darker(board, 0.2))}</defs>`,
      shape("M8 16L1 26L10 28L14 17ZM64 16L71 26L62 28L58 17Z", darker(board, 0.22)),
      shape("M10 16H62V56H10Z", "Zboard"),
      shape("M10 16L6 25H66L62 16Z", lighter(board, 0.3)),
      line("M10 25.4H62", darker(board, 0.4), 0.8, 0.7),
      shape("M32 25H40V36H32Z", lighter(board, 0.34), 0.7),
      line("M10 16H62", darker(board, 0.45), 0.8),
    ].join(""),
    72,
    57,
  );
}

const WICKER: Rgb = lch(0.66, 0.09, 72);

/** A wide basket without a handle: what is in it looks over its plaited rim. */
export function wickerBasketSvg({ colour }: Commissioned): string {
  const wicker = colour ?? WICKER;
  const rows = [0, 1, 2, 3, 4].map((row) => {
    const [y, inset] = [15 + row * 6.2, 5 + row * 1.7];
    const canes = Array.from({ length: 12 }, (_, k) => {
      const wide = (100 - 2 * inset) / 12;
      const left = inset + k * wide + (row % 2) * (wide / 2) - wide / 4;
      return `M${left.toFixed(1)} ${y}Q${(left + wide / 2).toFixed(1)} ${y + 3.4} ${(left + wide * 0.94).toFixed(1)} ${y}`;
    });
    return line(canes.join(""), row % 2 === 0 ? lighter(wicker, 0.26) : darker(wicker, 0.26), 2.2);
  });
  return svgDocument(
    [
      `<defs>${gradient("Zwicker", "down", wicker, darker(wicker, 0.36))}</defs>`,
      shape("M3 9H97L88 42Q50 48 12 42Z", "Zwicker"),
      ...rows,
      line("M4 8.6Q50 13 96 8.6", darker(wicker, 0.2), 7),
      line(
        "M8 7.4L13 11M20 8.6L25 12M32 9.2L37 12.8M44 9.6L49 13M56 9.4L61 13M68 9L73 12.4M80 8L85 11.6M90 7L94 10",
        lighter(wicker, 0.4),
        1.6,
      ),
    ].join(""),
    100,
    46,
  );
}
