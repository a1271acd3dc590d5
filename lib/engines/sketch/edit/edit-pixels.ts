import { colourOf } from "../lexicon/colours";
import { gradeByMood } from "../media/grade";
import { paintMedium } from "../media/paint-medium";
import { labFromRgb } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { f32 } from "../raster/sample";
import { edgeSupport } from "../references/edge-support";
import type { References } from "../references/references";
import { paintAtmosphere } from "../scene/atmosphere";
import { addThings, type Place } from "./add-thing";
import type { EditStep, Target } from "./edit-plan";
import { inpaint } from "./fill/inpaint";
import { laySnow } from "./lay-snow";
import { stageOf } from "./pixel-stage";
import { ofMainColour, recolour } from "./recolour";
import { EditRefusal } from "./refusal";
import { relight } from "./relight";
import { isWearable } from "./scene-edit";
import { pixelsOfColour, type Study } from "./segment";

/** A picture under edit: what is done to it, seen through the mask where there is one. */
export interface PixelEdit {
  readonly picture: Raster;
  readonly study: Study;
  /** Shares 0–1 of what may change, or null for all of it. */
  readonly mask: Raster | null;
  readonly references: References;
  readonly seed: number;
}

/** Does the steps on the pixels of a picture of unknown making. Steps about shape and size are not done here. */
export function editPixels(edit: PixelEdit, steps: readonly EditStep[]): Raster {
  const { mask, seed, references } = edit;
  let picture = edit.picture.clone();
  const found = edit.study;
  for (const step of steps) picture = afterStep(picture, found, step, edit);
  const subjects = steps.flatMap((step) => (step.kind === "add" || step.kind === "replace" ? [step.subject] : []));
  if (subjects.length > 0 || references.cutOuts.length > 0) {
    const isFilledAlready = steps.some((step) => step.kind === "fill" || step.kind === "replace");
    // Under a mask the new thing takes the place of what is there.
    if (mask !== null && !isFilledAlready) picture = filled(picture, mask, seed);
    picture =
      mask === null
        ? addThings(picture, found, subjects, references.cutOuts, placeBy(steps, edit.picture, found), seed)
        : fittedInto(mask, picture, (place) => addThings(picture, found, subjects, references.cutOuts, place, seed));
    const last = steps.find((step) => step.kind === "medium");
    if (last?.kind === "medium") picture = repainted(picture, found, last, seed);
  }
  references.tonePicture(picture, null);
  return picture;
}

function afterStep(picture: Raster, found: Study, step: EditStep, { mask, seed }: PixelEdit): Raster {
  switch (step.kind) {
    case "light":
      return relight(picture, found, step.light, seed);
    case "medium":
      return repainted(picture, found, step, seed);
    case "weather":
    case "season":
      return inWeather(picture, found, step, seed);
    case "mood": {
      const graded = picture.clone();
      gradeByMood(graded, step.mood);
      return graded;
    }
    case "recolour":
      refuseChoice(step.target, mask);
      return recolour(
        picture,
        mask === null ? partOf(step.target, picture, found, null) : ofMainColour(picture, mask),
        colourOf(step.colour),
      );
    case "look":
      if (step.colour === null || mask === null)
        throw new EditRefusal(
          `Sketch cannot tell the ${step.target.word} from the rest of this picture. Mark it with a mask and say “recolour it red”.`,
        );
      return recolour(picture, ofMainColour(picture, mask), colourOf(step.colour));
    case "remove":
      refuseChoice(step.target, mask);
      return filled(picture, mask ?? partOf(step.target, picture, found, null), seed);
    case "replace":
      return filled(picture, mask ?? partOf(step.target, picture, found, null), seed);
    case "fill":
      if (mask === null) throw new EditRefusal("Say what to remove, or mark it with a mask.");
      return filled(picture, mask, seed);
    case "scale":
      throw new EditRefusal("Sketch can change the size of a thing only in a picture that it painted from words itself.");
    case "move":
      throw new EditRefusal("Sketch can move a thing only in a picture that it painted from words itself.");
    case "add":
    case "extend":
    case "enlarge":
    case "remove-background":
      return picture;
  }
}

