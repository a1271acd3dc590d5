/** A provider's figure is doubted from so many times the quote on, and never below so much. Micro-dollars. */
const TIMES_THE_QUOTE = 100n;
const DOUBTED_FROM_MICROS = 20_000_000n;

/**
 * What a provider says a piece of work cost, where that can be true; null where it cannot, and the quote stands. A server behind a gateway
 * may say dollars for cents or less than nothing: no such slip may use up a budget, or keep finished work from being delivered.
 * @param figureMicros null: it said nothing
 * @param quoteMicros the most that was quoted
 */
export function believedCost(figureMicros: bigint | null, quoteMicros: bigint): bigint | null {
  if (figureMicros === null || figureMicros < 0n) return null;
  const doubted = quoteMicros * TIMES_THE_QUOTE;
  return figureMicros > (doubted > DOUBTED_FROM_MICROS ? doubted : DOUBTED_FROM_MICROS) ? null : figureMicros;
}
