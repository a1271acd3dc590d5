import { css, lch, mixRgb } from "../../raster/colour";
import { clamp, mix } from "../../raster/maths";
import { paintSky } from "../sky";
import type { Stage } from "../stage";
import { drawBamboo, drawBirch, drawConifer, drawLeafTree, leafHue, paintGrassBeyond } from "../vegetation";
import { setLandFloor } from "./land-floor";

/** Rows of firs and leafy trees into the mist, with a clearing in the middle and sun between the trunks. */
export function paintForest(stage: Stage): void {
  const { width, random, light, framing, noise } = stage;
  const { height } = stage.frame;
  stage.setHorizon(0.5);
  paintSky(stage, stage.down(0.75));
  const base = stage.down(0.6 + framing.horizonShift * 0.6);
  const rows = 6;
  const hue = leafHue(stage);
  const isSnowy = stage.hasWeather("snow") || stage.hasPlace("snow");
  const clearing = 0.2 + random.range(0, 0.12);
  for (let row = 0; row < rows; row++) {
    const t = row / (rows - 1);
    const distance = (1 - t) * 0.92;
    const colour = stage.air(lch(0.3 + 0.05 * random.next(), 0.06, 150 + random.range(-14, 14)), distance);
    const lit = stage.air(mixRgb(lch(0.6, 0.12, 125), light.sun, 0.35), distance);
    const tall = mix(0.12, 0.62, t ** 1.25) * height * (stage.spec.camera === "close" ? 1.2 : 1);
    const count = Math.round((mix(46, 9, t) * width) / height);
    const foot = mix(base - 0.02 * height, stage.down(1.03), t ** 1.15);
    if (!stage.without("trees")) {
      stage.layer(
        (context) => {
          for (let k = 0; k < count; k++) {
            let across = random.next() * 1.1 - 0.05;
            const fromSubject = across - framing.subjectX;
            const open = clearing * (0.6 + 0.4 * t);
            if (t > 0.5 && Math.abs(fromSubject) < open)
              across = framing.subjectX + Math.sign(fromSubject === 0 ? 1 : fromSubject) * (open + random.next() * 0.3);
            const y = foot + random.range(-0.02, 0.03) * height;
            const own = tall * random.range(0.55, 1.05);
            // Which trees grow here no season changes.
            const [isLeafy, jitter] = [random.chance(0.5), random.range(-14, 14)];
            if (stage.spec.woods === "bamboo") drawBamboo(stage, context, across * width, y, own * 0.062, distance);
            else if (stage.spec.woods === "birch") drawBirch(stage, context, across * width, y, own * 1.3, hue, distance);
            else if (stage.spec.woods === "mixed" && isLeafy)
              drawLeafTree(stage, context, across * width, y, own * 0.9, hue + jitter, distance, isSnowy);
            else drawConifer(stage, context, across * width, y, own, colour, lit, isSnowy ? 0.8 : 0);
          }
        },
        distance,
        2 + row,
      );
    }
    const soil = isSnowy ? lch(0.86, 0.02, 245) : stage.spec.season === "autumn" ? lch(0.45, 0.08, 60) : lch(0.36, 0.06, 128);
    const ground = stage.air(mixRgb(soil, light.sun, 0.12), distance);
    stage.layer(
      (context) => {
        const fade = context.createLinearGradient(0, foot - 0.03 * height, 0, stage.down(1));
        fade.addColorStop(0, css(ground, 0));
        fade.addColorStop(0.12, css(ground, 0.9));
        fade.addColorStop(1, css(isSnowy ? ground : mixRgb(ground, [0.04, 0.06, 0.06], 0.25), 1));
        context.fillStyle = fade;
        context.fillRect(0, foot - 0.03 * height, width, stage.height);
      },
      distance,
      1,
    );
    layMist(stage, foot, (0.34 + stage.fog * 0.55) * (1 - t), row);
  }
  if (!isSnowy && stage.height > stage.down(1)) paintGrassBeyond(stage, base, hue, [], 0.6);
  if (light.strength > 0.7 && light.heavy === 0 && !stage.hasWeather("rain") && !stage.without("rays")) {
    for (let y = 0; y < stage.height; y++) {
      for (let x = 0; x < width; x++) {
        const angle = Math.atan2(y - stage.sunY + 60 * stage.unit, x - stage.sunX);
        const reach = Math.exp(-Math.hypot(x - stage.sunX, y - stage.sunY) / (height * 0.6)) * 0.3;
        if (reach < 0.01) continue;
        const ray = clamp((noise.value(angle * 9 + 50, 1.5) - 0.52) / 0.23);
        stage.blend(y * width + x, light.sun[0], light.sun[1], light.sun[2], ray * ray * (3 - 2 * ray) * reach);
      }
    }
  }
  setLandFloor(stage, 0.9, base);
}

function layMist(stage: Stage, centre: number, share: number, row: number): void {
  if (share <= 0.02) return;
  const { width, noise, light } = stage;
  const { top, height } = stage.frame;
  for (let y = 0; y < stage.height; y++) {
    const band = Math.exp(-(((y - centre) / (height * 0.13)) ** 2)) * share;
    if (band < 0.004) continue;
    for (let x = 0; x < width; x++) {
      const alpha = clamp(band * (0.55 + 0.9 * noise.fbm((x / width) * 3 + row, ((y - top) / height) * 9, 3)));
      stage.blend(y * width + x, light.horizon[0], light.horizon[1], light.horizon[2], alpha);
    }
  }
}
