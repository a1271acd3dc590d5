import { mixRgb } from "../raster/colour";
import { clamp } from "../raster/maths";
import { f32, u8 } from "../raster/sample";
import { ID, type Stage } from "./stage";

/** Whether the scene has a sky that weather can come from. */
function hasSky({ spec }: Stage): boolean {
  switch (spec.places[0]) {
    case "studio":
    case "table":
    case "portrait":
    case "interior":
    case "abstract":
    case "space":
    case "underwater":
    case undefined:
      return false;
    default:
      return true;
  }
}

/** Snow that lies on the ground of places which have no winter of their own; what stands on it comes later. */
export function coverWithSnow(stage: Stage): void {
  const place = stage.spec.places[0];
  if (!stage.hasWeather("snow") || !hasSky(stage) || place === "snow" || place === "forest" || place === "mountains") return;
  const { light, ids, image } = stage;
  // Elsewhere walls and houses share the numbers of far fields.
  const isOpen = place === "meadow" || place === "desert";
  const { samples } = image;
  const bright = 0.4 + 0.58 * light.strength;
  const snow = mixRgb([bright, bright, bright * 1.02], light.ambient, 0.1);
  for (let pixel = 0; pixel < ids.length; pixel++) {
    const id = u8(ids, pixel);
    const isField = isOpen && pixel / stage.width > stage.horizon && id > ID.SKY && id < ID.WATER;
    if (id !== ID.GROUND && !isField) continue;
    const at = pixel * 3;
    // What was dark stays a little darker, so that paths and furrows are still read under it.
    const relief = (isOpen ? 0.6 : 0.84) + (isOpen ? 0.44 : 0.3) * f32(samples, at + 1);
    stage.blend(pixel, clamp(snow[0] * relief), clamp(snow[1] * relief), clamp(snow[2] * relief), 0.88);
  }
}

/** What hangs in the air before everything else: fog by depth and, unless the air is to stay clear of them, rain and falling snow. */
export function paintAtmosphere(stage: Stage, isAirClear = false): void {
  if (!hasSky(stage)) return;
  if (stage.hasWeather("fog")) paintVeil(stage, 0.78, 0.16);
  else if (stage.hasWeather("rain")) paintVeil(stage, 0.42, 0.04);
  else if (stage.hasWeather("snow")) paintVeil(stage, 0.24, 0.03);
  if (!isAirClear) paintFalling(stage);
}

/** Rain and snow in the air. */
export function paintFalling(stage: Stage): void {
  if (!hasSky(stage)) return;
  if (stage.hasWeather("rain")) paintRain(stage);
  if (stage.hasWeather("snow")) paintSnowfall(stage);
}

/** Air that takes the colour out of what is far, `far` of it at the horizon and `near` of it before our feet. Not over the sky. */
function paintVeil(stage: Stage, far: number, near: number): void {
  const { width, noise, light } = stage;
  const { top, height } = stage.frame;
  const [red, green, blue] = light.horizon;
  for (let y = 0; y < stage.height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const distance = clamp(f32(stage.depth, pixel));
      const drift = 0.55 + 0.75 * noise.fbm((x / width) * 2.5, ((y - top) / height) * 5, 3);
      stage.blend(pixel, red, green, blue, clamp((near + far * Math.sqrt(distance)) * drift, 0, 0.9));
    }
  }
}

/** Streaks wide enough for a brush to keep them, light before the dark and dark before a bright sky. */
function paintRain(stage: Stage): void {
  const { width, height, random, unit } = stage;
  const isBright = stage.light.strength > 0.7;
  // Flat colour drops what is thin or faint.
  const broad = stage.spec.medium === "flat" ? 2 : 1;
  stage.layer(
    (context) => {
      for (let k = 0; k < 620 / broad; k++) {
        const x = random.next() * width * 1.15;
        const y = random.range(-0.06, 1) * height;
        const nearness = random.next() ** 2;
        const length = (40 + 90 * nearness) * random.range(0.8, 1.2) * unit;
        const tone = isBright && k % 3 === 0 ? "84,98,118" : "232,240,250";
        context.strokeStyle = `rgba(${tone},${(0.2 + 0.35 * nearness) * (broad === 1 ? 1 : 1.5)})`;
        context.lineWidth = Math.max(0.7, (1.4 + 3.4 * nearness) * unit * broad);
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
        context.arc(random.next() * width, random.next() * height, Math.max(0.7, random.next() ** 3 * 9 * unit + 1.6 * unit), 0, 7);
        context.fill();
      }
    },
    null,
    0,
  );
}
