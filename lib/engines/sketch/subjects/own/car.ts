import { svgDocument } from "../../lexicon/icons";
import { lch, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { type Commissioned, darker, disc, gradient, INK, LAMP, lighter, line, shape } from "./svg-parts";

const PAINTS: readonly Rgb[] = [lch(0.56, 0.18, 28), lch(0.52, 0.11, 245), lch(0.6, 0.09, 165), lch(0.85, 0.05, 85), lch(0.42, 0.03, 260)];
const TYRE: Rgb = [0.11, 0.11, 0.13];
const STEEL: Rgb = [0.82, 0.83, 0.86];
const YELLOW: Rgb = lch(0.83, 0.17, 88);

interface Coachwork {
  readonly body: string;
  readonly front: string;
  readonly rear: string;
  /** The edge of the roof, where the light runs along. */
  readonly crest: string;
  readonly door: string;
}

const SALOON: Coachwork = {
  body: "M4 33C3 27.5 6 24.6 14 23.2L27 21.2C33 14.6 39 10.6 49 10.2H60C68 10.4 74 14.6 79 20.6C88 21.4 92.4 23.4 93 28.4V33C93 35.2 91.6 36.4 89 36.4H8C5.4 36.4 4.2 35 4 33Z",
  front: "M31.6 21C36 16 41 13.2 48.6 12.8H51.4V21Z",
  rear: "M54.4 12.8H60C66 13 71 16 75 20.6L54.4 21Z",
  crest: "M29 19.6C35 13.8 41 11.2 49 10.9H60C66 11.1 71 13.6 75.6 17.4",
  door: "M53 12.8V34M31 21.4C31 27 31.6 31 33 34M76 21.2C75 26 71 29 68 34",
};

const HATCH: Coachwork = {
  body: "M4 33C3 27 6 23.8 15 22.4L25 20.6C30 12.6 36 7.8 47 7.4H68C79 7.6 85 11.6 88 20C91.6 21.4 93 24 93 28V33C93 35.2 91.6 36.4 89 36.4H8C5.4 36.4 4.2 35 4 33Z",
  front: "M29.6 20.4C34 13.6 39 10.4 47 10H49.6V20.4Z",
  rear: "M52.8 10H67C76 10.2 81 13 83.6 19.6L52.8 20.4Z",
  crest: "M27.6 18.2C33 10.8 38.6 8.4 47 8.1H68C76 8.2 81 10.4 84.6 15",
  door: "M51.2 10V34M29 21C29 27 30 31 32 34M69 20.6C70 26 69 30 67 34",
};

/** A car seen from its left side, its bonnet to the left. */
export function carSvg({ colour, word, isNight }: Commissioned, random: Random): string {
  const isTaxi = /taxi|cab/.test(word);
  const paint = colour ?? (isTaxi ? YELLOW : random.pick(PAINTS));
  const coachwork = random.chance(0.5) ? SALOON : HATCH;
  const glass: Rgb = isNight ? lch(0.45, 0.05, 240) : lch(0.62, 0.07, 235);
  const seam = darker(paint, 0.55);
  return svgDocument(
    [
      `<defs>${gradient("Zpaint", "down", lighter(paint, 0.28), paint, darker(paint, 0.32))}${gradient("Zglass", "down", lighter(glass, 0.5), glass)}${gradient("Zrim", "down", STEEL, [0.5, 0.51, 0.55])}</defs>`,
      isTaxi ? `${shape("M50 3.4H64L65.6 9H48.4Z", [0.98, 0.96, 0.86])}${line("M52.4 6.6H61.6", INK, 1.3)}` : "",
      shape(coachwork.body, "Zpaint"),
      shape(coachwork.front, "Zglass"),
      shape(coachwork.rear, "Zglass"),
      line("M37 20L42.4 13.6M40.4 20L46 12.6M60 20L65.4 13.2", [1, 1, 1], 1.1, 0.4),
      line(coachwork.crest, lighter(paint, 0.7), 0.9, 0.8),
      line("M12 25.2C34 22.6 62 22.4 90 24.4", lighter(paint, 0.65), 0.9, 0.7),
      line(coachwork.door, seam, 0.7, 0.75),
      shape("M6 31.6H92.4V33.4C92.4 35.4 91 36.4 89 36.4H8C5.6 36.4 4.6 34 4.6 32Z", darker(paint, 0.68)),
      line("M56.6 24.6H61M36.8 24.8H41", lighter(paint, 0.55), 1.3),
      shape("M28.4 19.4C26 18.6 24.6 19.8 25 21.6L28.8 22Z", darker(paint, 0.3)),
      shape("M5 26.6C7 24.8 10 24.2 13.4 24.2C13 26.8 11 28.6 6.4 28.8C5 28.4 4.6 27.6 5 26.6Z", isNight ? LAMP : [0.95, 0.95, 0.9]),
      shape("M92.8 25.4C90.6 25 89 25 87.6 25.6C87.8 27.8 89.4 28.8 93 28.8Z", lch(0.55, 0.21, 25)),
      isTaxi ? checkers() : "",
      ...[22.5, 74].map(wheel),
    ].join(""),
    97,
    46,
  );
}

function wheel(x: number): string {
  const spokes = Array.from({ length: 5 }, (_, k) => {
    const angle = (k / 5) * 2 * Math.PI - Math.PI / 2;
    return `M${x} 36L${(x + Math.cos(angle) * 4.8).toFixed(2)} ${(36 + Math.sin(angle) * 4.8).toFixed(2)}`;
  }).join("");
  return `<path d="M${x - 10.2} 36.6A10.2 10.2 0 0 1 ${x + 10.2} 36.6Z" fill="#19171b"/>${disc(x, 36, 8.7, TYRE)}${disc(x, 36, 5.6, "Zrim")}${line(spokes, [0.36, 0.36, 0.4], 1.2)}${disc(x, 36, 1.5, [0.3, 0.3, 0.34])}`;
}

function checkers(): string {
  return Array.from(
    { length: 11 },
    (_, k) => `<rect x="${33.6 + k * 3}" y="${k % 2 === 0 ? 26.6 : 28.4}" width="3" height="1.8" fill="#1c181a"/>`,
  ).join("");
}
