import type { Subject } from "../parse/scene-spec";
import type { Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import type { CutOutSubject } from "../references/references";
import { placeCutOuts } from "../subjects/place-cut-outs";
import { paintSubjects } from "../subjects/place-subjects";
import { cropped } from "./frame";
import { inTheAir } from "./in-the-air";
import { stageOf } from "./pixel-stage";
import type { Study } from "./segment";

/** In a picture of any making what flies is far off: nothing in it says how large it would be. */
const SMALL = 0.45;

/** A rectangle in pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The picture with things standing in it: where the words put them, or inside `place`, filling it. */
export function addThings(
  picture: Raster,
  study: Study,
  subjects: readonly Subject[],
  cutOuts: readonly CutOutSubject[],
  place: Place | null,
  seed: number,
): Raster {
  const local = place === null ? wholeOf(picture) : grownToSquare(place, picture);
  const part = cropped(picture, local.left, local.top, local.width, local.height);
  const partStudy: Study = {
    thing: cropped(study.thing, local.left, local.top, local.width, local.height),
    isThingClear: study.isThingClear,
    isThingAlone: study.isThingAlone,
    water: null,
    once: null,
    isSkyClear: study.isSkyClear,
    sky: study.sky === null ? null : cropped(study.sky, local.left, local.top, local.width, local.height),
    horizon: clamp(study.horizon - local.top, 0, local.height - 1),
  };
  const compositions = ["thirds-right", "thirds-left", "symmetric", "wide"] as const;
  const composition = place === null ? (compositions[seed % compositions.length] ?? "symmetric") : "close-up";
  // Where no sky is seen nothing flies in it.
  const placed = place === null && study.sky !== null ? subjects.map((subject) => inTheAir(subject, SMALL)) : subjects;
  const stage = stageOf(part, partStudy, seed, { subjects: placed, composition });
  if (place !== null) stage.floor = { ...stage.floor, groundY: local.height * 0.9, farY: 0 };
  paintSubjects(stage);
  placeCutOuts(stage, cutOuts);
  const whole = picture.clone();
  for (let y = 0; y < local.height; y++) {
    const row = stage.image.samples.subarray(y * local.width * 3, (y + 1) * local.width * 3);
    whole.samples.set(row, ((y + local.top) * picture.width + local.left) * 3);
  }
  return whole;
}

function wholeOf({ width, height }: Raster): Place {
  return { left: 0, top: 0, width, height };
}

/** A thing drawn in a slit would be a speck: the place becomes about square where the picture has room. */
function grownToSquare(place: Place, { width, height }: Raster): Place {
  const side = Math.max(place.width, place.height, 24);
  const left = clamp(Math.round(place.left + place.width / 2 - side / 2), 0, Math.max(0, width - side));
  const top = clamp(Math.round(place.top + place.height - side), 0, Math.max(0, height - side));
  return { left, top, width: Math.min(side, width), height: Math.min(side, height) };
}
