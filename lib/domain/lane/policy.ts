import { z } from "zod";
import { type CatalogueEntry, Region } from "../engine/catalogue-entry";
import { Constraints, eligibilityOf } from "../engine/eligibility";
import { formatMicros, MicrosText } from "../money/micros";

/** What a lane asks of an engine beyond being on its list. Asked before a run and again before it is sent. */
export const LanePolicy = z.strictObject({
  /** Data may be processed in these places only; empty = anywhere. */
  regions: z.array(Region).max(10).default([]),
  commercialUse: z.boolean().default(false),
  noWatermark: z.boolean().default(false),
  /** Most one output may cost; null = no ceiling. */
  mostMicrosEach: MicrosText.nullable().default(null),
});
export type LanePolicy = z.infer<typeof LanePolicy>;

export const NO_POLICY: LanePolicy = LanePolicy.parse({});

/**
 * Why a lane does not take a model, in one sentence; null when it does. What is not known of a model meets no rule.
 * @param entry what the catalogue knows of the model; undefined for one it does not know
 * @param eachMicros what one output costs by the quote
 */
export function policyRefusal(
  policy: LanePolicy,
  { entry, eachMicros, today }: { entry: CatalogueEntry | undefined; eachMicros: bigint; today: string },
): string | null {
  const { regions, commercialUse, noWatermark, mostMicrosEach } = policy;
  if (mostMicrosEach !== null && eachMicros > BigInt(mostMicrosEach))
    return `This lane pays at most ${formatMicros(BigInt(mostMicrosEach))} a picture; this one costs ${formatMicros(eachMicros)}.`;
  if (regions.length === 0 && !commercialUse && !noWatermark) return null;
  if (!entry) return "This lane has rules about where data is processed, licences or marks, and nothing is known of this model.";
  const { reasons } = eligibilityOf(entry, Constraints.parse({ regions, commercialUse, noWatermark }), today);
  return reasons[0] === undefined ? null : `This lane does not take it. ${reasons[0]}`;
}