/** Which of several is meant, nothing in the pixels says. */
function refuseChoice({ word, count, which }: Target, mask: Raster | null): void {
  if (mask === null && (count !== undefined || which !== undefined))
    throw new EditRefusal(`Sketch cannot tell one ${word ?? "thing"} from another in this picture. Mark the one with a mask.`);
}

function repainted(picture: Raster, found: Study, { medium }: Extract<EditStep, { kind: "medium" }>, seed: number): Raster {
  return paintMedium(stageOf(picture, found, seed, { medium }), seed);
}

const SEASON_GRADES = {
  spring: { saturation: 1.12, warmth: 0.01, darker: -0.03 },
  summer: { saturation: 1.15, warmth: 0.04 },
  autumn: { saturation: 1.05, warmth: 0.1 },
  winter: { saturation: 0.55, warmth: -0.05, darker: -0.08 },
} as const;

function inWeather(picture: Raster, found: Study, step: Extract<EditStep, { kind: "weather" | "season" }>, seed: number): Raster {
  const weather = step.kind === "weather" ? step.weather : step.season === "winter" ? "snow" : null;
  const stage = stageOf(picture, found, seed, weather === null ? {} : { weather: [weather] });
  if (step.kind === "season") gradeByMood(stage.image, SEASON_GRADES[step.season]);
  else if (weather === "rain") gradeByMood(stage.image, { saturation: 0.7, darker: 0.1, contrast: 0.92, warmth: -0.03 });
  else if (weather === "snow") gradeByMood(stage.image, { saturation: 0.72, darker: -0.05, warmth: -0.04 });
  if (weather === "snow") laySnow(stage, picture);
  paintAtmosphere(stage);
  return stage.image;
}

/** Fills a part with what surrounds it. The part swells a little first, so that no rim of the thing stays. */
function filled(picture: Raster, part: Raster, seed: number): Raster {
  const { width, height } = picture;
  const swollen = blur(part, Math.max(1, Math.max(width, height) / 170)).samples;
  const hole = Uint8Array.from(swollen, (share) => (share > 0.06 ? 1 : 0));
  const size = hole.reduce((sum, flag) => sum + flag, 0);
  if (size > hole.length * 0.85)
    throw new EditRefusal("Too much of the picture would go: leave some of it outside the mask, so that there is something to fill from.");
  const whole = inpaint(picture, hole, { seed: String(seed) });
  return whole;
}

/** The pixels a target means, as shares 0–1. A mask is always what is meant. */
function partOf(target: Target, picture: Raster, found: Study, mask: Raster | null): Raster {
  if (mask !== null) return mask;
  switch (target.region) {
    case "everything":
      return fullOf(picture);
    case "background":
      return complement(clearThing(target, found));
    case "sky":
      if (found.sky === null) throw new EditRefusal("No sky was found in this picture. Mark it with a mask.");
      return found.sky;
    case "water":
      if (found.water === null || shareOf(found.water) < 0.002)
        throw new EditRefusal("Sketch cannot make out the water in this picture. Mark it with a mask.");
      return found.water;
    case "ground": {
      const sky = found.sky;
      const ground = complement(found.thing);
      if (sky !== null)
        for (let i = 0; i < ground.samples.length; i++) ground.samples[i] = f32(ground.samples, i) * (1 - f32(sky.samples, i));
      return ground;
    }
    case null:
      break;
  }
  if (target.colour !== null) return coloured(target, picture);
  return clearThing(target, found);
}

/** The thing of a picture where it has a clear outline: half of it and a piece of street would be no edit of anything. */
function clearThing({ word }: Target, { thing, isThingClear, isThingAlone }: Study): Raster {
  // Where there is more than one thing to be seen, a word does not say which.
  if (!isThingClear || (word !== null && !isThingAlone) || shareOf(thing) < 0.002)
    throw new EditRefusal(
      word === null
        ? "Nothing stands clearly apart from the background of this picture. Mark the thing with a mask."
        : `Sketch cannot make out “${word}” clearly in this picture. Mark it with a mask.`,
    );
  return thing;
}

