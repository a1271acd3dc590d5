import type { Subject } from "../../parse/scene-spec";

/** One thing to paint, with its place: x of its middle and y of its foot, in pixels. */
export interface Placement {
  readonly subject: Subject;
  readonly order: number;
  isFloating: boolean;
  size: number;
  x: number;
  baseY: number;
  /** Painted after this one even though its foot is higher. */
  standsOn: Placement | null;
  /** Painted before this one, whose front hides its lower part. */
  isIn: Placement | null;
  /** In somebody's hand: neither on the ground nor in the water. */
  isHeld: boolean;
  /** In the water of a place that has land before it. */
  isAfloat: boolean;
  /** On the far shore of a water. */
  isAshore: boolean;
  /** Sits on what it stands before. */
  isSeated: boolean;
  /** Has something in the raised right hand. */
  isHolding: boolean;
}

/** A thing on the ground that no relation ties to another. */
export function placementAt(subject: Subject, order: number, at: Pick<Placement, "size" | "x" | "baseY">): Placement {
  return {
    subject,
    order,
    isFloating: false,
    ...at,
    standsOn: null,
    isIn: null,
    isHeld: false,
    isAfloat: false,
    isAshore: false,
    isSeated: false,
    isHolding: false,
  };
}

/** A drawing of our own is at most this wide, as a share of the picture. */
export const WIDEST = 0.86;

/** Least distance of a standing thing from the upper edge, as a share of the height. */
export const HEADROOM = 0.03;

/** The name of a subject's drawing, empty where it has none. */
export function iconName(subject: Subject): string {
  return subject.shape.kind === "icon" ? subject.shape.icon : "";
}

/** What stands on a thing, is in it or is worn by it goes where that goes: `by` pixels to the right, and smaller by that factor. */
export function carryAlong(placements: readonly Placement[], carrier: Placement, by: number, smaller: number): void {
  for (const thing of placements) {
    if (thing === carrier || (thing.standsOn !== carrier && thing.isIn !== carrier)) continue;
    carryAlong(placements, thing, by, smaller);
    thing.x = carrier.x + (thing.x - carrier.x) * smaller + by;
    thing.baseY = carrier.baseY + (thing.baseY - carrier.baseY) * smaller;
    thing.size *= smaller;
  }
}
