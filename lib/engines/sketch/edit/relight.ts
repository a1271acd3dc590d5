import type { Light } from "../lexicon/lights";
import { labFromRgb, rgbFromLab } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { f32 } from "../raster/sample";
import { toneOf } from "../references/tone";
import { resolveLight, type SceneLight } from "../scene/light";
import { paintSky } from "../scene/sky";
import { stageOf } from "./pixel-stage";
import type { Study } from "./segment";

/**
 * The picture at another hour: all of it takes the brightness, the contrast and the colour of that light. What is where in it stays, a sun or
 * moon too: in a film the one would stand beside the other while the first gives way to the second.
 */
export function retoned(picture: Raster, light: Light): Raster {
  return toned(picture, light, resolveLight(light, [], 0));
}

/** As `retoned`, but that a sky that is clear is painted anew, with the grain of the old one, so that its paper or its brush stays. */
export function relight(picture: Raster, study: Study, light: Light, seed: number): Raster {
  const stage = stageOf(picture, study, seed, { light, composition: "thirds-right" });
  const { strength } = stage.light;
  const out = toned(picture, light, stage.light);
  if (study.sky === null || !study.isSkyClear) return out;
  paintSky(stage, study.horizon * 1.1 + 1);
  const luma = picture.luma();
  const soft = blur(luma, 5 * stage.unit + 1).samples;
  for (let pixel = 0; pixel < luma.samples.length; pixel++) {
    // A pale sail is no sky.
    const sky = f32(study.sky.samples, pixel) * (1 - f32(study.thing.samples, pixel));
    if (sky < 0.01) continue;
    const grain = clamp(f32(luma.samples, pixel) - f32(soft, pixel), -0.12, 0.12) * (0.35 + 0.5 * strength);
    for (let k = 0; k < 3; k++) {
      const i = pixel * 3 + k;
      out.samples[i] = mix(f32(out.samples, i), clamp(f32(stage.image.samples, i) + grain), sky);
    }
  }
  return out;
}

function toned(picture: Raster, light: Light, { strength, ambient, sun }: SceneLight): Raster {
  const own = toneOf(picture);
  const goal = 0.06 + 0.57 * strength;
  const contrast = 0.7 + 0.25 * strength;
  const chroma = light === "neon" ? 1.2 : 0.4 + 0.6 * strength;
  const [, coolA, coolB] = labFromRgb(...ambient);
  const [, warmA, warmB] = labFromRgb(...sun);
  const out = new Raster(picture.width, picture.height, 3);
  for (let i = 0; i < picture.samples.length; i += 3) {
    const [lightness, a, b] = labFromRgb(f32(picture.samples, i), f32(picture.samples, i + 1), f32(picture.samples, i + 2));
    const lit = clamp(goal + (lightness - own.mean[0]) * contrast, 0.02, 0.99);
    const warmth = clamp((lightness - own.mean[0]) / (own.spread[0] * 2 + 0.05) + 0.5);
    out.samples.set(
      rgbFromLab(lit, a * chroma + mix(coolA * 0.55, warmA * 0.75, warmth), b * chroma + mix(coolB * 0.55, warmB * 0.75, warmth)),
      i,
    );
  }
  return out;
}
