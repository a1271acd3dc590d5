/** A project's money in micro-dollars: the hard cap (null = none), what is held for runs in flight, what is spent. */
export interface Budget {
  readonly hardMicros: bigint | null;
  readonly heldMicros: bigint;
  readonly spentMicros: bigint;
}

/** What may still be committed; null when there is no cap. Never negative: an actual above its quote can overshoot a cap, not reopen it. */
export function leftMicros(budget: Budget): bigint | null {
  if (budget.hardMicros === null) return null;
  const left = budget.hardMicros - budget.heldMicros - budget.spentMicros;
  return left > 0n ? left : 0n;
}

/** Nothing over a hard budget starts: a quote fits when all of it fits. */
export function fits(budget: Budget, quoteMicros: bigint): boolean {
  const left = leftMicros(budget);
  return left === null || quoteMicros <= left;
}
