import { type Constraints, type Eligibility, eligibilityOf } from "./eligibility";
import type { ListedEntry } from "./override";
import { type CostRange, costOfVolume, type Volume } from "./volume-cost";

export interface Candidate {
  readonly entry: ListedEntry;
  readonly eligibility: Eligibility;
  /** For the volume asked about; null when the price is unknown or cannot be worked out. */
  readonly cost: CostRange | null;
}

export interface Shortlist {
  /** Cheapest first; those without a price after those with one. */
  readonly eligible: readonly Candidate[];
  /** Closest to eligible first: fewest reasons. */
  readonly others: readonly Candidate[];
}

/** Category → constraints → shortlist → cost for a volume. Every entry of the category is in exactly one of the two lists. */
export function shortlist(entries: readonly ListedEntry[], constraints: Constraints, volume: Volume, today: string): Shortlist {
  const { category } = constraints;
  const candidates = entries
    .filter((entry) => category === undefined || entry.category === category)
    .map((entry) => ({
      entry,
      eligibility: eligibilityOf(entry, constraints, today, volume),
      cost: costOfVolume(entry, volume),
    }));
  return {
    eligible: candidates.filter(({ eligibility }) => eligibility.isEligible).sort(byCost),
    others: candidates.filter(({ eligibility }) => !eligibility.isEligible).sort(byReasons),
  };
}

function byCost(a: Candidate, b: Candidate): number {
  if (a.cost === null || b.cost === null) return Number(a.cost === null) - Number(b.cost === null) || byName(a, b);
  const least = a.cost.leastMicros - b.cost.leastMicros;
  return least === 0n ? byName(a, b) : least < 0n ? -1 : 1;
}

function byReasons(a: Candidate, b: Candidate): number {
  return a.eligibility.reasons.length - b.eligibility.reasons.length || byName(a, b);
}

const byName = (a: Candidate, b: Candidate) => (a.entry.name < b.entry.name ? -1 : Number(a.entry.name > b.entry.name));
