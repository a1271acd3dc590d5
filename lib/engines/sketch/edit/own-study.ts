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
    isThingAlone: true,
    water: maskOf(stage, ID.WATER),
    once: onceIn(stage, hasSky),
    isSkyClear: hasSky,
    sky: hasSky ? blur(sky, Math.max(0.6, stage.unit)) : null,
    horizon,
  };
}

function maskOf({ width, height, ids, unit }: Stage, id: number): Raster {
  const share = new Raster(width, height, 1);
  for (let pixel = 0; pixel < ids.length; pixel++) share.samples[pixel] = u8(ids, pixel) === id ? 1 : 0;
  return blur(share, Math.max(0.6, unit));
}

/** Radius within which the sun or moon outshines its sky, as a share of the shorter side. */
const GLARE = 0.1;

/** Mirror images of things, and the sun or moon with its nearest glow. */
function onceIn({ width, height, mirroredIds, ids, sunX, sunY }: Stage, hasSky: boolean): Raster {
  const once = new Raster(width, height, 1);
  const glare = GLARE * Math.min(width, height);
  for (let pixel = 0; pixel < ids.length; pixel++) {
    const isGlare = hasSky && Math.hypot((pixel % width) - sunX, Math.floor(pixel / width) - sunY) < glare;
    if (u8(mirroredIds, pixel) > 0 || isGlare) once.samples[pixel] = 1;
  }
  return once;
}
