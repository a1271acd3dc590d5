import { isNeckwear } from "../../lexicon/subjects";
import type { Stage } from "../../scene/stage";
import { latheHeight } from "../lathe";
import { HAND } from "../own/person";
import { iconName, type Placement } from "./placement";

/** What nobody lets stand beside them on the ground. */
const ALWAYS_HELD = /^umbrella|^balloon$|^kite$/;
/** Held by its lower end, and so above the hand. */
const ABOVE_HAND = /^umbrella|balloon|^kite$|lollipop|candle$|^flag|bouquet|daisy|poppy|tulip|rose$|flower$|blossom/;

/** Height and half the width of a person for their size. */
const TALL = 1.248;
const WIDE = 0.624;

/** "A woman with an umbrella", "a man holding a lantern", "a girl wearing a hat": in the hand or on the head, not beside them. */
export function holdThings({ spec }: Stage, placements: readonly Placement[]): void {
  const figure = placements.find(({ subject }) => subject.shape.kind === "figure");
  for (const placement of placements) {
    const { relation } = placement.subject;
    const isInHand = relation?.kind === "holding";
    if (isInHand || relation?.kind === "wearing") {
      const holders = placements.filter(({ subject }) => subject === spec.subjects[relation.to]);
      const holder = holders[Math.min(placement.order, holders.length - 1)];
      if (holder === undefined) continue;
      if (isInHand) putInHand(holder, placement);
      else putOnHead(holder, placement);
    } else if (relation === null && figure !== undefined && ALWAYS_HELD.test(iconName(placement.subject))) putInHand(figure, placement);
  }
}

function putInHand(holder: Placement, thing: Placement): void {
  const isPerson = holder.subject.shape.kind === "figure";
  const icon = iconName(thing.subject);
  const isOverhead = icon.startsWith("umbrella");
  thing.size = Math.min(thing.size, holder.size * (isOverhead ? 0.85 : ABOVE_HAND.test(icon) ? 0.5 : isPerson ? 0.3 : 0.4));
  const { shape } = thing.subject;
  const tall = shape.kind === "lathe" ? latheHeight(shape.shape, thing.size) : thing.size;
  const [right, up] = isPerson ? [HAND.right * WIDE, HAND.up * TALL * small(holder)] : [-0.34, 0.34];
  thing.x = holder.x + holder.size * right;
  thing.baseY = holder.baseY - holder.size * up + (ABOVE_HAND.test(icon) ? thing.size * 0.06 : tall * 0.5);
  thing.isHeld = true;
  thing.standsOn = holder;
  holder.isHolding = isPerson;
}

/** How high a hat and a scarf hang on a snowman, for its size. */
const SNOWMAN = { crown: 0.74, neck: 0.18 } as const;
/** The same of an animal that sits, with the middle of its eyes. */
const SITTING = { crown: 0.82, eyes: 0.68, neck: 0.16 } as const;
const OWL = { crown: 1.08, eyes: 0.81, neck: 0.6 } as const;
const SKULL = { crown: 0.8 } as const;

/** On the head, before the eyes or around the neck. */
function putOnHead(holder: Placement, thing: Placement): void {
  const isAtNeck = isNeckwear(iconName(thing.subject));
  const isBeforeEyes = /glasses|goggles/.test(iconName(thing.subject));
  thing.isHeld = true;
  thing.standsOn = holder;
  if (holder.subject.shape.kind !== "figure") {
    const name = iconName(holder.subject);
    const on = name.startsWith("snowman")
      ? { ...SITTING, ...SNOWMAN }
      : name === "owl"
        ? OWL
        : name === "skull"
          ? { ...SITTING, ...SKULL }
          : SITTING;
    holder.isSeated = on === SITTING;
    thing.size = holder.size * (isAtNeck ? 0.34 : isBeforeEyes ? 0.42 : on === SITTING ? 0.36 : 0.46);
    thing.x = holder.x;
    thing.baseY = holder.baseY - holder.size * (isAtNeck ? on.neck : isBeforeEyes ? on.eyes - 0.1 : on.crown);
    return;
  }
  const crown = small(holder) < 1 ? 0.79 : 0.97;
  thing.size = holder.size * (isAtNeck ? 0.26 : isBeforeEyes ? 0.16 : 0.24);
  thing.x = holder.x;
  const down = isAtNeck ? 0.36 : isBeforeEyes ? 0.125 : 0.045;
  thing.baseY = holder.baseY - holder.size * TALL * (crown - down);
}

/** A child reaches less high. */
function small({ subject: { shape } }: Placement): number {
  return shape.kind === "figure" && (shape.figure === "girl" || shape.figure === "boy") ? 0.8 : 1;
}
