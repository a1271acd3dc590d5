import { type Lab, labFromRgb, putLab, putRgb } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { mix, smooth } from "../raster/maths";
import { f32, u8 } from "../raster/sample";
import type { Stage } from "../scene/stage";

/** What the words coloured in a picture, shares 0–1 of each pixel that a reference may not take. */
export interface NamedColours {
  /** Things with a colour of their own: theirs at any weight. */
  readonly things: Raster;
  /** Colours named for the scene as a whole: they give way as the reference weighs more. */
  readonly scene: Raster;
}

/** A named thing keeps this much of its colour; the rest ties it to the light of its surroundings. */
const KEPT_BY_THINGS = 0.95;
const KEPT_BY_SCENE = 0.8;
/** Water mixes its own colour into the mirror image of a thing. */
const KEPT_BY_MIRRORED = 0.7;
/** Distance in the colour plane of OKLab within which a pixel has a named colour, and beyond which it has not. */
const SAME = 0.05;
const OTHER = 0.13;
/** Media move pixels about by this much, in units. */
const WANDER = 4;

/** Finds the named colours of a scene in `picture`, which is the stage's own or the medium's drawing of it. */
export function namedColoursIn(picture: Raster, stage: Stage): NamedColours {
  const things = new Raster(picture.width, picture.height, 1);
  const scene = new Raster(picture.width, picture.height, 1);
  const sceneColours = stage.colours.map((colour) => labFromRgb(...colour));
  for (let pixel = 0; pixel < things.samples.length; pixel++) {
    const named = stage.named.get(u8(stage.ids, pixel));
    if (named?.isWhole) things.samples[pixel] = 1;
    else if (stage.named.get(u8(stage.mirroredIds, pixel))?.isWhole) things.samples[pixel] = KEPT_BY_MIRRORED;
    else if (named !== undefined) things.samples[pixel] = sameness(picture, pixel, labFromRgb(...named.colour));
    else for (const colour of sceneColours) scene.samples[pixel] = Math.max(f32(scene.samples, pixel), sameness(picture, pixel, colour));
  }
  return { things: blur(things, WANDER * stage.unit), scene: blur(scene, WANDER * stage.unit) };
}

function sameness(picture: Raster, pixel: number, named: Lab): number {
  const at = pixel * 3;
  const own = labFromRgb(f32(picture.samples, at), f32(picture.samples, at + 1), f32(picture.samples, at + 2));
  return smooth(OTHER, SAME, Math.hypot(0.4 * (own[0] - named[0]), own[1] - named[1], own[2] - named[2]));
}

/**
 * Moves each colour of the picture, in place, on the straight line through OKLab to where `change` takes it at full weight, as far as the
 * weight says: what a reference of more weight does lies farther on the same line. The named colours keep what is theirs at that `weight`.
 */
export function movedTowards(picture: Raster, named: NamedColours | null, weight: number, change: (goal: Raster) => void): void {
  const goal = picture.clone();
  change(goal);
  const sceneShare = KEPT_BY_SCENE * (1 - weight * weight);
  const lab = new Float32Array(6);
  const { samples } = picture;
  for (let pixel = 0, i = 0; i < samples.length; pixel++, i += 3) {
    const kept =
      named === null ? 0 : Math.max(KEPT_BY_THINGS * f32(named.things.samples, pixel), sceneShare * f32(named.scene.samples, pixel));
    putLab(lab, 0, f32(samples, i), f32(samples, i + 1), f32(samples, i + 2));
    putLab(lab, 3, f32(goal.samples, i), f32(goal.samples, i + 1), f32(goal.samples, i + 2));
    const share = weight * (1 - kept);
    putRgb(samples, i, mix(f32(lab, 0), f32(lab, 3), share), mix(f32(lab, 1), f32(lab, 4), share), mix(f32(lab, 2), f32(lab, 5), share));
  }
}
