import { isAnimal, isWatercraft } from "../../lexicon/subjects";
import type { Stage } from "../../scene/stage";
import { mouthOf } from "./decks";
import { HEADROOM, iconName, type Placement } from "./placement";

const BUNCH = /flower|daisy|poppy|tulip|rose|hibiscus|blossom|bouquet/;

/** An animal needs a larger vessel than an apple does. */
export function makeRoom({ height }: Stage, vessel: Placement, first: Placement): void {
  const isRider = first.subject.shape.kind === "figure" || isAnimal(iconName(first.subject));
  if (isRider && vessel.subject.shape.kind === "icon") vessel.size *= 1.25;
  // Flowers in a vase are seen to their tips.
  const tall = (mouthOf(vessel).rim + 0.72) * vessel.size;
  if (BUNCH.test(iconName(first.subject))) vessel.size *= Math.min(1, (vessel.baseY - height * HEADROOM) / tall);
}

/** In a vessel: behind its front, its upper part seen above the rim. */
export function putInside(thing: Placement, vessel: Placement, at: number, count: number): void {
  const { rim, width } = mouthOf(vessel);
  const isFigure = thing.subject.shape.kind === "figure";
  const isBeast = isAnimal(iconName(thing.subject));
  thing.isHeld = true;
  thing.isSeated = isBeast;
  thing.standsOn = null;
  thing.isIn = vessel;
  if (count > 4 && !isFigure && !isBeast) {
    heap(thing, vessel, rim * vessel.size, at, count);
    return;
  }
  const isBunch = BUNCH.test(iconName(thing.subject));
  const mouth = vessel.size * width;
  const share = isBeast ? Math.min(0.62, 1.06 / count) : isFigure ? Math.min(0.66, 1.4 / count) : count === 1 ? 0.9 : isBunch ? 0.8 : 0.5;
  const fitting = (isBunch ? vessel.size : mouth) * share;
  thing.size = isBunch || (isBeast && !isWatercraft(iconName(vessel.subject))) ? fitting : Math.min(thing.size, fitting);
  thing.x = vessel.x + ((at + 0.5) / count - 0.5) * mouth * (isBunch ? 0.45 : 0.72);
  // Of an animal the legs are hidden, of a person all below the waist.
  const hidden = isFigure
    ? 0.76
    : isBeast
      ? isWatercraft(iconName(vessel.subject))
        ? 0.22
        : iconName(vessel.subject) === "basket"
          ? 0.3
          : 0.1
      : count > 1
        ? 0.2
        : 0.35;
  thing.baseY = vessel.baseY - rim * vessel.size + thing.size * hidden;
}

/** Many in one vessel: layer upon layer, each with fewer than the one below. */
function heap(thing: Placement, vessel: Placement, rim: number, at: number, count: number): void {
  const widest = Math.max(3, Math.ceil(Math.sqrt(count * 1.6)));
  let [layer, first] = [0, 0];
  while (at >= first + Math.max(1, widest - layer)) {
    first += Math.max(1, widest - layer);
    layer++;
  }
  const here = Math.min(Math.max(1, widest - layer), count - first);
  thing.size = Math.min(thing.size, (vessel.size * 1.15) / widest);
  thing.x = vessel.x + (at - first - (here - 1) / 2) * thing.size * 0.62;
  thing.baseY = vessel.baseY - rim + thing.size * (0.4 - layer * 0.5);
  thing.isHeld = true;
}
