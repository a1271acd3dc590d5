import { type Fit, varianceBetween, winRate } from "./bradley-terry";
import type { Matrix } from "./symmetric";

/** Two candidates by their place in `fit.ids`. */
export type Pair = readonly [number, number];

/** The order is settled when every neighbour in it stands apart, or as equal, with this certainty. */
const ONE_SIDED_95 = 1.644854;
/** Chosen between 40 and 60 times of 100: nobody would notice which is better. */
const ALIKE = Math.log(0.6 / 0.4);
/** More questions than this are not foreseen. */
const FORESEEN = 400;

/**
 * The pair whose answer is expected to tell most: the expected gain of information is ½ log(1 + p (1 − p) v), with p how
 * often the first is chosen and v the variance of their difference. `isOpen` leaves out pairs this voter has answered.
 * Null when there is none.
 */
export function nextPair(fit: Fit, isOpen: (first: number, second: number) => boolean = () => true): Pair | null {
  return bestPair(fit.scores, fit.covariance, isOpen);
}

/** Whether more ballots would hardly change the order. */
export function isSettled({ scores, covariance }: Fit): boolean {
  const order = scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return order.slice(1).every((lower, position) => {
    const upper = order[position] ?? lower;
    const gap = (scores[upper] ?? 0) - (scores[lower] ?? 0);
    const reach = ONE_SIDED_95 * Math.sqrt(varianceBetween(covariance, upper, lower));
    return gap >= reach || gap + reach <= ALIKE;
  });
}

/**
 * About how many more questions settle the order, if the scores stay what they are: asks the most telling pair again and
 * again without changing the scores. At most 400.
 */
export function questionsLeft(fit: Fit): number {
  let covariance = fit.covariance;
  for (let asked = 0; asked < FORESEEN; asked += 1) {
    if (isSettled({ ...fit, covariance })) return asked;
    const pair = bestPair(fit.scores, covariance, () => true);
    if (pair === null) return asked;
    covariance = afterAsking(covariance, fit.scores, pair);
  }
  return FORESEEN;
}

function bestPair(scores: readonly number[], covariance: Matrix, isOpen: (first: number, second: number) => boolean): Pair | null {
  let best: Pair | null = null;
  let most = 0;
  for (let first = 0; first < scores.length; first += 1)
    for (let second = first + 1; second < scores.length; second += 1) {
      if (!isOpen(first, second)) continue;
      const rate = winRate(scores[first] ?? 0, scores[second] ?? 0);
      const gain = Math.log1p(rate * (1 - rate) * varianceBetween(covariance, first, second));
      if (best !== null && gain <= most) continue;
      best = [first, second];
      most = gain;
    }
  return best;
}

/** The covariance with one more answer about a pair (Sherman and Morrison's formula). */
function afterAsking(covariance: Matrix, scores: readonly number[], [first, second]: Pair): Matrix {
  const rate = winRate(scores[first] ?? 0, scores[second] ?? 0);
  const information = rate * (1 - rate);
  const along = covariance.map((row) => (row[first] ?? 0) - (row[second] ?? 0));
  const scale = information / (1 + information * varianceBetween(covariance, first, second));
  return covariance.map((row, r) => row.map((value, c) => value - scale * (along[r] ?? 0) * (along[c] ?? 0)));
}
