import { svgDocument } from "../../lexicon/icons";
import { hex, lch } from "../../raster/colour";
import type { Commissioned } from "./svg-parts";

/** Hues of the bands from the outermost to the innermost, in OKLCH: lightness and hue. */
const BANDS = [
  [0.62, 25],
  [0.72, 52],
  [0.86, 98],
  [0.7, 145],
  [0.66, 235],
  [0.5, 300],
] as const;
const BAND = 2.4;

/** Half a circle of light; what is behind it shines through. */
export function rainbowSvg(_commissioned: Commissioned): string {
  const bands = BANDS.map(([lightness, hue], k) => {
    const radius = 58 - BAND / 2 - k * BAND;
    const colour = hex(lch(lightness, 0.17, hue));
    // Its feet are lost in the haze.
    const fading = `<linearGradient id="Zband${k}" gradientUnits="userSpaceOnUse" x1="0" y1="30" x2="0" y2="60"><stop offset="0" stop-color="${colour}" stop-opacity=".74"/><stop offset="1" stop-color="${colour}" stop-opacity=".12"/></linearGradient>`;
    return `<defs>${fading}</defs><path d="M${60 - radius} 60A${radius} ${radius} 0 0 1 ${60 + radius} 60" fill="none" stroke="url(#Zband${k})" stroke-width="${BAND + 0.15}"/>`;
  });
  return svgDocument(bands.join(""), 120, 60);
}
