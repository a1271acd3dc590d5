import { ownStudy } from "../edit/own-study";
import type { Study } from "../edit/segment";
import type { Subject } from "../parse/scene-spec";
import { blur, Raster } from "../raster/image";
import { f32, u8 } from "../raster/sample";
import { stageOfScene } from "../scene/own-things";
import type { Stage } from "../scene/stage";
import type { GivenFrame } from "./frame-references";

/** What the scene of a given picture tells of it: where everything is, and what of it is to move as one. */
export interface KnownPicture {
  readonly study: Study;
  readonly hasWater: boolean;
}

/**
 * What the scenes of a first and a last picture tell, or null where either has none. What moves as one is the largest thing that both show, with
 * its mirror image; where they share none, nothing does: unlike things do not become each other.
 */
export function knownPictures(first: GivenFrame, last: GivenFrame): readonly [KnownPicture, KnownPicture] | null {
  if (first.scene === null || last.scene === null) return null;
  const stages = [
    stageOfScene(first.scene, first.picture.width, first.picture.height),
    stageOfScene(last.scene, last.picture.width, last.picture.height),
  ] as const;
  const shared = sharedShape(...stages);
  return [known(stages[0], first.picture, shared), known(stages[1], last.picture, shared)];
}

function known(stage: Stage, picture: Raster, shape: string | null): KnownPicture {
  const study = ownStudy(stage, picture);
  return { study: { ...study, thing: thingOfShape(stage, study.thing, shape) }, hasWater: stage.floor.isWater };
}

/** Two subjects can become each other when they are drawn alike; their colours may differ. */
function shapeOf({ shape, count }: Subject): string {
  return JSON.stringify([shape, count]);
}

function sharedShape(first: Stage, last: Stage): string | null {
  const [areas, others] = [areasOf(first), areasOf(last)];
  let largest: string | null = null;
  for (const [shape, area] of areas) if (others.has(shape) && (largest === null || area > (areas.get(largest) ?? 0))) largest = shape;
  return largest;
}

function areasOf({ ids, subjects }: Stage): ReadonlyMap<string, number> {
  const areas = new Map<string, number>();
  for (const id of ids) {
    const subject = subjects.get(id);
    if (subject === undefined) continue;
    const shape = shapeOf(subject);
    areas.set(shape, (areas.get(shape) ?? 0) + 1);
  }
  return areas;
}

/** Media carry paint over an outline by this much, in units. */
const STRAY = 8;

function thingOfShape({ ids, mirroredIds, subjects, unit, width, height }: Stage, things: Raster, shape: string | null): Raster {
  const isOfShape = Uint8Array.from({ length: 256 }, (_, id) => {
    const subject = subjects.get(id);
    return shape !== null && subject !== undefined && shapeOf(subject) === shape ? 1 : 0;
  });
  const own = new Raster(width, height, 1);
  for (let pixel = 0; pixel < ids.length; pixel++) own.samples[pixel] = u8(isOfShape, u8(ids, pixel));
  const near = blur(own, Math.max(0.6, STRAY * unit)).samples;
  for (let pixel = 0; pixel < ids.length; pixel++) {
    const isMirrored = u8(isOfShape, u8(mirroredIds, pixel)) === 1;
    own.samples[pixel] = isMirrored ? 1 : f32(near, pixel) > 0.05 ? f32(things.samples, pixel) : 0;
  }
  return own;
}
