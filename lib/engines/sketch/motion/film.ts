import { Raster } from "../raster/image";
import { mix, smooth } from "../raster/maths";
import { u32 } from "../raster/sample";
import { type CameraPath, poseAt } from "./camera";
import { currentOf } from "./currents";
import { cutIntoSheets } from "./cut/cut-into-sheets";
import { drawSheets } from "./draw-sheets";
import { drawFalling, type Falling } from "./falling";
import { matchPictures } from "./morph/match-pictures";
import { Passage } from "./morph/passage";
import { pairThings } from "./morph/things";
import { FRAMES_PER_SECOND } from "./motion-spec";
import type { Plate } from "./plate";
import type { Sheet } from "./sheet";
import type { Shot } from "./shot";

/** One plate in motion. In a film of two takes the content of the first moves to where it is in the second. */
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

/** A take cut into what slides over each other. */
interface Stage {
  readonly take: Take;
  readonly sheets: readonly Sheet[];
}

/** How far a sheet can be uncovered beside the one before it, as a share of the plate's longer side. */
const REACH = 0.075;

/**
 * The frames of a film, one after the other: opaque RGBA, always in the same buffer, so that each must be used before the next
 * is asked for. The same film gives the same frames.
 */
export function* framesOf(film: Film): Generator<Uint8Array, void, void> {
  const { width, height } = film;
  const stages: readonly Stage[] = film.takes.map((take) => ({
    take,
    sheets: cutIntoSheets(take.plate, REACH * Math.max(take.plate.width, take.plate.height)),
  }));
  const frame = new Uint32Array(width * height);
  const second = film.takes.length > 1 ? new Uint32Array(width * height) : null;
  const bytes = new Uint8Array(frame.buffer);
  const count = frameCount(film);
  const passage = second === null ? null : passageOf(film, stages, second);
  for (let index = 0; index < count; index++) {
    const time = count > 1 ? index / (count - 1) : 0;
    const lit = smooth(0, 1, time);
    // What moves there is on its way from the first frame on; light alone may dwell.
    const passed = passage === null ? 0 : mix(time, lit, 0.35);
    passage?.at(passed);
    const [first, last] = stages;
    if (first !== undefined && passed < 1) drawTake(first, { film, index, time, lit, passage, side: "first" }, frame);
    if (last !== undefined && second !== null && passage !== null && passed > 0) {
      drawTake(last, { film, index, time, lit, passage, side: "last" }, second);
      if (passed < 1) passage.blend(frame, second, frame, width, height);
      else frame.set(second);
    }
    if (film.afterglow > 0) warm(frame, film.afterglow * 4 * lit * (1 - lit));
    if (film.falling !== null && first !== undefined)
      drawFalling(film.falling, poseAt(first.take.path, time), index / count, frame, width, height, presence(film, time));
    yield bytes;
  }
}

/** How the ground of the first frame, and the thing on it, becomes that of the last. */
function passageOf(film: Film, stages: readonly Stage[], frame: Uint32Array): Passage {
  const [first, last] = stages;
  if (first === undefined || last === undefined) throw new Error("a passage without two pictures");
  const things = pairThings(first.take.plate, last.take.plate);
  const [from, to] = [first, last].map((stage, order) => {
    // What moves as one is not looked for in the ground.
    const sheets = things === null ? stage.sheets : stage.sheets.filter(({ isThing }) => !isThing);
    drawSheets(
      sheets,
      shotOf({ ...stage, sheets }, { film, index: order * (frameCount(film) - 1), time: order, lit: 0 }),
      frame,
      film.width,
      film.height,
    );
    return Raster.fromBytes(new Uint8Array(frame.buffer), film.width, film.height, 3, 4);
  });
  if (from === undefined || to === undefined) throw new Error("a passage without two pictures");
  const levelOf = ({ take: { plate } }: Stage) => plate.horizon / plate.height;
  return new Passage(matchPictures(from, to, [levelOf(first), levelOf(last)]), things);
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

interface Instant {
  readonly film: Film;
  readonly index: number;
  /** 0–1. */
  readonly time: number;
  /** How far the light has changed, 0–1. */
  readonly lit: number;
  readonly passage?: Passage | null;
  readonly side?: "first" | "last";
}

function drawTake(stage: Stage, instant: Instant, frame: Uint32Array): void {
  const { still } = stage.take;
  if (still !== null && instant.time === (still.at === "start" ? 0 : 1)) {
    frame.set(still.colours);
    return;
  }
  drawSheets(stage.sheets, shotOf(stage, instant), frame, instant.film.width, instant.film.height);
}

function shotOf({ take, sheets }: Stage, { film, index, time, lit, passage = null, side = "first" }: Instant): Shot {
  const moment = {
    seconds: index / FRAMES_PER_SECOND,
    duration: film.duration,
    isAnchoredAtEnd: take.still?.at === "end",
    isTimelapse: take.isTimelapse,
  };
  const currents = sheets.map((sheet) => {
    const own = currentOf(take.plate, sheet, moment);
    return passage === null ? own : passage.current(side, sheet.isThing, sheet.width, sheet.height, own);
  });
  return { pose: poseAt(take.path, time), pivot: take.path.pivot, lit, currents };
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
