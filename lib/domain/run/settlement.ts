/** What happens to held money when a run ends. `chargeMicros + releaseMicros` is the hold unless the actual exceeds it. */
export interface Settlement {
  readonly chargeMicros: bigint;
  readonly releaseMicros: bigint;
}

/**
 * The provider's own figure wins; without one, the pictures it made are charged at the quoted price each and the rest is
 * released – also those that were made and lost on the way, because the provider charges for them. A run that made
 * nothing and has no figure costs nothing.
 */
export function settle(run: {
  readonly heldMicros: bigint;
  readonly count: number;
  /** Pictures the engine made, kept or lost. */
  readonly made: number;
  readonly costMicros: bigint | null;
}): Settlement {
  const chargeMicros = run.costMicros ?? (run.heldMicros * BigInt(Math.min(run.made, run.count))) / BigInt(run.count);
  const releaseMicros = run.heldMicros > chargeMicros ? run.heldMicros - chargeMicros : 0n;
  return { chargeMicros, releaseMicros };
}
