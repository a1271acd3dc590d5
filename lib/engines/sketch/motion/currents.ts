import { clamp, smooth } from "../raster/maths";
import type { Plate } from "./plate";
import type { Sheet } from "./sheet";

/** Where a point of a sheet takes its colour from, relative to itself, in plate pixels. Written into `out`. */
export type Current = (x: number, y: number, out: Float64Array) => void;

export interface Moment {
  /** Seconds since the first frame. */
  readonly seconds: number;
  /** Seconds of the whole clip. Waves fit into it a whole number of times, so that they end as they began. */
  readonly duration: number;
  /** The clip ends on the plate as it is, rather than beginning with it. */
  readonly isAnchoredAtEnd: boolean;
  readonly isTimelapse: boolean;
}

const TURN = 2 * Math.PI;

/** The movement a sheet has by itself, or null when it has none. */
export function currentOf(plate: Plate, sheet: Sheet, moment: Moment): Current | null {
  switch (sheet.substance) {
    case "sky":
      return cloudDrift(plate, moment);
    case "water":
      return ripples(plate, moment);
    case "afloat":
      return rocking(plate, sheet, moment);
    case "aloft":
      return hovering(plate, sheet, moment);
    case "fluid":
      return swirls(plate, moment);
    case "land":
      return null;
  }
}

/** Angle of something that goes round about `perSecond` times a second and a whole number of times in the clip. */
function phaseOf({ seconds, duration }: Moment, perSecond: number): number {
  return (TURN * Math.max(1, Math.round(perSecond * duration)) * seconds) / duration;
}

/** Waves in perspective: long and tall near the viewer, fine and low at the horizon. Still at the horizon and along hidden edges. */
function ripples(plate: Plate, moment: Moment): Current {
  const { width, height, horizon, unit, roughness } = plate;
  const first = phaseOf(moment, 0.5);
  const second = phaseOf(moment, 0.75);
  const third = phaseOf(moment, 0.35);
  const strength = (0.55 + roughness) * unit;
  // Starts and ends at rest, so that an anchored frame shows the picture as it is.
  const rest = restShare(moment);
  const depth = Math.max(1, height - horizon);
  return (x, y, out) => {
    const near = clamp((y - horizon) / depth);
    const far = 1 / (near + 0.06);
    const across = (x / width - 0.5) * far;
    const amplitude = strength * (0.9 + 7.5 * near) * smooth(0, 0.05, near) * rest;
    const a = Math.sin(far * 7.3 + across * 1.3 - first);
    const b = Math.sin(far * 12.1 - across * 2.9 + 1.7 - second);
    const c = Math.sin(far * 3.1 + across * 5.3 + 4.1 - third);
    out[0] = amplitude * (0.55 * a + 0.35 * b + 0.55 * c);
    out[1] = amplitude * (0.42 * b + 0.34 * c - 0.2 * a) * 0.75;
  };
}

/** An anchored clip lets waves rise from rest over its first half second, or lie down over its last. */
function restShare({ seconds, duration, isAnchoredAtEnd }: Moment): number {
  return isAnchoredAtEnd ? smooth(duration, duration - 0.5, seconds) : smooth(0, 0.5, seconds);
}

/** Clouds travel, faster overhead than at the horizon; the sun or moon stays and they slow down around it. */
function cloudDrift(plate: Plate, moment: Moment): Current {
  const { width, height, horizon, suns, unit } = plate;
  const elapsed = moment.isAnchoredAtEnd ? moment.seconds - moment.duration : moment.seconds;
  const travelled = elapsed * (moment.isTimelapse ? 0.03 : 0.0085) * width;
  const swell = phaseOf(moment, 0.2);
  const radius = 0.09 * Math.min(width, height) * 1.35;
  return (x, y, out) => {
    const overhead = clamp(1 - y / Math.max(1, horizon));
    let free = 1;
    for (const sun of suns) free *= smooth(radius * 0.55, radius * 2.4, Math.hypot(x - sun.x, y - sun.y));
    out[0] = -travelled * (0.3 + 0.7 * overhead) * free;
    out[1] = Math.sin((x / width) * 5 + swell) * 1.2 * unit * overhead * free * Math.sin((TURN * moment.seconds) / moment.duration / 2);
  };
}

/** A boat rises, falls and leans a little about its waterline. */
function rocking(plate: Plate, sheet: Sheet, moment: Moment): Current {
  const calm = 0.6 + plate.roughness;
  const lift = Math.sin(phaseOf(moment, 0.4)) * 3.2 * plate.unit * calm;
  const lean = Math.sin(phaseOf(moment, 0.28) + 0) * 0.011 * calm;
  const { centreX, footY } = sheet;
  return (x, y, out) => {
    out[0] = (y - footY) * lean;
    out[1] = lift - (x - centreX) * lean;
  };
}

/** What hangs in the air or the water rises and sinks. */
function hovering(plate: Plate, sheet: Sheet, moment: Moment): Current {
  const lift = Math.sin(phaseOf(moment, 0.3)) * 7 * plate.unit;
  const sway = Math.sin(phaseOf(moment, 0.22)) * 4 * plate.unit;
  return (_x, y, out) => {
    out[0] = sway * (0.4 + 0.6 * clamp(y / Math.max(1, sheet.footY)));
    out[1] = lift;
  };
}

/** Light through water, marbled paint: slow turning everywhere. */
function swirls(plate: Plate, moment: Moment): Current {
  const { width, height, unit } = plate;
  const first = phaseOf(moment, 0.25);
  const second = phaseOf(moment, 0.4);
  const side = Math.min(width, height);
  const rest = restShare(moment);
  const amplitude = 9 * unit * rest;
  return (x, y, out) => {
    const u = (x / side) * TURN;
    const v = (y / side) * TURN;
    out[0] = amplitude * (Math.sin(v * 1.7 + first) + 0.6 * Math.sin(u * 1.1 + v * 2.6 - second));
    out[1] = amplitude * (Math.sin(u * 1.9 - first + 1) + 0.6 * Math.sin(u * 2.3 - v * 1.3 + second));
  };
}
