import { colourOf } from "../lexicon/colours";
import { idsOfPlace } from "../parse/place-colours";
import type { PlaceColour } from "../parse/scene-spec";
import { labFromRgb, putLab, putRgb } from "../raster/colour";
import { clamp, mix, smooth } from "../raster/maths";
import { f32, u8 } from "../raster/sample";
import type { Stage } from "./stage";

/** How far the named colour replaces the place's own. */
const SHARE = 0.86;
/** What differs more than this from the mean of the place is something else on it: a flower, the glitter of the sun. */
const OTHER: readonly [from: number, to: number] = [0.09, 0.17];

/** Gives the ground, the water or the trees of a place the colour that the words gave them; light, relief and sky stay. */
export function paintPlaceColours(stage: Stage): void {
  for (const colour of stage.spec.placeColours ?? []) paintPlaceColour(stage, colour);
}

function paintPlaceColour(stage: Stage, { place, colour }: PlaceColour): void {
  const leading = stage.spec.places[0] ?? "abstract";
  const isOfPlace = new Uint8Array(256);
  for (const [first, last] of idsOfPlace(leading, place)) isOfPlace.fill(1, first, last + 1);
  const { ids, depth, image, light } = stage;
  const { samples } = image;
  const lab = new Float32Array(3);
  const read = (pixel: number): void => putLab(lab, 0, f32(samples, pixel * 3), f32(samples, pixel * 3 + 1), f32(samples, pixel * 3 + 2));
  let [count, meanL, meanA, meanB] = [0, 0, 0, 0];
  // As it is where the scene was composed: what lies beyond goes on in the same tone.
  const { top, height } = stage.frame;
  for (let pixel = top * stage.width; pixel < (top + height) * stage.width; pixel++) {
    if (isOfPlace[u8(ids, pixel)] !== 1) continue;
    read(pixel);
    count++;
    meanL += f32(lab, 0);
    meanA += f32(lab, 1);
    meanB += f32(lab, 2);
  }
  if (count === 0) return;
  [meanL, meanA, meanB] = [meanL / count, meanA / count, meanB / count];
  const [wantedL, wantedA, wantedB] = labFromRgb(...colourOf(colour));
  // In the dark nothing is as bright as its name says.
  const middle = mix(meanL, wantedL * mix(0.5, 1, light.strength), 0.7);
  for (let pixel = 0; pixel < ids.length; pixel++) {
    if (isOfPlace[u8(ids, pixel)] !== 1) continue;
    read(pixel);
    const [lightness, a, b] = [f32(lab, 0), f32(lab, 1), f32(lab, 2)];
    const isOwn = smooth(OTHER[1], OTHER[0], Math.hypot(a - meanA, b - meanB));
    const share = SHARE * isOwn * (1 - 0.45 * clamp(f32(depth, pixel)));
    const relief = clamp(middle + (lightness - meanL) * 0.9);
    putRgb(samples, pixel * 3, mix(lightness, relief, share), mix(a, wantedA, share), mix(b, wantedB, share));
  }
}
