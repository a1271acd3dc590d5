const MINUTE_MS = 60_000;

/** How long to wait after the first, second … try that failed: six tries in about a day. */
const PAUSES_MS = [1, 5, 30, 180, 1_080].map((minutes) => minutes * MINUTE_MS);

/** When a letter is tried again after so many tries; null: no more. Milliseconds. */
export function pauseAfterTry(tries: number): number | null {
  return PAUSES_MS[tries - 1] ?? null;
}
