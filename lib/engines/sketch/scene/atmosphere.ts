import type { SKRSContext2D } from "@napi-rs/canvas";
import { mixRgb } from "../raster/colour";
import { clamp } from "../raster/maths";
import { Random } from "../raster/random";
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
  if (place === "city" || place === "street") coverRoofs(stage);
  // Elsewhere walls and houses share the numbers of far fields.
  const isDesert = place === "desert";
  const isOpen = place === "meadow" || isDesert;
  const { samples } = image;
  const mean = isDesert ? meanOfGround(stage) : 0;
  const bright = 0.4 + 0.58 * light.strength;
  const snow = mixRgb([bright, bright, bright * 1.02], light.ambient, 0.1);
  for (let pixel = 0; pixel < ids.length; pixel++) {
    const id = u8(ids, pixel);
    const isField = isOpen && pixel / stage.width > stage.horizon && id > ID.SKY && id < ID.WATER;
    if (id !== ID.GROUND && !isField) continue;
    const at = pixel * 3;
    // What was dark stays a little darker, so that paths and furrows are still read under it.
    const relief = isDesert
      ? 0.94 + 2.4 * (f32(samples, at + 1) - mean)
      : (isOpen ? 0.6 : 0.84) + (isOpen ? 0.44 : 0.3) * f32(samples, at + 1);
    stage.blend(pixel, clamp(snow[0] * relief), clamp(snow[1] * relief), clamp(snow[2] * relief), isDesert ? 0.76 : 0.88);
  }
}

/** How bright sand is, 0–1: around it dunes keep their light and their shaded side under the snow. */
function meanOfGround({ ids, image, horizon, width }: Stage): number {
  let [sum, count] = [0, 0];
  for (let pixel = Math.floor(horizon) * width; pixel < ids.length; pixel += 7) {
    sum += f32(image.samples, pixel * 3 + 1);
    count++;
  }
  return count === 0 ? 0.5 : sum / count;
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
  if (stage.hasWeather("wind")) paintBlown(stage);
}

/** Bolts in the sky, behind all that stands before it. */
export function paintLightning(stage: Stage): void {
  if (!stage.hasWeather("lightning") || !hasSky(stage)) return;
  const { width, horizon, unit, ids, image } = stage;
  const { top } = stage.frame;
  const random = new Random(`${stage.spec.seed}|lightning`);
  const sky = image.samples.slice();
  const broad = stage.spec.medium === "flat" ? 1.8 : 1;
  const bolt = (context: SKRSContext2D, x: number, y: number, foot: number, wide: number): void => {
    const points: (readonly [number, number])[] = [[x, y]];
    let [at, down] = [x, y];
    while (down < foot) {
      at += random.range(-60, 60) * unit;
      down += random.range(28, 62) * unit;
      points.push([at, Math.min(down, foot)]);
    }
    for (const [line, colour] of [
      [wide * 6, "rgba(190,200,255,0.16)"],
      [wide * 2.6, "rgba(215,220,255,0.45)"],
      [wide, "#fffdf0"],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = line * unit * broad;
      context.lineJoin = "round";
      context.beginPath();
      for (const [px, py] of points) context.lineTo(px, py);
      context.stroke();
    }
    const fork = points[Math.floor(points.length / 2)];
    if (fork !== undefined && wide > 4) bolt(context, fork[0], fork[1], fork[1] + (foot - fork[1]) * 0.6, wide * 0.5);
  };
  stage.layer(
    (context) => {
      const foot = top + (horizon - top) * 0.98;
      for (const share of [random.range(0.15, 0.4), random.range(0.6, 0.85)]) {
        // Above the frame it comes straight down to where it is seen.
        if (top > 0) {
          context.strokeStyle = "#fffdf0";
          context.lineWidth = 9 * unit * broad;
          context.beginPath();
          context.moveTo(share * width, 0);
          context.lineTo(share * width, top);
          context.stroke();
        }
        bolt(context, share * width, top, foot, 9);
      }
    },
    null,
    0,
  );
  for (let pixel = 0; pixel < ids.length; pixel++) {
    if (u8(ids, pixel) === ID.SKY && pixel < horizon * width) continue;
    for (let k = 0; k < 3; k++) image.samples[pixel * 3 + k] = f32(sky, pixel * 3 + k);
  }
}

/** What the wind carries: leaves over land, sand over dunes, spray over water. */
function paintBlown(stage: Stage): void {
  const { width, height, unit, spec } = stage;
  const random = new Random(`${spec.seed}|wind`);
  const place = spec.places[0] ?? "abstract";
  const isLeafy = !/^(?:sea|lake|beach|desert|snow)$/.test(place) && !stage.hasWeather("snow");
  const tones = isLeafy
    ? spec.season === "autumn"
      ? ["#c8641e", "#d99a2b", "#a8431c", "#e0b44a"]
      : ["#5f7d33", "#84974a", "#a3a04f", "#6b6a2c"]
    : place === "desert" || place === "beach"
      ? ["#fff1d2", "#b88a4e", "#f3dcb0"]
      : ["#ffffff", "#eef4f8"];
  stage.layer(
    (context) => {
      const isSand = place === "desert" || place === "beach";
      for (let k = 0; k < (isLeafy ? 90 : isSand ? 260 : 150); k++) {
        const near = random.next() ** 2;
        // Sand blows along the ground.
        const [x, y] = [random.next() * width, (isSand ? 1 - 0.62 * random.next() ** 1.5 : random.range(0.1, 1)) * height];
        const long = (10 + 22 * near) * unit;
        context.save();
        context.translate(x, y);
        context.rotate(isLeafy ? random.range(-0.9, 0.5) : random.range(-0.12, 0.06));
        context.fillStyle = tones[k % tones.length] ?? "#fff";
        context.globalAlpha = isLeafy ? 0.92 : isSand ? 0.7 : 0.6;
        context.beginPath();
        context.ellipse(0, 0, isLeafy ? long : long * 3.4, isLeafy ? long * 0.42 : Math.max(0.8, 2.2 * unit), 0, 0, 7);
        context.fill();
        context.restore();
      }
    },
    null,
    0,
  );
}

/** Snow on roofs and walls: where what is near begins under what is far. */
function coverRoofs(stage: Stage): void {
  const { width, height, ids, depth, unit, light } = stage;
  const deep = Math.max(2, Math.round(22 * unit));
  const bright = 0.4 + 0.58 * light.strength;
  const tops: number[] = [];
  for (let y = 1; y < Math.min(height, stage.horizon); y++)
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const [id, over] = [u8(ids, pixel), u8(ids, pixel - width)];
      const isRoof =
        id !== over && id > ID.GROUND && id < ID.WATER && (over === ID.SKY || f32(depth, pixel - width) > f32(depth, pixel) + 0.01);
      if (isRoof) tops.push(pixel);
    }
  for (const top of tops)
    for (let k = 0; k < deep; k++) {
      const pixel = top + k * width;
      if (pixel >= width * height) break;
      const shade = bright * (1 - 0.25 * (k / deep));
      stage.blend(pixel, shade, shade, Math.min(1, shade * 1.02), 0.92);
    }
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
  const slant = stage.hasWeather("wind") ? 0.75 : 0.22;
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
        context.lineTo(x - length * slant, y + length);
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
