/** How long an engine is waited for. A run holds money until it ends, so every wait has an end. */
export interface Patience {
  /** A run that its engine has had for longer than this is given up, whatever the engine says. Milliseconds. */
  readonly longestRunMs: number;
  /** One question to an engine, or one download from it. Milliseconds. */
  readonly longestCallMs: number;
  /** Faults one after the other before a run is given up. */
  readonly mostFaults: number;
  /** The pause after the first fault; it doubles with each further one, up to `longestPauseMs`. Milliseconds. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/** The pauses add up to about ten minutes: longer than a provider's restart, shorter than an afternoon. */
export const PATIENCE: Patience = {
  longestRunMs: 2 * 3_600_000,
  longestCallMs: 5 * 60_000,
  mostFaults: 24,
  firstPauseMs: 500,
  longestPauseMs: 30_000,
};

export function pauseAfterFaultMs({ firstPauseMs, longestPauseMs }: Patience, faults: number): number {
  return Math.min(firstPauseMs * 2 ** Math.min(faults - 1, 30), longestPauseMs);
}

/** The longer a run lasts the less one look matters: its pauses grow with its age, up to so many times the first. */
const SLOWEST_TIMES = 4;
const OF_ITS_AGE = 1 / 30;

/**
 * The pause before the next look at a run that is `ageMs` old. Up to a quarter longer by chance, so that runs that began
 * together do not ask together. `random` is in [0, 1).
 */
export function pauseBeforeLookMs(everyMs: number, ageMs: number, random: number): number {
  const slowed = Math.min(Math.max(everyMs, ageMs * OF_ITS_AGE), everyMs * SLOWEST_TIMES);
  return Math.round(slowed * (1 + random / 4));
}

/** Why a run is given up now; null while it is worth waiting for. */
export function whyGiveUp(
  patience: Patience,
  run: { readonly startedAt: Date; readonly faults: number; readonly now: Date },
): "timeout" | "engine-fault" | null {
  if (run.faults >= patience.mostFaults) return "engine-fault";
  return run.now.getTime() - run.startedAt.getTime() > patience.longestRunMs ? "timeout" : null;
}
