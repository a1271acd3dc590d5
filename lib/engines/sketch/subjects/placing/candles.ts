import type { Subject } from "../../parse/scene-spec";
import { iconName, type Placement } from "./placement";

/** Height of a candle for the size of its cake, and where the top of the cake is, as shares of its size. */
const TALL = 0.34;
const TOP = 0.6;
/** More than these stand in two rows. */
const ONE_ROW = 5;

/** The candles of a cake, where both were asked for: they belong on it, however the words join them. */
export function candlesOf(subjects: readonly Subject[]): Subject | null {
  const hasCake = subjects.some((subject) => iconName(subject) === "birthday-cake");
  return hasCake ? (subjects.find((subject) => iconName(subject) === "candle") ?? null) : null;
}

/** On the cake, as many as were counted: from its left edge to its right one, those of the far row between the others. */
export function lightCake(subjects: readonly Subject[], placements: readonly Placement[]): void {
  const candle = candlesOf(subjects);
  const cake = placements.find(({ subject }) => iconName(subject) === "birthday-cake");
  if (candle === null || cake === undefined) return;
  const rows = candle.count > ONE_ROW ? 2 : 1;
  for (const placement of placements.filter(({ subject }) => subject === candle)) {
    const share = candle.count === 1 ? 0 : (placement.order + 0.5) / candle.count - 0.5;
    const row = placement.order % rows;
    placement.size = cake.size * TALL;
    placement.x = cake.x + share * cake.size * 0.86;
    placement.baseY = cake.baseY - cake.size * (TOP + (row === 0 ? -0.03 : 0.06));
    placement.isHeld = true;
    placement.standsOn = cake;
    placement.isFloating = false;
  }
}
