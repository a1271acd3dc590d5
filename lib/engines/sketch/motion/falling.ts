import { clamp, mix } from "../raster/maths";
import { Random } from "../raster/random";
import { item, u32 } from "../raster/sample";
import type { Pose } from "./camera";

/** Rain or snow before the picture: the same drops in every frame, each falling through its own loop. */
export interface Falling {
  readonly kind: "rain" | "snow";
  readonly drops: readonly Drop[];
  /** Opaque colour, 0–255. */
  readonly colour: readonly [number, number, number];
}

interface Drop {
  /** Position at the first frame as a share of the frame, which a drop crosses a whole number of times in a clip. */
  readonly x: number;
  readonly y: number;
  /** 0 far … 1 near. */
  readonly nearness: number;
  readonly falls: number;
  readonly alpha: number;
  readonly swayTurns: number;
  readonly swayStart: number;
}

const RAIN_DROPS = 420;
const SNOW_FLAKES = 380;
/** Frame heights a second, from the farthest drop to the nearest. */
const RAIN_SPEED = [1.5, 2.6] as const;
const SNOW_SPEED = [0.09, 0.24] as const;
/** How far rain is driven aside for each length it falls. */
const RAIN_SLANT = -0.2;
/** A drop starts above the frame and ends below it. */
const MARGIN = 0.12;

export function fallingThings(kind: "rain" | "snow", seed: number, duration: number, colour: Falling["colour"]): Falling {
  const random = new Random(`${seed}|${kind}`);
  const [slow, quick] = kind === "rain" ? RAIN_SPEED : SNOW_SPEED;
  const drops = Array.from({ length: kind === "rain" ? RAIN_DROPS : SNOW_FLAKES }, (): Drop => {
    const nearness = random.next() ** 1.8;
    return {
      x: random.next(),
      y: random.next(),
      nearness,
      falls: Math.max(1, Math.round((mix(slow, quick, nearness) * random.range(0.85, 1.15) * duration) / (1 + 2 * MARGIN))),
      alpha: kind === "rain" ? random.range(0.2, 0.5) * mix(0.7, 1.2, nearness) : random.range(0.4, 0.95),
      swayTurns: Math.max(1, Math.round(random.range(0.15, 0.45) * duration)),
      swayStart: random.next() * 2 * Math.PI,
    };
  });
  return { kind, drops, colour };
}

/** Draws what falls at `time` (0–1 of the clip) over the frame. What is near moves more with the camera. */
export function drawFalling(
  falling: Falling,
  pose: Pose,
  time: number,
  frame: Uint32Array,
  width: number,
  height: number,
  share: number,
): void {
  const unit = Math.min(width, height) / 1024;
  for (const drop of falling.drops) {
    const travelled = drop.y + time * drop.falls;
    const fall = travelled - Math.floor(travelled);
    const y = mix(-MARGIN, 1 + MARGIN, fall) * height;
    const parallax = mix(0.6, 1.6, drop.nearness);
    const drift = -(pose.panX + pose.shiftX) * parallax;
    if (falling.kind === "rain") {
      const length = mix(24, 78, drop.nearness) * unit;
      const x = wrapped(drop.x + drift + (RAIN_SLANT * fall * height) / width) * width;
      drawStreak(
        frame,
        width,
        height,
        x,
        y,
        RAIN_SLANT * length,
        length,
        Math.max(1, mix(1.1, 2.4, drop.nearness) * unit),
        falling.colour,
        drop.alpha * share,
      );
    } else {
      const sway = Math.sin(drop.swayStart + time * drop.swayTurns * 2 * Math.PI) * mix(0.006, 0.022, drop.nearness);
      const x = wrapped(drop.x + drift + sway) * width;
      drawFlake(frame, width, height, x, y, mix(2.1, 11, drop.nearness ** 1.4) * unit, falling.colour, drop.alpha * share);
    }
  }
}

/** Share of the width, a little beyond both edges, so that nothing pops up inside. */
function wrapped(x: number): number {
  const span = 1 + 2 * MARGIN;
  const moved = (x + MARGIN) / span;
  return (moved - Math.floor(moved)) * span - MARGIN;
}

function drawFlake(
  frame: Uint32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  radius: number,
  colour: Falling["colour"],
  alpha: number,
): void {
  const reach = radius + 1;
  // The largest are near the lens and out of focus.
  const softness = 0.6 + radius * 0.35;
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(width - 1, x + reach); px++) {
      const distance = Math.hypot(px + 0.5 - x, py + 0.5 - y);
      const cover = clamp((radius + 0.5 - distance) / softness);
      if (cover > 0) lay(frame, py * width + px, colour, cover * alpha);
    }
  }
}

function drawStreak(
  frame: Uint32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  dx: number,
  dy: number,
  thickness: number,
  colour: Falling["colour"],
  alpha: number,
): void {
  const half = Math.max(0.5, thickness / 2);
  const strength = alpha * Math.min(1, thickness);
  for (let py = Math.max(0, Math.floor(y)); py < Math.min(height, y + dy); py++) {
    const along = clamp((py + 0.5 - y) / dy);
    const centre = x + dx * along;
    // Thin towards both ends.
    const ends = Math.min(1, 4 * along, 4 * (1 - along));
    for (let px = Math.max(0, Math.floor(centre - half - 1)); px <= Math.min(width - 1, centre + half + 1); px++) {
      const cover = clamp(half + 0.5 - Math.abs(px + 0.5 - centre));
      if (cover > 0) lay(frame, py * width + px, colour, cover * strength * ends);
    }
  }
}

function lay(frame: Uint32Array, at: number, colour: Falling["colour"], alpha: number): void {
  const back = u32(frame, at);
  const r = mix(back & 255, item(colour, 0), alpha);
  const g = mix((back >>> 8) & 255, item(colour, 1), alpha);
  const b = mix((back >>> 16) & 255, item(colour, 2), alpha);
  frame[at] = (r | (g << 8) | (b << 16) | 0xff000000) >>> 0;
}
