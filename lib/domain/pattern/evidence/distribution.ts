import type { Distribution } from "./view";

const BINS = 10;

/** Null of nothing. Bins go from 0 to `to`; what lies beyond is in the last. */
export function distributionOf(numbers: readonly number[], to: number): Distribution | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((one, other) => one - other);
  const bins = Array.from({ length: BINS }, () => 0);
  for (const number of sorted) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor((number / to) * BINS)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return {
    count: sorted.length,
    least: quantile(sorted, 0),
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
    most: quantile(sorted, 1),
    bins,
    to,
  };
}

/** Between the two nearest of sorted numbers; 0 of nothing. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}
