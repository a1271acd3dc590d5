import { onRoute } from "./catalogue-entry";
import { type Constraints, type Eligibility, eligibilityOf } from "./eligibility";
import type { ListedEntry, ListedRoute } from "./override";
import { type CostRange, costOfVolume, type Volume } from "./volume-cost";

export interface Candidate {
  /** The system with the facts of its route. */
  readonly entry: ListedEntry;
  /** The route that would be run on; null for a system that is not reached by a model of its own. */
  readonly route: ListedRoute | null;
  /** How many other routes lead to it. */
  readonly otherRoutes: number;
  readonly eligibility: Eligibility;
  /** For the volume asked about, on that route; null when the price is unknown or cannot be worked out. */
  readonly cost: CostRange | null;
}

export interface Shortlist {
  /** Cheapest first; those without a price after those with one. */
  readonly eligible: readonly Candidate[];
  /** Closest to eligible first: fewest reasons. */
  readonly others: readonly Candidate[];
}

/**
 * Category → constraints → shortlist → cost for a volume. Every entry of the category is in exactly one of the two lists, on one route:
 * facts of different routes are never mixed.
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

/** A system on the route that would be run on: one that meets what is asked, that is connected, that is cheapest, in this order. */
function candidateOf(entry: ListedEntry, constraints: Constraints, volume: Volume, today: string): Candidate {
  const routes = entry.routes.filter(({ standing }) => standing?.modelName !== null);
  const on = (route: ListedRoute | null): Candidate => {
    const there = route ? onRoute(entry, route) : entry;
    const eligibility = eligibilityOf(there, constraints, today, volume);
    return { entry: there, route, otherRoutes: Math.max(0, routes.length - 1), eligibility, cost: costOfVolume(there, volume) };
  };
  const [first, ...others] = routes.map(on);
  if (!first) return on(null);
  return others.reduce((best, candidate) => (byRoute(candidate, best) < 0 ? candidate : best), first);
}

function byRoute(a: Candidate, b: Candidate): number {
  return byReasons(a, b) || Number(!isReady(a)) - Number(!isReady(b)) || byCost(a, b);
}

const isReady = ({ route }: Candidate) => route?.standing?.whyNot === null;

function byCost(a: Candidate, b: Candidate): number {
  if (a.cost === null || b.cost === null) return Number(a.cost === null) - Number(b.cost === null);
  const least = a.cost.leastMicros - b.cost.leastMicros;
  return least === 0n ? 0 : least < 0n ? -1 : 1;
}

function byReasons(a: Candidate, b: Candidate): number {
  return a.eligibility.reasons.length - b.eligibility.reasons.length;
}

const byName = (a: Candidate, b: Candidate) => (a.entry.name < b.entry.name ? -1 : Number(a.entry.name > b.entry.name));
