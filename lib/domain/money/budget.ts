/** Somebody's money in micro-dollars: the hard cap (null = none), what is held for runs in flight, what is spent. */
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

/** Whether a run would take what is committed past the soft limit: it may start, and people are told before. */
export function isPastSoft(budget: Budget & { readonly softMicros: bigint | null }, quoteMicros: bigint): boolean {
  return budget.softMicros !== null && quoteMicros > 0n && budget.heldMicros + budget.spentMicros + quoteMicros > budget.softMicros;
}
