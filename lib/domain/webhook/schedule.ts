const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long to wait after the first, second… try that failed: eight tries in about a day. */
const PAUSES_MS = [5 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS, 15 * HOUR_MS] as const;

export const MAX_WEBHOOK_TRIES = PAUSES_MS.length + 1;

/** A quarter more or less, so that what failed together does not come back together. */
const JITTER = 0.25;

/** When to try again after so many tries have failed; null: not by itself. `random` is in [0, 1). Milliseconds. */
export function pauseAfter(tries: number, random: number): number | null {
  const pause = PAUSES_MS[tries - 1];
  return pause === undefined ? null : Math.round(pause * (1 - JITTER + 2 * JITTER * random));
}

/** What an answer means. `gone`: the receiver wants nothing more, ever. A redirect is no arrival: it is never followed. */
export function outcomeOf(status: number | null): "delivered" | "gone" | "again" {
  if (status === null) return "again";
  if (status >= 200 && status < 300) return "delivered";
  return status === 410 ? "gone" : "again";
}