/** Scraps of a colour all over the picture are not one thing. */
const MOST_RAGGED = 20;

function coloured(target: Target, picture: Raster): Raster {
  const share = pixelsOfColour(picture, labFromRgb(...colourOf(target.colour ?? "grey")));
  const isScattered = target.word !== null && edgeSupport(share, picture).raggedness > MOST_RAGGED;
  if (isScattered)
    throw new EditRefusal(`Too much in this picture is ${target.colour} to tell the ${target.word} by its colour. Mark it with a mask.`);
  if (shareOf(share) < 0.001) throw new EditRefusal(`Nothing ${target.colour} was found in this picture. Mark what you mean with a mask.`);
  return share;
}

function shareOf(part: Raster): number {
  return part.samples.reduce((sum, share) => sum + share, 0) / part.samples.length;
}

function fullOf({ width, height }: Raster): Raster {
  return new Raster(width, height, 1, new Float32Array(width * height).fill(1));
}

function complement(part: Raster): Raster {
  return new Raster(
    part.width,
    part.height,
    1,
    Float32Array.from(part.samples, (share) => 1 - share),
  );
}

/** In place of what goes, or on top of the thing, where the words say so; else null: where the picture has room. */
function placeBy(steps: readonly EditStep[], picture: Raster, found: Study): Place | null {
  const { thing, isThingClear } = found;
  const former = steps.find((step) => step.kind === "replace");
  if (former?.kind === "replace") return placeOf(partOf(former.target, picture, found, null));
  const anchor = steps.flatMap((step) => (step.kind === "add" && step.anchor !== null ? [step.anchor] : []))[0];
  const worn = steps.flatMap((step) => (step.kind === "add" && isWearable(step.subject) ? [step.subject.word] : []))[0];
  if (anchor === undefined && worn !== undefined)
    throw new EditRefusal(`Sketch cannot tell where the ${worn} would be worn in this picture. Mark the place with a mask.`);
  if (anchor === undefined) return null;
  if (!isThingClear || anchor.kind !== "on")
    throw new EditRefusal(`Sketch cannot make out “${anchor.word}” clearly in this picture. Mark with a mask where the new thing goes.`);
  const { left, top, width } = placeOf(thing);
  const side = Math.round(width * 0.5);
  return { left: left + Math.round(width * 0.25), top: Math.max(0, top - Math.round(side * 0.75)), width: side, height: side };
}

/** Sizes tried for a thing under a mask, in those of the mask, and how much of it may be cut off. */
const SIZES = [1, 0.85, 0.72, 0.61, 0.52] as const;
const CUT_OFF = 0.03;

/** The thing as large as the mask holds it whole. */
function fittedInto(mask: Raster, before: Raster, added: (place: Place) => Raster): Raster {
  const box = placeOf(mask);
  let last = before;
  for (const size of SIZES) {
    const [width, height] = [Math.round(box.width * size), Math.round(box.height * size)];
    last = added({ left: box.left + ((box.width - width) >> 1), top: box.top + ((box.height - height) >> 1), width, height });
    let [all, outside] = [0, 0];
    for (let pixel = 0; pixel < mask.samples.length; pixel++) {
      let change = 0;
      for (let i = pixel * 3; i < pixel * 3 + 3; i++) change = Math.max(change, Math.abs(f32(last.samples, i) - f32(before.samples, i)));
      if (change < 0.12) continue;
      all++;
      if (f32(mask.samples, pixel) < 0.5) outside++;
    }
    if (outside <= CUT_OFF * all) break;
  }
  return last;
}

/** The rectangle around what the mask marks. */
function placeOf(mask: Raster): Place {
  let left = mask.width;
  let top = mask.height;
  let right = 0;
  let bottom = 0;
  for (let pixel = 0; pixel < mask.samples.length; pixel++) {
    if (f32(mask.samples, pixel) < 0.5) continue;
    const x = pixel % mask.width;
    const y = (pixel - x) / mask.width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, width: Math.max(1, right - left + 1), height: Math.max(1, bottom - top + 1) };
}
