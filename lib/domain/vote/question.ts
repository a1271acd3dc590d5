import type { Ballot } from "./ballot";
import { type Fit, fitStrengths, ranking, varianceBetween, winRate } from "./bradley-terry";
import { isSettled, nextPair, questionsLeft } from "./next-question";

/** What one voter is asked next, or why nothing. Sides are not drawn yet. */
export type NextQuestion =
  | { readonly kind: "ask"; readonly candidates: readonly string[]; readonly left: number }
  | { readonly kind: "done"; readonly why: "answered-all" | "settled" | "own-order" };

/** Foreseeing every question of a larger vote takes longer than the next picture may. */
const FORESEEN_UP_TO = 24;

/**
 * The next question for a voter: the most telling pair they have not answered, and with more shown at once those that
 * tell most beside it. Every voter answers at least as many questions as connect all pictures, so that each has a say.
 * After that it ends when everybody's answers settle the order, or when this voter's own order is known: each picture was
 * chosen over the next in it, or found as good. `candidates` in the voter's own order: between pairs that tell as much,
 * the first in it comes first.
 */
export function nextQuestion(vote: {
  readonly candidates: readonly string[];
  readonly ballots: readonly Ballot[];
  readonly voter: string;
  /** Pictures shown at once, 2–4. */
  readonly shown: number;
}): NextQuestion {
  const { candidates, ballots, voter, shown } = vote;
  const fit = fitStrengths(candidates, ballots);
  const mine = ballots.filter((ballot) => ballot.voter === voter);
  const said = pairsSaid(mine);
  const isOpen = (first: number, second: number) => !said.has(pairKey(candidates[first] ?? "", candidates[second] ?? ""));
  const pair = nextPair(fit, isOpen);
  if (!pair) return { kind: "done", why: "answered-all" };
  const least = Math.ceil((candidates.length - 1) / (shown - 1));
  const open = openNeighbours(candidates, mine, said);
  if (mine.length >= least && isSettled(fit)) return { kind: "done", why: "settled" };
  if (mine.length >= least && open === 0) return { kind: "done", why: "own-order" };
  const places = withMore(fit, pair, Math.min(shown, candidates.length), isOpen);
  const foreseen = candidates.length <= FORESEEN_UP_TO ? questionsLeft(fit) : Number.POSITIVE_INFINITY;
  const left = Math.min(foreseen / (shown - 1), Math.max(open / (shown - 1), questionsToSort(candidates.length, shown) - mine.length));
  return {
    kind: "ask",
    candidates: places.flatMap((place) => candidates[place] ?? []),
    left: Math.max(least - mine.length, Math.ceil(left), 1),
  };
}

/** What a voter said of each pair: who of the two, or null for as good as each other. The last word counts. */
function pairsSaid(mine: readonly Ballot[]): ReadonlyMap<string, string | null> {
  const said = new Map<string, string | null>();
  for (const { shown, chosen } of mine)
    for (const [one, other] of pairsOf(shown)) {
      // Of those that were not chosen nobody knows which is better.
      if (chosen === null || chosen === one || chosen === other) said.set(pairKey(one, other), chosen);
    }
  return said;
}

/** Neighbours in this voter's own order of which they have not said that the upper is better, or as good. */
function openNeighbours(candidates: readonly string[], mine: readonly Ballot[], said: ReadonlyMap<string, string | null>): number {
  const order = ranking(fitStrengths(candidates, mine)).map(({ id }) => id);
  return order.slice(1).filter((lower, place) => {
    const upper = order[place] ?? lower;
    const answer = said.get(pairKey(upper, lower));
    return answer === undefined || answer === lower;
  }).length;
}

/** So many questions tell n pictures' order apart at best: log₂ n! bits, of which each answer gives log₂ of its choices. */
function questionsToSort(count: number, shown: number): number {
  let bits = 0;
  for (let place = 2; place <= count; place += 1) bits += Math.log2(place);
  return Math.ceil(bits / Math.log2(shown));
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

function pairsOf(shown: readonly string[]): (readonly [string, string])[] {
  return shown.flatMap((one, index) => shown.slice(index + 1).map((other) => [one, other] as const));
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
