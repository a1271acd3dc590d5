import type { Light } from "../lexicon/lights";
import type { Medium } from "../lexicon/media";
import { parsePrompt } from "../parse/parse-prompt";
import type { SceneSpec, Subject, Weather } from "../parse/scene-spec";
import type { Raster } from "../raster/image";
import { clamp, mix } from "../raster/maths";
import { f32 } from "../raster/sample";
import { ID, Stage } from "../scene/stage";
import type { Study } from "./segment";

/** What of a scene an edit of a foreign picture decides; everything else stays as the picture has it. */
export interface StageWishes {
  readonly light?: Light;
  readonly medium?: Medium;
  readonly weather?: readonly Weather[];
  readonly subjects?: readonly Subject[];
  readonly composition?: SceneSpec["composition"];
}

/**
 * A stage on which a picture of unknown making stands, so that our scenes, weather and media can work on it: distance is guessed
 * from the height in the picture, the sky is far, and the thing it is of is near and drawn finely.
 */
export function stageOf(picture: Raster, study: Study, seed: number, wishes: StageWishes): Stage {
  const { width, height } = picture;
  const { spec } = parsePrompt({ text: "meadow", negative: "", seed });
  const stage = new Stage(
    { ...spec, light: "day", mood: {}, weather: [], subjects: [], composition: "symmetric", ...wishes },
    width,
    height,
  );
  stage.image.samples.set(picture.samples);
  stage.horizon = study.horizon;
  stage.sunY = stage.light.sunHeight * study.horizon;
  stage.floor = { groundY: height * 0.9, reflection: 0, isWater: false, farY: study.horizon };
  for (let pixel = 0; pixel < width * height; pixel++) {
    const below = clamp((Math.floor(pixel / width) - study.horizon) / Math.max(1, height - study.horizon));
    const sky = study.sky === null ? 0 : f32(study.sky.samples, pixel);
    // The outline of a thing that was only guessed is not drawn.
    const thing = study.isThingClear ? f32(study.thing.samples, pixel) : 0;
    stage.depth[pixel] = thing > 0.5 ? 0.1 : mix(mix(0.85, 0.02, below), 1, sky);
    stage.ids[pixel] = thing > 0.5 ? ID.SUBJECT : sky > 0.5 ? ID.SKY : ID.GROUND;
  }
  return stage;
}
