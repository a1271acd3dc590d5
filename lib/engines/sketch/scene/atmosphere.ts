import { clamp } from "../raster/maths";
import { f32 } from "../raster/sample";
import type { Stage } from "./stage";

/** What hangs in the air before everything else: fog by depth and, unless the air is to stay clear of them, rain and falling snow. */
export function paintAtmosphere(stage: Stage, isAirClear = false): void {
  const place = stage.spec.places[0];
  const isIndoors = place === "studio" || place === "table" || place === "portrait" || place === "interior" || place === "abstract";
  if (isIndoors || place === "space" || place === "underwater") return;
  if (stage.hasWeather("fog")) paintFog(stage);
  if (isAirClear) return;
  if (stage.hasWeather("rain")) paintRain(stage);
  if (stage.hasWeather("snow")) paintSnowfall(stage);
}

function paintFog(stage: Stage): void {
  const { width, height, noise, light } = stage;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const far = f32(stage.depth, pixel);
      if (far < 0.02) continue;
      const alpha = clamp(far * 0.5 * (0.4 + 0.9 * noise.fbm((x / width) * 2.5, (y / height) * 5, 3))) * 0.6;
      stage.blend(pixel, light.horizon[0], light.horizon[1], light.horizon[2], alpha);
    }
  }
}

function paintRain(stage: Stage): void {
  const { width, height, random, unit } = stage;
  stage.layer(
    (context) => {
      for (let k = 0; k < 520; k++) {
        const x = random.next() * width * 1.1;
        const y = random.next() * height;
        const length = random.range(20, 70) * unit;
        context.strokeStyle = `rgba(225,235,255,${random.range(0.06, 0.3)})`;
        context.lineWidth = random.range(0.8, 2) * unit;
        context.beginPath();
        context.moveTo(x, y);
        context.lineTo(x - length * 0.22, y + length);
        context.stroke();
      }
    },
    null,
    0,
  );
}

function paintSnowfall(stage: Stage): void {
  const { width, height, random, unit } = stage;
  stage.layer(
    (context) => {
      for (let k = 0; k < 420; k++) {
        context.fillStyle = `rgba(255,255,255,${random.range(0.35, 0.95)})`;
        context.beginPath();
        context.arc(random.next() * width, random.next() * height, random.next() ** 3 * 7 * unit + unit, 0, 7);
        context.fill();
      }
    },
    null,
    0,
  );
}
