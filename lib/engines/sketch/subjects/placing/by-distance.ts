import { isWatercraft } from "../../lexicon/subjects";
import { clamp, mix } from "../../raster/maths";
import type { Stage } from "../../scene/stage";
import { HEADROOM, iconName, type Placement } from "./placement";

/** What needs a house's room, and stands on the shore of a water. */
export const LARGE_BUILDING =
  /house|hut|castle|tent|church|tower|temple|statue|hotel|school|factory|building|tree|cactus|ferris|windmill|pyramid|ruins|obelisk|pagoda|volcano|skyscraper/;

/** What stands farther back is smaller: by this factor, which is what was done to its size. */
export function scaleByDepth(stage: Stage, placement: Placement): number {
  if (placement.isFloating) return 1;
  const scale = depthScale(stage, placement);
  placement.size *= scale;
  return scale;
}

export function depthScale({ floor, height }: Stage, { baseY }: Placement): number {
  return mix(0.72, 1.1, clamp((baseY - floor.farY) / Math.max(1, height - floor.farY)));
}

/** From a beach boats are seen in the water behind it. */
export function setAfloat({ spec, horizon, floor }: Stage, placement: Placement): void {
  const icon = iconName(placement.subject);
  if (
    spec.places[0] !== "beach" ||
    placement.isFloating ||
    !(isWatercraft(icon) || /^(?:swan|duck|dolphin|whale|spouting-whale)$/.test(icon))
  )
    return;
  placement.isAfloat = true;
  placement.baseY = mix(horizon, floor.farY, 0.62);
  placement.size *= 0.72;
}

/** Houses and trees do not stand in the water but on the shore behind it. */
export function settleAshore(stage: Stage, placement: Placement, scaled: number): void {
  if (placement.isFloating || placement.isHeld || placement.standsOn !== null) return;
  if (!LARGE_BUILDING.test(iconName(placement.subject))) return;
  placement.isAshore = true;
  placement.size /= scaled;
  placement.baseY = stage.floor.farY + stage.height * 0.02;
  placement.size = Math.min(placement.size * 0.85, (placement.baseY - stage.height * HEADROOM) * 0.9);
}
