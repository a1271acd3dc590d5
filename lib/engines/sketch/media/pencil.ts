import { blur, Raster } from "../raster/image";
import { clamp, mix, smooth } from "../raster/maths";
import { Noise } from "../raster/noise";
import { f32, item } from "../raster/sample";
import type { Sitting } from "./canvas-picture";
import { outlinesOf } from "./outlines";
import { paperGrain } from "./paper";

const PAPER = [0.962, 0.95, 0.925] as const;
const GRAPHITE = [0.17, 0.165, 0.18] as const;

/** Graphite: outlines, two directions of shading that catch on the tooth, white paper left around the drawing. */
export function paintPencil(sitting: Sitting): Raster {
  const { stage, picture, seed, inks } = sitting;
  const { width, height, unit } = stage;
  const noise = new Noise(`${seed}pc`);
  const grain = paperGrain(width, height, unit, seed, 1).samples;
  const tone = blur(picture.luma(), 1.5 * unit).samples;
  const lines = outlinesOf(stage, picture, 20);
  const colour = blur(picture, 3 * unit).samples;
  // A night drawn as dark as it is would be one grey sheet.
  const lift = stage.light.isDark ? 0.34 : 0;
  const colourShare = inks.length > 0 ? 0.55 : 0;
  const out = new Raster(width, height, 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const t = mix(smooth(0.1, 0.95, f32(tone, i)), 1, lift);
      const angle = f32(stage.depth, i) > 0.9 ? 0.5 : 0.85;
      const wobble = noise.fbm(x / (50 * unit), y / (50 * unit), 2) * 2.2;
      const first = 0.5 + 0.5 * Math.sin(((x * Math.cos(angle) + y * Math.sin(angle)) / (3.4 * unit) + wobble) * Math.PI);
      const second = 0.5 + 0.5 * Math.sin(((x * Math.cos(angle + 1.2) + y * Math.sin(angle + 1.2)) / (3 * unit) + wobble) * Math.PI);
      const tooth = f32(grain, i);
      let graphite = ((1 - t) * (0.5 + 0.4 * first) + (t < 0.5 ? (0.5 - t) * 0.9 * second : 0)) * (0.45 + 1.1 * tooth);
      graphite = Math.max(graphite * 0.86, (f32(lines.object, i) * 0.95 + f32(lines.tone, i) * 0.4 * (1 - t)) * (0.4 + tooth));
      const toEdge = Math.min(x, width - 1 - x, y, height - 1 - y) + (noise.fbm(x / (60 * unit), y / (18 * unit), 3) - 0.5) * 90 * unit;
      graphite = clamp(graphite * 0.95) * smooth(10 * unit, 60 * unit, toEdge);
      for (let k = 0; k < 3; k++) {
        const lead = mix(item(GRAPHITE, k), f32(colour, i * 3 + k) * 0.8, colourShare);
        out.samples[i * 3 + k] = clamp(mix(item(PAPER, k), lead, graphite) + (tooth - 0.5) * 0.04);
      }
    }
  }
  return out;
}
