import { blur, Raster } from "../raster/image";
import { u8 } from "../raster/sample";
import { thingsOf } from "../scene/own-things";
import { ID, type Stage } from "../scene/stage";
import type { Study } from "./segment";

/** Places whose far side is a wall or a backdrop. */
const INDOORS: ReadonlySet<string> = new Set(["studio", "portrait", "table", "interior", "abstract", "underwater"]);

/** The study of a picture that Sketch made: nothing is guessed, its scene says what is where. */
export function ownStudy(stage: Stage, picture: Raster): Study {
  const { width, height, ids, spec, horizon } = stage;
  const hasSky = !INDOORS.has(spec.places[0] ?? "abstract");
  const sky = new Raster(width, height, 1);
  if (hasSky) for (let pixel = 0; pixel < ids.length; pixel++) sky.samples[pixel] = u8(ids, pixel) === ID.SKY ? 1 : 0;
  return {
    thing: thingsOf(stage, picture) ?? new Raster(width, height, 1),
    isThingClear: true,
    sky: hasSky ? blur(sky, Math.max(0.6, stage.unit)) : null,
    horizon,
  };
}
