import { z } from "zod";

/** What a version proves before a production lane lets it be called `production`. */
export const EvidenceRule = z.strictObject({
  /** Different cells (subject and seed) that were judged or refused. */
  minCells: z.int().min(1, "At least one cell.").max(1_000).default(20),
  /** The lower end of the pass rate's 95 % interval, 0–1. */
  lowerBound: z.number().min(0).max(0.999).default(0.7),
});
export type EvidenceRule = z.infer<typeof EvidenceRule>;

export const DEFAULT_RULE: EvidenceRule = EvidenceRule.parse({});

/** A label is called by every lane, so the strictest of the production lanes counts; without one, the default. */
export function strictest(rules: readonly EvidenceRule[]): EvidenceRule {
  if (rules.length === 0) return DEFAULT_RULE;
  return {
    minCells: Math.max(...rules.map(({ minCells }) => minCells)),
    lowerBound: Math.max(...rules.map(({ lowerBound }) => lowerBound)),
  };
}
