import { onRoad } from "./catalogue-entry";
import { type Constraints, type Eligibility, eligibilityOf } from "./eligibility";
import type { ListedEntry, ListedRoad } from "./override";
import { type CostRange, costOfVolume, type Volume } from "./volume-cost";

export interface Candidate {
  /** The system with the facts of its road. */
  readonly entry: ListedEntry;
  /** The road that would be run on; null for a system that is not reached by a model of its own. */
  readonly road: ListedRoad | null;
  /** How many other roads lead to it. */
  readonly otherRoads: number;
  readonly eligibility: Eligibility;
  /** For the volume asked about, on that road; null when the price is unknown or cannot be worked out. */
  readonly cost: CostRange | null;
}

export interface Shortlist {
  /** Cheapest first; those without a price after those with one. */
  readonly eligible: readonly Candidate[];
  /** Closest to eligible first: fewest reasons. */
  readonly others: readonly Candidate[];
}

/**
 * Category → constraints → shortlist → cost for a volume. Every entry of the category is in exactly one of the two lists, on one road:
 * facts of different roads are never mixed.
 */
export function shortlist(entries: readonly ListedEntry[], constraints: Constraints, volume: Volume, today: string): Shortlist {
  const { category } = constraints;
  const candidates = entries
    .filter((entry) => category === undefined || entry.category === category)
    .map((entry) => candidateOf(entry, constraints, volume, today));
  return {
    eligible: candidates.filter(({ eligibility }) => eligibility.isEligible).sort((a, b) => byCost(a, b) || byName(a, b)),
    others: candidates.filter(({ eligibility }) => !eligibility.isEligible).sort((a, b) => byReasons(a, b) || byName(a, b)),
  };
}

/** A system on the road that would be run on: one that meets what is asked, that is connected, that is cheapest, in this order. */
function candidateOf(entry: ListedEntry, constraints: Constraints, volume: Volume, today: string): Candidate {
  const roads = entry.routes.filter(({ standing }) => standing?.modelName !== null);
  const on = (road: ListedRoad | null): Candidate => {
    const there = road ? onRoad(entry, road) : entry;
    const eligibility = eligibilityOf(there, constraints, today, volume);
    return { entry: there, road, otherRoads: Math.max(0, roads.length - 1), eligibility, cost: costOfVolume(there, volume) };
  };
  const [first, ...others] = roads.map(on);
  if (!first) return on(null);
  return others.reduce((best, candidate) => (byRoad(candidate, best) < 0 ? candidate : best), first);
}

function byRoad(a: Candidate, b: Candidate): number {
  return byReasons(a, b) || Number(!isReady(a)) - Number(!isReady(b)) || byCost(a, b);
}

const isReady = ({ road }: Candidate) => road?.standing?.whyNot === null;

function byCost(a: Candidate, b: Candidate): number {
  if (a.cost === null || b.cost === null) return Number(a.cost === null) - Number(b.cost === null);
  const least = a.cost.leastMicros - b.cost.leastMicros;
  return least === 0n ? 0 : least < 0n ? -1 : 1;
}

function byReasons(a: Candidate, b: Candidate): number {
  return a.eligibility.reasons.length - b.eligibility.reasons.length;
}

const byName = (a: Candidate, b: Candidate) => (a.entry.name < b.entry.name ? -1 : Number(a.entry.name > b.entry.name));
