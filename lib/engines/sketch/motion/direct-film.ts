import { retoned } from "../edit/relight";
import type { Light } from "../lexicon/lights";
import type { Raster } from "../raster/image";
import { prepareReferences, type ReferenceBytes } from "../references/prepare";
import type { CameraPath } from "./camera";
import { fallingThings } from "./falling";
import type { Film, Take } from "./film";
import { type GivenFrame, readFrames } from "./frame-references";
import { knownPictures } from "./known-picture";
import type { CameraMove } from "./motion-spec";
import { type PictureView, viewPicture } from "./picture-plate";
import { type FilmPlan, planFilm } from "./plan-film";
import { type Plate, packColours } from "./plate";
import { brightestColour, scenePlate, scenePlateInTwoLights } from "./scene-plate";

export interface FilmRequest {
  readonly text: string;
  readonly negative: string;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  /** Whole seconds, 2–8. */
  readonly duration: number;
  /** Null leaves the camera to the words. */
  readonly camera: CameraMove | null;
  /** References of weight above 0, with their bytes. */
  readonly references: readonly ReferenceBytes[];
}

export interface DirectedFilm {
  readonly film: Film;
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
  readonly plan: FilmPlan;
}

/** Words that a given frame leaves to be acted on. */
const WEATHER_WORDS = /^(?:rain|rainy|raining|storm|stormy|drizzle|downpour|snowy|snowfall|snowing|blizzard)$/;
/** A painted plate is larger than the frame where the camera looks aside or comes closer, so that it stays sharp. */
const OVERSCAN = 1.1;

/**
 * Everything of a clip but its frames: the scene is painted once in its medium, or the given pictures are taken apart by depth.
 * Throws `UnreadableReference` when a reference cannot be used.
 */
export async function directFilm(request: FilmRequest, onProgress: (share: number) => void = () => undefined): Promise<DirectedFilm> {
  const { width, height, duration, seed } = request;
  const frames = await readFrames(request.references, width, height);
  const plan = planFilm({ ...request, hasFrame: frames.start !== null || frames.end !== null });
  const { motion } = plan;
  const hasBoth = frames.start !== null && frames.end !== null;
  const isPainted = frames.start === null && (frames.end === null || describesScene(plan));
  const words = {
    hasWater: plan.scene.places.some((place) => place === "sea" || place === "lake" || place === "beach"),
  };
  const pathOf = (anchor: CameraPath["anchor"], pivot: number): CameraPath => ({
    move: motion.camera,
    pace: motion.pace,
    pivot,
    duration,
    anchor,
  });
  const takeOf = ({ plate }: PictureView, picture: Raster, at: "start" | "end"): Take => ({
    plate,
    path: pathOf(hasBoth ? "both" : at, pivotOf(plate)),
    // A sky that was only guessed may hold a mountain: it must not race.
    isTimelapse: false,
    still: { colours: packColours(picture), at },
  });
  const painted = async (): Promise<Take> => {
    const scale = motion.camera === "static" ? 1 : OVERSCAN;
    const size = [Math.round(width * scale), Math.round(height * scale)] as const;
    const references = await prepareReferences(frames.others, ...size);
    // Beside an end frame the light is that of the picture the clip ends in.
    const after = frames.end === null ? plan.sceneAfter : null;
    const plate =
      after === null
        ? scenePlate(plan.scene, ...size, references)
        : scenePlateInTwoLights(plan.scene, after, ...size, references, () => onProgress(0.5));
    return { plate, path: pathOf(null, pivotOf(plate)), isTimelapse: motion.isTimelapse, still: null };
  };
  const known = frames.start === null || frames.end === null ? null : knownPictures(frames.start, frames.end);
  const given = ({ picture }: GivenFrame): Take => {
    const view = viewPicture(picture, words, known?.[0] ?? null);
    const take = takeOf(view, picture, "start");
    if (frames.end !== null || motion.passageTo === null) return take;
    return { ...take, plate: { ...view.plate, coloursAfter: packColours(retoned(picture, motion.passageTo)) } };
  };
  const first = isPainted ? await painted() : frames.start === null ? null : given(frames.start);
  onProgress(0.9);
  const second = frames.end === null ? null : takeOf(viewPicture(frames.end.picture, words, known?.[1] ?? null), frames.end.picture, "end");
  onProgress(1);
  const takes = takesOf(first, second);
  const changesLight = takes[0].plate.coloursAfter !== null;
  return {
    film: {
      width,
      height,
      duration,
      takes,
      afterglow: changesLight && needsAfterglow(plan.scene.light, motion.passageTo) ? 0.8 : 0,
      falling:
        motion.falling === null ? null : fallingThings(motion.falling, seed, duration, fallingColour(takes[0].plate, plan, isPainted)),
    },
    plan,
    ...wordsOf(plan, isPainted),
  };
}

function takesOf(first: Take | null, second: Take | null): Film["takes"] {
  if (first !== null) return second === null ? [first] : [first, second];
  if (second !== null) return [second];
  throw new Error("a film without a picture");
}

/** Whether the words name something to see, beside how it moves. */
function describesScene(plan: FilmPlan): boolean {
  return plan.sceneWords > 0;
}

/** Nearness of what the picture is of: the camera circles around it. */
function pivotOf({ nearness, width, height }: Plate): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(height * 0.4); y < height * 0.75; y += 4) {
    for (let x = Math.floor(width * 0.35); x < width * 0.65; x += 4) {
      sum += nearness[y * width + x] ?? 0;
      count++;
    }
  }
  return count === 0 ? 0.5 : sum / count;
}

function needsAfterglow(from: Light, to: Light | null): boolean {
  return to !== null && isNight(from) !== isNight(to);
}

function isNight(light: Light): boolean {
  return light === "night" || light === "neon" || light === "aurora";
}

/** Snow is as bright as the brightest of the picture; rain catches its light, and on paper it is drawn in ink. */
function fallingColour(plate: Plate, plan: FilmPlan, isPainted: boolean): readonly [number, number, number] {
  const { medium } = plan.scene;
  const isDrawn = isPainted && (medium === "ink" || medium === "pencil");
  if (plan.motion.falling === "rain") return isDrawn ? [52, 56, 70] : [222, 232, 250];
  const bright = brightestColour(plate);
  return isPainted && (medium === "risograph" || medium === "halftone" || isDrawn) ? bright : [250, 252, 255];
}

/** A given first frame is shown as it is: words about what is to be seen cannot change it. */
function wordsOf(plan: FilmPlan, isPainted: boolean): Pick<DirectedFilm, "understood" | "ignored"> {
  if (isPainted) return { understood: plan.understood, ignored: plan.ignored };
  const isUsed = (word: string) => plan.motionWords.includes(word) || (plan.motion.falling !== null && WEATHER_WORDS.test(word));
  return {
    understood: plan.understood.filter(isUsed),
    ignored: [...plan.understood.filter((word) => !isUsed(word)), ...plan.ignored].slice(0, 60),
  };
}
