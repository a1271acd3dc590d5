/** What happens to held money when a run ends. `chargeMicros + releaseMicros` is the hold unless the actual exceeds it. */
export interface Settlement {
  readonly chargeMicros: bigint;
  readonly releaseMicros: bigint;
}

/**
 * The provider's own figure wins; without one, delivered pictures are charged at the quoted price each and the rest is
 * released. A run that delivered nothing and has no figure costs nothing.
 */
export function settle(run: {
  readonly heldMicros: bigint;
  readonly count: number;
  readonly delivered: number;
  readonly costMicros: bigint | null;
}): Settlement {
  const chargeMicros = run.costMicros ?? (run.heldMicros * BigInt(run.delivered)) / BigInt(run.count);
  const releaseMicros = run.heldMicros > chargeMicros ? run.heldMicros - chargeMicros : 0n;
  return { chargeMicros, releaseMicros };
}
