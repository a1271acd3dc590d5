import { FLYING, isAnimal, isPerson } from "../../lexicon/subjects";
import { clamp } from "../../raster/maths";
import type { Stage } from "../../scene/stage";
import { latheHeight } from "../lathe";
import { flockOver, type Perch } from "./flock";
import { HEADROOM, type Placement } from "./placement";

/** Over what stands below, in the free part of the picture above it: one right over it, several spread like a flock. */
export function flyOver(stage: Stage, things: readonly Placement[], below: Placement): void {
  const { width, height } = stage;
  if (things.every(isOnLegs)) {
    leapOver(things, below);
    return;
  }
  const room = height * (things.length > 3 ? 0.42 : 0.3);
  // What is below leaves some sky.
  below.size = Math.min(below.size, Math.max(height * 0.2, below.baseY - room) * 0.95);
  const top = Math.max(below.baseY - tallOf(below), height * 0.24);
  const usual = Math.min(things[0]?.size ?? 0, width * 0.3);
  const wide = things.length === 1 ? usual : clamp(usual * things.length * 0.9, width * 0.4, width * 0.86);
  const middle = clamp(below.x, wide / 2 + width * 0.05, width * 0.95 - wide / 2);
  const region = { left: middle - wide / 2, right: middle + wide / 2, top: height * HEADROOM, bottom: top - height * 0.02 };
  placeFlock(stage, things, flockOver(region, things.length, usual, `${stage.spec.seed}`));
}

/** What cannot fly is no higher than a leap. */
function leapOver(things: readonly Placement[], below: Placement): void {
  for (const [k, thing] of things.entries()) {
    thing.x = below.x + (k - (things.length - 1) / 2) * thing.size * 0.9;
    thing.baseY = below.baseY - tallOf(below) * 0.62;
    thing.standsOn = below;
  }
}

function isOnLegs({ subject: { shape, isAloft } }: Placement): boolean {
  if (isAloft) return false;
  if (shape.kind === "figure") return true;
  return shape.kind === "icon" && (isAnimal(shape.icon) || isPerson(shape.icon)) && !FLYING.test(shape.icon);
}

/** Under what floats, over the free part of the water. */
export function swimUnder(stage: Stage, things: readonly Placement[], above: Placement): void {
  const { width, height } = stage;
  above.size = Math.min(above.size, height * 0.3);
  above.baseY = Math.min(above.baseY, height * 0.3);
  const region = {
    left: width * 0.08,
    right: width * 0.92,
    top: Math.max(above.baseY, height * 0.3) + height * 0.04,
    bottom: height * 0.9,
  };
  placeFlock(stage, things, flockOver(region, things.length, things[0]?.size ?? 0, `${stage.spec.seed}`));
}

function placeFlock({ unit }: Stage, things: readonly Placement[], perches: readonly Perch[]): void {
  for (const [k, thing] of things.entries()) {
    const perch = perches[k];
    if (perch === undefined) continue;
    thing.size = Math.max(perch.size, 30 * unit);
    thing.x = perch.x;
    thing.baseY = perch.y;
    thing.isFloating = true;
  }
}

/** About how tall a thing is for its size. */
function tallOf({ subject: { shape }, size }: Placement): number {
  return shape.kind === "lathe" ? latheHeight(shape.shape, size) : shape.kind === "figure" ? size * 1.25 : size;
}
