import { refined } from "../edit/guided-filter";
import type { Medium } from "../lexicon/media";
import type { SceneSpec } from "../parse/scene-spec";
import { blur, Raster } from "../raster/image";
import { clamp, smooth } from "../raster/maths";
import { releaseGarbage } from "../raster/memory";
import { f32, u8 } from "../raster/sample";
import { NO_REFERENCES } from "../references/no-references";
import { renderScene } from "./render-scene";
import { ID, type Stage } from "./stage";

/** How far a medium may carry paint over an outline, in units; a medium that is not named draws on the line. */
const STRAYS: Readonly<Partial<Record<Medium, number>>> = { watercolour: 9, gouache: 7, oil: 9, pastel: 7, pencil: 3, ink: 3 };

/** What Sketch knows of a picture it painted: the stage it stood on, in the picture's size. */
export function stageOfScene(scene: SceneSpec, width: number, height: number): Stage {
  const stage = renderScene(scene, width, height, NO_REFERENCES);
  releaseGarbage();
  return stage;
}

/**
 * The things of a picture that Sketch painted from `scene`, as opacity 0–1 of each pixel, or null for a scene without things. The
 * outline is that of the scene; where the medium paints over it, it follows the picture's own edge within reach of the medium.
 */
export function thingsOf(stage: Stage, picture: Raster): Raster | null {
  const { width, height, ids, unit, spec } = stage;
  const own = new Raster(width, height, 1);
  let count = 0;
  for (let pixel = 0; pixel < ids.length; pixel++) {
    if (u8(ids, pixel) < ID.SUBJECT) continue;
    own.samples[pixel] = 1;
    count++;
  }
  if (count < ids.length * 0.0005) return null;
  const strays = (STRAYS[spec.medium] ?? 0) * unit;
  const soft = blur(own, Math.max(0.6, 0.8 * unit), 1);
  for (let pixel = 0; pixel < ids.length; pixel++) soft.samples[pixel] = smooth(0.3, 0.8, f32(soft.samples, pixel));
  if (strays < 1) return soft;
  const reach = blur(own, strays, 2).samples;
  const drawn = refined(own, picture).samples;
  for (let pixel = 0; pixel < ids.length; pixel++) {
    // Sure inside and sure outside stay what the scene says.
    const share = f32(reach, pixel);
    const doubt = clamp(smooth(0.08, 0.3, share) * smooth(0.92, 0.7, share));
    soft.samples[pixel] = f32(soft.samples, pixel) * (1 - doubt) + f32(drawn, pixel) * doubt;
  }
  return soft;
}
