import { mix, smooth } from "../raster/maths";
import { u32 } from "../raster/sample";
import { type CameraPath, poseAt } from "./camera";
import { currentOf } from "./currents";
import { drawSheets } from "./draw-sheets";
import { drawFalling, type Falling } from "./falling";
import { FRAMES_PER_SECOND } from "./motion-spec";
import type { Plate } from "./plate";
import { cutIntoSheets, type Sheet } from "./sheets";

/** One plate in motion. A film of two takes passes from the first into the second. */
export interface Take {
  readonly plate: Plate;
  readonly path: CameraPath;
  readonly isTimelapse: boolean;
  /** The very picture that the first or last frame shows, at the frame's size, or null. */
  readonly still: { readonly colours: Uint32Array; readonly at: "start" | "end" } | null;
}

export interface Film {
  readonly width: number;
  readonly height: number;
  /** Seconds. */
  readonly duration: number;
  readonly takes: readonly [Take] | readonly [Take, Take];
  /** Warm light half-way between day and night, 0–1. */
  readonly afterglow: number;
  readonly falling: Falling | null;
}

export function frameCount(film: Pick<Film, "duration">): number {
  return Math.round(film.duration * FRAMES_PER_SECOND);
}

/** How far a sheet can be uncovered beside the one before it, as a share of the plate's longer side. */
const REACH = 0.075;

/**
 * The frames of a film, one after the other: opaque RGBA, always in the same buffer, so that each must be used before the next
 * is asked for. The same film gives the same frames.
 */
export function* framesOf(film: Film): Generator<Uint8Array, void, void> {
  const { width, height } = film;
  const stages = film.takes.map((take) => ({
    take,
    sheets: cutIntoSheets(take.plate, REACH * Math.max(take.plate.width, take.plate.height)),
  }));
  const frame = new Uint32Array(width * height);
  const second = film.takes.length > 1 ? new Uint32Array(width * height) : null;
  const bytes = new Uint8Array(frame.buffer);
  const count = frameCount(film);
  for (let index = 0; index < count; index++) {
    const time = count > 1 ? index / (count - 1) : 0;
    const passed = second === null ? 0 : smooth(0, 1, time);
    const [first, last] = stages;
    if (first !== undefined && passed < 1) drawTake(first.take, first.sheets, film, index, time, frame);
    if (last !== undefined && second !== null && passed > 0) {
      drawTake(last.take, last.sheets, film, index, time, second);
      crossfade(frame, second, passed);
    }
    if (film.afterglow > 0) warm(frame, film.afterglow * 4 * passed * (1 - passed));
    if (film.falling !== null && first !== undefined)
      drawFalling(film.falling, poseAt(first.take.path, time), index / count, frame, width, height, presence(film, time));
    yield bytes;
  }
}

/** Nothing falls in the very frame that has to show a given picture; it comes and goes within a few frames. */
function presence(film: Film, time: number): number {
  let share = 1;
  for (const { still } of film.takes) {
    if (still?.at === "start") share *= smooth(0, 0.06, time);
    if (still?.at === "end") share *= smooth(1, 0.94, time);
  }
  return share;
}

function drawTake(take: Take, sheets: readonly Sheet[], film: Film, index: number, time: number, frame: Uint32Array): void {
  const { still } = take;
  if (still !== null && time === (still.at === "start" ? 0 : 1)) {
    frame.set(still.colours);
    return;
  }
  const moment = {
    seconds: index / FRAMES_PER_SECOND,
    duration: film.duration,
    isAnchoredAtEnd: take.path.anchor === "end",
    isTimelapse: take.isTimelapse,
  };
  const currents = sheets.map((sheet) => currentOf(take.plate, sheet, moment));
  drawSheets(sheets, { pose: poseAt(take.path, time), pivot: take.path.pivot, currents }, frame, film.width, film.height);
}

/** `share` 0–1 of the second picture, into the first. */
function crossfade(frame: Uint32Array, other: Uint32Array, share: number): void {
  const to = Math.round(share * 256);
  const from = 256 - to;
  for (let i = 0; i < frame.length; i++) {
    const a = u32(frame, i);
    const b = u32(other, i);
    const even = ((Math.imul(a & 0xff00ff, from) + Math.imul(b & 0xff00ff, to) + 0x800080) >>> 8) & 0xff00ff;
    const odd = (Math.imul((a >>> 8) & 0xff, from) + Math.imul((b >>> 8) & 0xff, to) + 0x80) & 0xff00;
    frame[i] = (even | odd | 0xff000000) >>> 0;
  }
}

/** The glow of a low sun: red gains, blue loses, most in the middle tones. */
function warm(frame: Uint32Array, share: number): void {
  const red = toneTable((level) => mix(level, level + 46 * level * (1 - level / 255) * (4 / 255), share));
  const green = toneTable((level) => mix(level, level + 6 * level * (1 - level / 255) * (4 / 255), share));
  const blue = toneTable((level) => mix(level, level - 34 * level * (1 - level / 255) * (4 / 255), share));
  for (let i = 0; i < frame.length; i++) {
    const colour = u32(frame, i);
    frame[i] =
      ((red[colour & 255] ?? 0) | ((green[(colour >>> 8) & 255] ?? 0) << 8) | ((blue[(colour >>> 16) & 255] ?? 0) << 16) | 0xff000000) >>>
      0;
  }
}

function toneTable(tone: (level: number) => number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 }, (_, level) => tone(level));
}
