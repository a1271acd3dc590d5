import type { Place } from "../../lexicon/places";
import type { SceneSpec } from "../../parse/scene-spec";
import type { Stage } from "../stage";
import { paintDesertFromAbove, paintForestFromAbove, paintMeadowFromAbove, paintMountainsFromAbove, paintSnowFromAbove } from "./lands";
import { lieFlat } from "./overhead";
import { paintPaper, paintRoomFloor, paintTableTop } from "./planes";
import { paintCityFromAbove, paintStreetFromAbove } from "./town";
import { paintBeachFromAbove, paintLakeFromAbove, paintSeaFromAbove } from "./waters";

const PAINTERS: Readonly<Partial<Record<Place, (stage: Stage) => void>>> = {
  beach: paintBeachFromAbove,
  sea: paintSeaFromAbove,
  lake: paintLakeFromAbove,
  street: paintStreetFromAbove,
  city: paintCityFromAbove,
  desert: paintDesertFromAbove,
  snow: paintSnowFromAbove,
  forest: paintForestFromAbove,
  mountains: paintMountainsFromAbove,
  meadow: paintMeadowFromAbove,
  interior: paintRoomFloor,
  table: paintTableTop,
  studio: paintPaper,
};

/** Whether a scene is looked straight down on. */
export function isFromAbove({ camera }: SceneSpec): boolean {
  return camera === "top";
}

/** The ground of a place seen from straight above: no sky and no horizon, all of it equally far. */
export function paintFromAbove(stage: Stage): void {
  lieFlat(stage);
  PAINTERS[stage.spec.places[0] ?? "abstract"]?.(stage);
}
