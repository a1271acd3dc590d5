import type { Subject } from "../../parse/scene-spec";
import { clamp, mix } from "../../raster/maths";
import type { Random } from "../../raster/random";
import type { Stage } from "../../scene/stage";
import { flockOver } from "./flock";
import { HEADROOM, iconName, type Placement, placementAt, WIDEST } from "./placement";

/** Things that hang in the air where the scene has air (or water, or nothing) around them. */
const FLIES_ANYWHERE = /^branch$|balloon|airship|kite|saucer|airplane|helicopter|butterfly|rocket|honeybee|parachute|comet|dove|eagle/;

const FLOATS_WHERE_FREE =
  /^bird$|owl|parrot|bat$|dragon$|crescent|fish|whale|octopus|turtle|dolphin|jelly|shark|squid|astronaut|planet|ringed|satellite|mermaid|alien/;

export function isFloatingThing(subject: Subject, place: string): boolean {
  const icon = iconName(subject);
  if (place === "studio" || place === "table" || place === "interior")
    return FLIES_ANYWHERE.test(icon) && /balloon|butterfly/.test(icon) && place !== "studio";
  if (FLIES_ANYWHERE.test(icon) || icon === "bird") return true;
  const isOnWater = place === "sea" || place === "lake" || place === "city";
  if (place === "space" || place === "underwater") return !/coral|shell|crab|lobster/.test(icon);
  return !isOnWater && /fish|whale|octopus|dolphin|jelly|shark|planet|ringed|satellite|dragon$/.test(icon)
    ? true
    : !isOnWater && FLOATS_WHERE_FREE.test(icon) && /bat$|alien|crescent/.test(icon);
}

/** A rainbow is no thing among others: it stands behind all of them. */
export function isInTheSky(subject: Subject, place: string): boolean {
  return iconName(subject) === "rainbow" && hasAir(place);
}

/** As wide as the picture, or as the sky is high; of several each is smaller than the one before. */
export function acrossTheSky({ width, height, horizon, framing, floor }: Stage, subject: Subject, order: number): Placement {
  const foot = mix(Math.max(horizon, height * 0.42), Math.max(horizon, floor.farY), 0.5) + height * 0.03;
  const size = Math.min(width * WIDEST, 2 * (foot - height * HEADROOM)) * 0.78 ** order;
  return { ...placementAt(subject, order, { size, x: width * mix(0.5, 1 - framing.sunX, 0.4), baseY: foot }), isFloating: true };
}

/** One of several that fly, spread over the sky. */
export function inFlock({ spec, width, height, horizon }: Stage, subject: Subject, order: number, size: number): Placement {
  const sky = Math.max(horizon, height * 0.4);
  const lowest = sky * (/^(?:city|street)$/.test(spec.places[0] ?? "") ? 0.56 : 0.9);
  const region = { left: width * 0.06, right: width * 0.94, top: height * HEADROOM, bottom: lowest };
  const perch = flockOver(region, subject.count, size, `${spec.seed}|${subject.word}`)[order] ?? { x: width / 2, y: lowest, size };
  return placementAt(subject, order, { size: perch.size, x: perch.x, baseY: perch.y });
}

/** Steps of this share of the sky put several neither in a line nor twice at one height. */
const GOLDEN = 0.618;

export function hasAir(place: string): boolean {
  return !/^(?:studio|table|interior|portrait|abstract|space|underwater)$/.test(place);
}

/** The foot of what flies: well above the land, several at different heights. */
export function inTheSky({ height, horizon, spec }: Stage, size: number, k: number, count: number, random: Random): number {
  const sky = Math.max(horizon, height * 0.4);
  const step = count === 1 ? 0 : ((k * GOLDEN) % 1) - 0.4;
  // Over a town it flies above the roofs.
  const share = /^(?:city|street)$/.test(spec.places[0] ?? "") ? 0.16 : 0.42;
  const middle = sky * (share + step * 0.55) + random.range(-0.03, 0.03) * height;
  return clamp(middle + size * 0.5, height * HEADROOM + size, Math.max(height * HEADROOM + size, sky * 0.92));
}
