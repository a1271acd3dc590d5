import { isAnimal } from "../../lexicon/subjects";
import type { Stage } from "../../scene/stage";
import { latheHeight } from "../lathe";
import { iconName, type Placement, WIDEST } from "./placement";

/** Where one can stand on things of our own: how wide they are for their size, and how high that is as a share of the width. */
const DECKS: Readonly<Record<string, readonly [width: number, height: number]>> = {
  table: [1.3, 0.62],
  house: [1.12, 0.72],
  package: [1, 0.66],
  stove: [0.9, 0.98],
  wall: [1.7, 0.32],
  bridge: [1.9, 0.3],
  pier: [1.8, 0.2],
  barrel: [0.66, 1.08],
  crate: [0.8, 0.68],
  haystack: [0.9, 0.68],
  "treasure-chest": [0.8, 0.5],
  "couch-and-lamp": [1, 0.26],
  armchair: [1, 0.46],
  chair: [0.74, 0.62],
  bed: [1, 0.36],
  "birthday-cake": [1, 0.66],
  plate: [1.2, 0.12],
  "picnic-blanket": [2.1, 0.13],
  branch: [1.7, 0.247],
  sunflower: [0.66, 1.14],
  tulip: [0.66, 1.14],
  rose: [0.66, 1.14],
  daisy: [0.66, 1.14],
  poppy: [0.66, 1.14],
  sailboat: [1, 0.19],
  rowboat: [1.6, 0.2],
};

/** How wide a thing is on which others stand. */
export function deckWidth(stage: Stage, { subject, size }: Placement): number {
  const icon = iconName(subject);
  const deck = Object.hasOwn(DECKS, icon) ? DECKS[icon] : undefined;
  return Math.min(size * (deck?.[0] ?? 1), stage.width * WIDEST);
}

/** How high above its foot something can stand on a thing. */
export function seatOf(stage: Stage, { subject, size }: Placement): number {
  const icon = iconName(subject);
  const deck = Object.hasOwn(DECKS, icon) ? DECKS[icon] : undefined;
  if (deck === undefined) return size * (isAnimal(icon) ? 0.52 : 0.42);
  return deck[1] * Math.min(size * deck[0], stage.width * WIDEST);
}

/** An open vessel: the height of its rim and the width of its mouth, as shares of its size. */
export interface Mouth {
  readonly rim: number;
  readonly width: number;
}

const MOUTHS: Readonly<Record<string, Mouth>> = {
  basket: { rim: 0.6, width: 1.25 },
  bucket: { rim: 0.72, width: 0.72 },
  "open-box": { rim: 0.5, width: 0.68 },
  crate: { rim: 0.5, width: 0.62 },
  barrel: { rim: 0.96, width: 0.56 },
  bathtub: { rim: 0.5, width: 0.8 },
  wagon: { rim: 0.6, width: 0.9 },
  rowboat: { rim: 0.4, width: 1.25 },
};

/** What things look out of when they are in it. */
export function mouthOf({ subject: { shape }, size }: Placement): Mouth {
  if (shape.kind === "lathe") return { rim: latheHeight(shape.shape, size) / size, width: 1 };
  const own = shape.kind === "icon" && Object.hasOwn(MOUTHS, shape.icon) ? MOUTHS[shape.icon] : undefined;
  return own ?? { rim: 0.56, width: 0.8 };
}
