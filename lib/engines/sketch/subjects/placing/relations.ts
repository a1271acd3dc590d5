import type { Stage } from "../../scene/stage";
import { latheHeight } from "../lathe";
import { iconName, type Placement, WIDEST } from "./placement";

/** How far to the side a thing stands that is behind another, for what both are wide: partly hidden, partly seen. */
const PEEPS = 0.38;

/** "A behind B": the relation is written on the later of the two and says where the earlier one is. */
export function applyRelations(stage: Stage, placements: readonly Placement[]): void {
  for (const placement of placements) {
    const { relation } = placement.subject;
    if (relation === null || placement.order > 0) continue;
    const anchor = stage.spec.subjects[relation.to];
    const others = placements.filter((other) => other.subject === anchor);
    const depth = (stage.height - stage.floor.farY) * 0.22;
    const reach = (placement.size + (others[0]?.size ?? 0)) * 0.52;
    for (const other of others) {
      switch (relation.kind) {
        case "left-of":
          other.x = placement.x - reach;
          break;
        case "right-of":
          other.x = placement.x + reach;
          break;
        case "behind":
          other.baseY = placement.baseY - depth;
          other.x = placement.x + (other.x < placement.x ? -PEEPS : PEEPS) * reach;
          break;
        case "in-front-of":
          placement.size *= 1.25;
          placement.baseY -= depth;
          break;
        case "on":
          other.x = placement.x + ((other.order + 0.5) / others.length - 0.5) * placement.size * 0.9;
          if (iconName(placement.subject) === "bench" && other.subject.shape.kind === "figure") {
            sitDown(other, placement);
            break;
          }
          other.baseY = placement.baseY - seatOf(stage, placement);
          other.standsOn = placement;
          break;
        case "inside": {
          const { shape } = placement.subject;
          const rim = shape.kind === "lathe" ? latheHeight(shape.shape, placement.size) : placement.size * 0.5;
          other.size = Math.min(other.size, placement.size * (others.length > 1 ? 0.5 : 0.9));
          other.x = placement.x + ((other.order + 0.5) / others.length - 0.5) * placement.size * 0.6;
          other.baseY = placement.baseY - rim + other.size * 0.35;
          other.isHeld = true;
          break;
        }
        case "above":
          other.x = placement.x;
          other.baseY = placement.baseY - placement.size * 1.1;
          break;
        case "below":
          placement.x = other.x;
          placement.baseY = other.baseY - other.size * 1.1;
          break;
      }
    }
  }
}

/** Feet on the ground before the bench, and as tall as its seat is high. */
function sitDown(person: Placement, bench: Placement): void {
  person.size = bench.size * 0.66;
  person.baseY = bench.baseY + bench.size * 0.02;
  person.isSeated = true;
}

/** How high above its foot something can stand on a thing. */
function seatOf(stage: Stage, { subject, size }: Placement): number {
  return iconName(subject) === "wall" ? 0.36 * Math.min(size * 1.7, stage.width * WIDEST) : size * 0.42;
}

const HELD = /^umbrella|^balloon$|^kite$/;

/** "A woman with an umbrella": the thing is in her hand, not beside her. */
export function holdThings(placements: readonly Placement[]): void {
  const holder = placements.find((placement) => placement.subject.shape.kind === "figure");
  if (holder === undefined) return;
  for (const placement of placements) {
    if (!HELD.test(iconName(placement.subject)) || placement.subject.relation !== null) continue;
    const isOverhead = iconName(placement.subject).startsWith("umbrella");
    placement.size = holder.size * (isOverhead ? 0.85 : 0.6);
    placement.x = holder.x + holder.size * (isOverhead ? 0.22 : 0.34);
    placement.baseY = holder.baseY - holder.size * (isOverhead ? 0.62 : 0.55);
    placement.isHeld = true;
    placement.standsOn = holder;
  }
}
