import { setImmediate as turn } from "node:timers/promises";
import { paintMedium } from "../media/paint-medium";
import type { SceneSpec } from "../parse/scene-spec";
import type { Raster } from "../raster/image";
import { releaseGarbage } from "../raster/memory";
import { NO_REFERENCES } from "../references/no-references";
import { stageOfScene } from "../scene/own-things";
import { renderScene } from "../scene/render-scene";
import { ownStudy } from "./own-study";
import { type Study, study } from "./segment";

/** A scene painted from its words alone, by the hand of `seed`. */
export async function paintScene(scene: SceneSpec, width: number, height: number, seed: number): Promise<Raster> {
  return paintMedium(renderScene(scene, width, height, NO_REFERENCES), seed);
}

/** What is where in a picture: by the scene it shows where that is known, else by looking. */
export function studyOf(picture: Raster, layout: SceneSpec | null): Study {
  return layout === null ? study(picture) : ownStudy(stageOfScene(layout, picture.width, picture.height), picture);
}

/** Canvases give their memory back only when the event loop turns after they were collected. */
export async function settleMemory(): Promise<void> {
  releaseGarbage();
  await turn();
}
