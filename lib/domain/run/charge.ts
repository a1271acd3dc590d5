export interface Charged {
  readonly quoteMicros: string;
  /** Null while the run is not over. */
  readonly actualMicros: string | null;
  /** Pictures asked for, and those that came. */
  readonly count: number;
  readonly made: number;
}

/**
 * Why a run was charged otherwise than it was quoted, in a sentence; null when it was charged as quoted, or is not charged yet. A share of
 * the quote is the quoted price of what was made; anything else is a figure the provider gave.
 */
export function whyCharged({ quoteMicros, actualMicros, count, made }: Charged): string | null {
  if (actualMicros === null || actualMicros === quoteMicros) return null;
  const [quote, actual] = [BigInt(quoteMicros), BigInt(actualMicros)];
  const share = (pictures: number) => (quote * BigInt(Math.min(pictures, count))) / BigInt(Math.max(1, count));
  if (actual === 0n && made === 0) return "Nothing was made, so nothing is charged.";
  if (made < count && actual === share(made)) return `${made} of ${count} came, and only those are charged.`;
  const lost = Array.from({ length: Math.max(0, count - made) }, (_, more) => made + more + 1).find((one) => actual === share(one));
  if (lost !== undefined && lost < count) return `${lost} of ${count} were made and are charged; ${lost - made} of them could not be kept.`;
  return actual > quote
    ? "The provider's own figure, above the quote: it bills by what the work took."
    : "The provider's own figure, below the quote: the quote is the most it could have cost.";
}
