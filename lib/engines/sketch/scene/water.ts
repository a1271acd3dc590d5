import { lch, mixRgb } from "../raster/colour";
import { clamp, mix, smooth } from "../raster/maths";
import { f32 } from "../raster/sample";
import { ID, type Stage } from "./stage";

/** Water from `top` (y in pixels) down: the mirrored scene bent by waves, glitter under the sun, foam when rough. `calm` 0–1. */
export function paintWater(stage: Stage, top: number, calm: number): void {
  const { width, height, light, noise, secondNoise, unit } = stage;
  const mirror = stage.snapshot();
  const tint = mixRgb(mixRgb(light.top, lch(0.35, 0.07, 225), 0.5), light.middle, 0.2);
  const glitterShare = stage.without("reflection") ? 0 : light.heavy > 0 ? 0.3 : 1;
  const foamShare = stage.without("waves") ? 0 : (1 - calm) * 0.8;
  const gloss = stage.without("reflection") ? 0.35 : 0.9;
  // Nearer than where the scene was composed the water is as at its lower edge, in larger waves.
  const reach = stage.frame.top + stage.frame.height - top;
  for (let y = top; y < height; y++) {
    const t = (y - top) / reach;
    const perspective = 1 / (t + 0.035);
    const amplitude = (6 + 46 * Math.min(1, t)) * unit * (1 - calm * 0.6);
    const mirrored = mix(gloss, gloss * 0.47, Math.min(1, t) ** 0.7);
    for (let x = 0; x < width; x++) {
      const wx = (x / width - 0.5) * perspective * 1.7;
      const wy = perspective * 3.2;
      const swell = noise.fbm(wx * 2.1 + 4, wy * 4.2, 3) - 0.5;
      const ripple = secondNoise.fbm(wx * 6 + 9, wy * 11, 2) - 0.5;
      const sourceX = clamp(x + (swell * 2.4 + ripple) * amplitude * 0.8, 0, width - 1) | 0;
      // Below the mirror image of the picture's upper edge the sky goes on: folded back, and fading into its highest tone.
      const mirroredY = Math.min(top - 1, top - (y - top) * 0.92 - (swell + ripple) * amplitude * 2.2);
      const beyond = mirroredY < 0 ? smooth(0, 0.12 * stage.frame.height, -mirroredY) : 0;
      const source = (Math.min(top - 1, Math.abs(mirroredY) | 0) * width + sourceX) * 3;
      const shade = (swell * 0.6 + ripple) * 0.34 * (1 - calm * 0.5);
      let r = mix(tint[0], mix(f32(mirror, source), light.top[0], beyond), mirrored) + shade * 0.5;
      let g = mix(tint[1], mix(f32(mirror, source + 1), light.top[1], beyond), mirrored) + shade * 0.55;
      let b = mix(tint[2], mix(f32(mirror, source + 2), light.top[2], beyond), mirrored) + shade * 0.6;
      const fromSun = (x - stage.sunX) / width;
      const column = Math.exp(-(fromSun * fromSun) / (0.0022 + 0.012 * t)) * glitterShare;
      const glitter = clamp(smooth(0.08, 0.2, swell * 0.55 + ripple * 0.75) * column * 1.1);
      r = mix(r, light.sun[0], glitter);
      g = mix(g, light.sun[1], glitter);
      b = mix(b, light.sun[2], glitter);
      const foam = smooth(0.24, 0.36, swell * 0.5 + ripple + t * 0.05) * foamShare;
      r = mix(r, 0.95 * light.strength + 0.05, foam);
      g = mix(g, 0.97 * light.strength + 0.05, foam);
      b = mix(b, light.strength, foam);
      const pixel = y * width + x;
      stage.set(pixel, clamp(r), clamp(g), clamp(b));
      stage.depth[pixel] = Math.max(0, 1 - t);
      stage.ids[pixel] = ID.WATER;
    }
  }
}
