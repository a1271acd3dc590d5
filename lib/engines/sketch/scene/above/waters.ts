import { lch, lchFromRgb, mixRgb, type Rgb, WHITE } from "../../raster/colour";
import { clamp, mix, smooth } from "../../raster/maths";
import { ID, type Stage } from "../stage";
import { scatterCrowns } from "./crowns";
import { inLight, isWhite } from "./overhead";

/** Open water from above: swell, and foam where it breaks. */
export function paintSeaFromAbove(stage: Stage): void {
  paintWaterPlane(stage, () => 1);
}

/** A shore from above: sand, the edge of the surf, and water that deepens away from it. */
export function paintBeachFromAbove(stage: Stage): void {
  const { width, height, noise, secondNoise, random } = stage;
  const slant = random.range(-0.25, 0.25);
  const side = random.chance(0.5) ? 1 : -1;
  const share = random.range(0.5, 0.58);
  const depthAt = (x: number, y: number): number => {
    const bay = (noise.fbm(2.3, (y / height) * 2.2, 3) - 0.5) * 0.3;
    const across = side > 0 ? x / width : 1 - x / width;
    return across - share + bay + (y / height - 0.5) * slant;
  };
  paintWaterPlane(stage, (x, y) => smooth(0, 0.4, depthAt(x, y)));
  const sand = inLight(stage, lch(0.87, 0.055, 80));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const deep = depthAt(x, y);
      const pixel = y * width + x;
      const ripple = (secondNoise.fbm((x / height) * 16, (y / height) * 16, 3) - 0.5) * 0.1;
      const wet = smooth(-0.07, -0.01, deep);
      const shade = (0.98 + ripple) * mix(1, 0.78, wet);
      const dry = smooth(0.008, -0.008, deep);
      stage.blend(pixel, clamp(sand[0] * shade), clamp(sand[1] * shade), clamp(sand[2] * shade), dry);
      if (dry > 0.5) stage.ids[pixel] = ID.GROUND;
      if (stage.without("waves")) continue;
      const lace = noise.fbm((x / height) * 14, (y / height) * 14, 3);
      const line = Math.exp(-(((deep - 0.004) / 0.012) ** 2)) + 0.75 * Math.exp(-(((deep - 0.07) / 0.012) ** 2)) * smooth(0.4, 0.6, lace);
      const foam = inLight(stage, WHITE);
      stage.blend(pixel, foam[0], foam[1], foam[2], clamp(line * (0.6 + 0.6 * lace)));
    }
  }
}

/** A lake from above, woods all around it; an island where the composition leaves room. */
export function paintLakeFromAbove(stage: Stage): void {
  const { width, height, noise, framing } = stage;
  const reach = 0.4;
  const inlandAt = (x: number, y: number): number => {
    const dx = (x - framing.subjectX * width * 0.5 - width * 0.25) / width;
    const dy = (y - height * 0.5) / height;
    const angle = Math.atan2(dy, dx);
    return Math.hypot(dx * 0.92, dy) - reach * (0.72 + 0.6 * noise.fbm(Math.cos(angle) * 1.3 + 7, Math.sin(angle) * 1.3 + 3, 3));
  };
  const isWooded = (x: number, y: number) => inlandAt(x, y) > 0.028;
  paintWaterPlane(stage, (x, y) => smooth(0.02, -0.22, inlandAt(x, y)));
  const bank = inLight(stage, isWhite(stage) ? [0.93, 0.95, 0.99] : lch(0.5, 0.08, 122));
  const beach = inLight(stage, lch(0.76, 0.05, 82));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inland = inlandAt(x, y);
      if (inland < 0) continue;
      const tone = mixTone(beach, bank, smooth(0.012, 0.03, inland));
      const grain = 0.9 + 0.2 * noise.fbm((x / height) * 20, (y / height) * 20, 3);
      stage.set(y * width + x, clamp(tone[0] * grain), clamp(tone[1] * grain), clamp(tone[2] * grain));
      stage.ids[y * width + x] = ID.GROUND;
    }
  }
  scatterCrowns(stage, 62 * stage.unit, stage.hasPlace("forest") ? 0.98 : 0.85, isWooded);
}

function mixTone(from: Rgb, to: Rgb, share: number): Rgb {
  return [mix(from[0], to[0], share), mix(from[1], to[1], share), mix(from[2], to[2], share)];
}

/** Water over the whole picture, 0 shallow … 1 deep. */
function paintWaterPlane(stage: Stage, depthAt: (x: number, y: number) => number): void {
  const { width, height, noise, secondNoise, light, colours } = stage;
  const hue = colours[0] === undefined ? 228 : lchFromRgb(colours[0]).hue;
  const chroma = colours[0] === undefined ? 0.085 : Math.max(0.06, lchFromRgb(colours[0]).chroma * 0.8);
  const deep = inLight(stage, lch(0.4, chroma, hue));
  const shallow = inLight(stage, lch(0.74, chroma, hue - 24));
  const crest = mixRgb(shallow, light.sun, 0.45);
  const isRough = stage.hasWeather("wind") || stage.hasWeather("rain") || light.heavy > 0;
  const isCalm = stage.spec.places[0] === "lake";
  const foamShare = stage.without("waves") || isCalm ? 0 : isRough ? 1 : 0.55;
  const scale = isCalm ? 9 : 6;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = x / height;
      const v = y / height;
      const bend = noise.fbm(u * 3, v * 3, 2);
      const swell = secondNoise.ridge(u * scale + bend * 1.6, v * scale * 0.62 + bend * 1.1, 4);
      const body = noise.fbm(u * 2.2 + 5, v * 2.2, 4);
      const share = clamp(1 - depthAt(x, y) * (0.72 + 0.45 * body));
      const light01 = smooth(0.55, 0.95, swell) * (isCalm ? 0.28 : 0.42);
      const foam = smooth(0.86, 0.97, swell * (0.78 + 0.32 * body)) * foamShare;
      const pixel = y * width + x;
      const tone = mixTone(mixTone(deep, shallow, share), crest, light01);
      stage.set(
        pixel,
        mix(tone[0], 0.97 * light.strength, foam),
        mix(tone[1], 0.98 * light.strength, foam),
        mix(tone[2], light.strength, foam),
      );
      stage.ids[pixel] = ID.WATER;
    }
  }
}
