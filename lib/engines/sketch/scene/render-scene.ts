import type { Place } from "../lexicon/places";
import type { SceneSpec } from "../parse/scene-spec";
import { blur } from "../raster/image";
import type { References } from "../references/references";
import { paintSubjectsFromAbove } from "../subjects/above/paint-subjects-from-above";
import { paintLettering } from "../subjects/lettering";
import { placeCutOuts } from "../subjects/place-cut-outs";
import { paintSubjects } from "../subjects/place-subjects";
import { paintPortraitLike } from "../subjects/portrait/paint-portrait-like";
import { isFromAbove, paintFromAbove } from "./above/paint-from-above";
import { coverWithSnow, paintAtmosphere, paintLightning } from "./atmosphere";
import { paintBacklight } from "./backlight";
import { layFallenLeaves } from "./fallen-leaves";
import { paintPlaceColours } from "./place-colours";
import { paintAbstract } from "./places/abstract";
import { paintCity } from "./places/city";
import { paintForest } from "./places/forest";
import { paintInterior, paintTable } from "./places/indoors";
import { paintDesert, paintMeadow, paintMountains, paintSnow } from "./places/land";
import { paintSavanna } from "./places/savanna";
import { paintBeach, paintLake, paintSea } from "./places/sea";
import { paintSpace } from "./places/space";
import { paintStreet } from "./places/street";
import { paintPortraitBackdrop, paintStudio } from "./places/studio";
import { paintUnderwater } from "./places/underwater";
import { laySnowOnThings } from "./snow-on-things";
import { ID, Stage } from "./stage";

/** Who paints each place. */
export const PAINTERS: Readonly<Record<Place, (stage: Stage) => void>> = {
  beach: paintBeach,
  sea: paintSea,
  lake: paintLake,
  underwater: paintUnderwater,
  space: paintSpace,
  street: paintStreet,
  city: paintCity,
  desert: paintDesert,
  snow: paintSnow,
  forest: paintForest,
  mountains: paintMountains,
  meadow: paintMeadow,
  interior: paintInterior,
  table: paintTable,
  studio: paintStudio,
  portrait: paintPortraitBackdrop,
  abstract: paintAbstract,
};

export interface SceneOptions {
  /** Leaves out falling rain and snow, for a clip in which they fall by themselves; the ground stays wet or white. */
  readonly isAirClear?: boolean;
  /** The scene of which this is another stretch: in the same light, with the same horizon. */
  readonly like?: Stage;
  /** The width that the scene was composed in, in pixels, where it is seen through a wider window. */
  readonly frameWidth?: number;
}

/** How soft a place is behind a sitter, in units. */
const SOFTNESS = 7;

/** A place behind somebody near: out of focus, and far away as a whole. */
export function paintBehindSitter(stage: Stage, paint: (stage: Stage) => void): void {
  paint(stage);
  stage.image.samples.set(blur(stage.image, SOFTNESS * stage.unit).samples);
  stage.ids.fill(ID.SKY);
  stage.depth.fill(1);
}

/** The place of a scene without its things, seen from the side, in its colours and with lightning over it. */
export function paintPlace(stage: Stage): void {
  const place = stage.spec.places[0] ?? "abstract";
  if (place === "desert" && stage.spec.woods === "acacia") paintSavanna(stage);
  else PAINTERS[place](stage);
  paintPlaceColours(stage);
  if ((place === "street" || place === "meadow") && stage.spec.season === "autumn") layFallenLeaves(stage);
  paintLightning(stage);
}

/**
 * Paints a scene without any medium: true colours, depth and object ids, ready for a medium to draw. A product or character
 * reference stands in for the first subject of the words.
 */
export function renderScene(
  spec: SceneSpec,
  width: number,
  height: number,
  references: References,
  { isAirClear = false, like, frameWidth }: SceneOptions = {},
): Stage {
  const place = spec.places[0] ?? "abstract";
  const isPortrait = place === "portrait";
  const { cutOuts } = references;
  const stage = new Stage(
    cutOuts.length > 0 && !isPortrait ? { ...spec, subjects: spec.subjects.slice(1) } : spec,
    width,
    height,
    frameWidth === undefined ? undefined : { top: 0, height, width: frameWidth },
    like,
  );
  const isAbove = isFromAbove(spec);
  const [, behind] = spec.places;
  if (isPortrait && behind !== undefined) paintBehindSitter(stage, PAINTERS[behind]);
  else if (isAbove) paintFromAbove(stage);
  else paintPlace(stage);
  if (!isAbove) coverWithSnow(stage);
  references.layOut(stage);
  if (isPortrait) paintPortraitLike(stage, cutOuts);
  else if (isAbove) paintSubjectsFromAbove(stage);
  else paintSubjects(stage);
  if (!isAbove && !isPortrait) laySnowOnThings(stage);
  if (!isPortrait) placeCutOuts(stage, cutOuts);
  paintBacklight(stage);
  paintAtmosphere(stage, isAirClear);
  paintLettering(stage);
  references.colourScene(stage);
  return stage;
}
