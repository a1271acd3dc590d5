import type { Ballot } from "./ballot";
import { type Fit, fitStrengths, varianceBetween, winRate } from "./bradley-terry";
import { isSettled, nextPair, questionsLeft } from "./next-question";

/** What one voter is asked next, or why nothing. Sides are not drawn yet. */
export type NextQuestion =
  | { readonly kind: "ask"; readonly candidates: readonly string[]; readonly left: number }
  | { readonly kind: "done"; readonly why: "answered-all" | "settled" };

/**
 * The next question for a voter: the most telling pair they have not answered, and with more shown at once those that
 * tell most beside it. Every voter answers at least as many questions as connect all pictures, so that each has a say;
 * after that an order that is settled ends the asking. `candidates` in the voter's own order: between pairs that tell as
 * much, the first in it comes first.
 */
export function nextQuestion(vote: {
  readonly candidates: readonly string[];
  readonly ballots: readonly Ballot[];
  readonly voter: string;
  /** Pictures shown at once, 2–4. */
  readonly shown: number;
}): NextQuestion {
  const { candidates, ballots, voter } = vote;
  const fit = fitStrengths(candidates, ballots);
  const mine = ballots.filter((ballot) => ballot.voter === voter);
  const answered = new Set(mine.flatMap(({ shown }) => pairsOf(shown)));
  const isOpen = (first: number, second: number) => !answered.has(pairKey(candidates[first] ?? "", candidates[second] ?? ""));
  const pair = nextPair(fit, isOpen);
  if (!pair) return { kind: "done", why: "answered-all" };
  const least = Math.ceil((candidates.length - 1) / (vote.shown - 1));
  if (mine.length >= least && isSettled(fit)) return { kind: "done", why: "settled" };
  const places = withMore(fit, pair, Math.min(vote.shown, candidates.length), isOpen);
  return {
    kind: "ask",
    candidates: places.flatMap((place) => candidates[place] ?? []),
    left: Math.max(least - mine.length, Math.ceil(questionsLeft(fit) / (vote.shown - 1)), 1),
  };
}

/** Adds to a pair whoever tells most against those chosen already; only who has an open pair with one of them. */
function withMore(fit: Fit, pair: readonly [number, number], size: number, isOpen: (a: number, b: number) => boolean): readonly number[] {
  const places: number[] = [...pair];
  while (places.length < size) {
    let best = -1;
    let most = 0;
    for (let place = 0; place < fit.ids.length; place += 1) {
      if (places.includes(place)) continue;
      const gain = places.reduce((sum, other) => (isOpen(place, other) ? sum + gainOf(fit, place, other) : sum), 0);
      if (gain <= most) continue;
      best = place;
      most = gain;
    }
    if (best < 0) return places;
    places.push(best);
  }
  return places;
}

function gainOf({ scores, covariance }: Fit, first: number, second: number): number {
  const rate = winRate(scores[first] ?? 0, scores[second] ?? 0);
  return Math.log1p(rate * (1 - rate) * varianceBetween(covariance, first, second));
}

const pairKey = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

function pairsOf(shown: readonly string[]): string[] {
  return shown.flatMap((one, index) => shown.slice(index + 1).map((other) => pairKey(one, other)));
}

/** How often each candidate was chosen of the pairs it stood in; a tie counts half for each. */
export function winsOf(ballots: readonly Ballot[]): ReadonlyMap<string, { readonly won: number; readonly of: number }> {
  const wins = new Map<string, { won: number; of: number }>();
  for (const { shown, chosen } of ballots)
    for (const id of shown) {
      const before = wins.get(id) ?? { won: 0, of: 0 };
      // Of four, the chosen one beat three; the others each lost one pair and say nothing of each other.
      const [won, of] =
        chosen === null ? [(shown.length - 1) / 2, shown.length - 1] : chosen === id ? [shown.length - 1, shown.length - 1] : [0, 1];
      wins.set(id, { won: before.won + won, of: before.of + of });
    }
  return wins;
}
