import { type Lab, labDistance, labFromRgb, putLab, putRgb } from "../raster/colour";
import { blur, Raster } from "../raster/image";
import { mix, smooth } from "../raster/maths";
import { paletteOf, type Swatch } from "../raster/palette";
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
 * weight says, or less far where on the way the picture was nearer to the `palette` of the reference: more weight never leads away from it. The
 * named colours keep what is theirs at that weight.
 */
export function movedTowards(
  picture: Raster,
  named: NamedColours | null,
  weight: number,
  palette: readonly Swatch[],
  change: (goal: Raster) => void,
): void {
  const goal = picture.clone();
  change(goal);
  const way: Way = { picture, goal, named };
  moveAlong(way, picture.samples, nearestShare(way, weight, palette), 1);
}

interface Way {
  readonly picture: Raster;
  readonly goal: Raster;
  readonly named: NamedColours | null;
}

/** Writes every `stride`th pixel of the way, moved by `share` of it, one after the other. `out` may be the picture itself. */
function moveAlong({ picture, goal, named }: Way, out: Float32Array, share: number, stride: number): void {
  const sceneShare = KEPT_BY_SCENE * (1 - share * share);
  const lab = new Float32Array(6);
  const { samples } = picture;
  for (let pixel = 0, to = 0; pixel * 3 < samples.length && to < out.length; pixel += stride, to += 3) {
    const i = pixel * 3;
    const kept =
      named === null ? 0 : Math.max(KEPT_BY_THINGS * f32(named.things.samples, pixel), sceneShare * f32(named.scene.samples, pixel));
    putLab(lab, 0, f32(samples, i), f32(samples, i + 1), f32(samples, i + 2));
    putLab(lab, 3, f32(goal.samples, i), f32(goal.samples, i + 1), f32(goal.samples, i + 2));
    const moved = share * (1 - kept);
    putRgb(out, to, mix(f32(lab, 0), f32(lab, 3), moved), mix(f32(lab, 1), f32(lab, 4), moved), mix(f32(lab, 2), f32(lab, 5), moved));
  }
}

/** Stations of the way at which is looked how near the picture has come, and pixels looked at. */
const STATIONS = 16;
const LOOKED_AT = 6000;

/** The share of the way, up to `weight`, at which the picture's palette is nearest to that of the reference. */
function nearestShare(way: Way, weight: number, palette: readonly Swatch[]): number {
  const pixels = way.picture.samples.length / 3;
  const stride = Math.max(1, Math.floor(pixels / LOOKED_AT));
  const strip = new Raster(Math.ceil(pixels / stride), 1, 3);
  const distanceAt = (share: number): number => {
    moveAlong(way, strip.samples, share, stride);
    return distanceOf(paletteOf(strip, palette.length, "reference"), palette);
  };
  let best = weight;
  let least = distanceAt(weight);
  for (let station = Math.ceil(weight * STATIONS) - 1; station > 0; station--) {
    const share = station / STATIONS;
    const distance = distanceAt(share);
    if (distance < least) [best, least] = [share, distance];
  }
  return best;
}

/** How far two palettes are from each other on average, each colour from the nearest of the other one; colours count alike and by what they cover. OKLab. */
function distanceOf(own: readonly Swatch[], palette: readonly Swatch[]): number {
  const meanOf = (from: readonly Swatch[], to: readonly Swatch[]) =>
    from.reduce((sum, { lab, share }) => {
      const nearest = Math.min(...to.map((other) => labDistance(lab, other.lab, 1)));
      return sum + (share + 1 / from.length) * Math.sqrt(nearest);
    }, 0);
  return meanOf(own, palette) + meanOf(palette, own);
}
