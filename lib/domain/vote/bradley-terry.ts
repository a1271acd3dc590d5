import type { Ballot } from "./ballot";
import { add, at, inverse, type Matrix, times, zeros } from "./symmetric";

/** How good a candidate is by what the voters chose. Logits: 1 more = chosen e ≈ 2.7 times as often of the two. */
export interface Strength {
  readonly id: string;
  /** Logits around the candidates' mean of 0. */
  readonly score: number;
  /** 95 % interval of the score. */
  readonly low: number;
  readonly high: number;
}

/** A fitted model: scores in the order of `ids`, and how uncertain they are together. */
export interface Fit {
  readonly ids: readonly string[];
  readonly scores: readonly number[];
  /** Covariance of the scores. */
  readonly covariance: Matrix;
}

export interface FitOptions {
  /**
   * Precision of the belief, before any ballot, that candidates are alike (a normal prior around 0, in logits). Above 0
   * a candidate that never lost has a finite score. 0 = plain maximum likelihood, as in the literature.
   */
  readonly prior?: number;
}

/** One in three: before any ballot, two thirds of the candidates are believed within ±1.7 logits. */
export const PRIOR = 1 / 3;
const STEPS = 100;
const CLOSE = 1e-10;
const NORMAL_95 = 1.959964;

/**
 * Bradley and Terry's model (Biometrika 39, 1952) by Newton's method: of those shown, a candidate is chosen in proportion
 * to exp(score). With more than two shown it is Luce's choice axiom, of which the pair is the case of two. A tie counts
 * as a choice of each of those shown, in equal parts. Throws RangeError for a ballot about an unknown candidate, or when
 * plain maximum likelihood has no answer (someone never lost, or the ballots do not connect everybody).
 */
export function fitStrengths(ids: readonly string[], ballots: readonly Ballot[], { prior = PRIOR }: FitOptions = {}): Fit {
  const place = new Map(ids.map((id, index) => [id, index]));
  const counted = ballots.map(({ shown, chosen }) => ({
    shown: shown.map((id) => placeOf(place, id)),
    chosen: chosen === null ? null : placeOf(place, chosen),
  }));
  let scores = ids.map(() => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const { slope, curvature } = derivatives(scores, counted, prior);
    const move = times(inverse(curvature), slope);
    const largest = Math.max(...move.map(Math.abs), 0);
    // Newton may overshoot far from the answer; two logits at a time always comes back.
    const damping = largest > 2 ? 2 / largest : 1;
    scores = scores.map((score, index) => score + damping * (move[index] ?? 0));
    if (Math.max(...scores.map(Math.abs), 0) > 50) throw new RangeError("Somebody was always or never chosen: no finite scores.");
    if (largest < CLOSE) break;
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, ids.length);
  return {
    ids,
    scores: scores.map((score) => score - mean),
    covariance: centred(inverse(derivatives(scores, counted, prior).curvature)),
  };
}

/** Candidates, best first, with their intervals. Equal scores keep the order of `ids`. */
export function ranking({ ids, scores, covariance }: Fit): readonly Strength[] {
  return ids
    .map((id, index) => {
      const score = scores[index] ?? 0;
      const reach = NORMAL_95 * Math.sqrt(Math.max(0, at(covariance, index, index)));
      return { id, score, low: score - reach, high: score + reach };
    })
    .sort((a, b) => b.score - a.score);
}

/** 0–1: how often the first is chosen of the two. */
export function winRate(first: number, second: number): number {
  return 1 / (1 + Math.exp(second - first));
}

/** Variance of the difference of two candidates' scores. */
export function varianceBetween(covariance: Matrix, first: number, second: number): number {
  return Math.max(0, at(covariance, first, first) + at(covariance, second, second) - 2 * at(covariance, first, second));
}

interface Counted {
  readonly shown: readonly number[];
  readonly chosen: number | null;
}

function derivatives(scores: readonly number[], ballots: readonly Counted[], prior: number): { slope: number[]; curvature: Matrix } {
  const size = scores.length;
  const slope = scores.map((score) => -prior * score);
  const curvature = zeros(size);
  // Scores are only known up to a constant. The ones matrix pins their mean, and changes no difference.
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) add(curvature, row, column, 1 / size + (row === column ? prior : 0));
  for (const { shown, chosen } of ballots) {
    const highest = Math.max(...shown.map((index) => scores[index] ?? 0));
    const weights = shown.map((index) => Math.exp((scores[index] ?? 0) - highest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    shown.forEach((index, position) => {
      const share = (weights[position] ?? 0) / total;
      const got = chosen === null ? 1 / shown.length : chosen === index ? 1 : 0;
      slope[index] = (slope[index] ?? 0) + got - share;
      shown.forEach((other, otherPosition) => {
        const otherShare = (weights[otherPosition] ?? 0) / total;
        add(curvature, index, other, index === other ? share * (1 - share) : -share * otherShare);
      });
    });
  }
  return { slope, curvature };
}

/** Takes the pinned mean out again: what is uncertain is how candidates stand to each other. */
function centred(covariance: Matrix): Matrix {
  const size = covariance.length;
  const rowMeans = covariance.map((row) => row.reduce((sum, value) => sum + value, 0) / size);
  const mean = rowMeans.reduce((sum, value) => sum + value, 0) / Math.max(1, size);
  return covariance.map((row, r) => row.map((value, c) => value - (rowMeans[r] ?? 0) - (rowMeans[c] ?? 0) + mean));
}

function placeOf(place: ReadonlyMap<string, number>, id: string): number {
  const index = place.get(id);
  if (index === undefined) throw new RangeError(`There is no candidate ${id}.`);
  return index;
}
