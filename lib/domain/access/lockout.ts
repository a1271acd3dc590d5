/** Failures in a row that an account may have before it rests. */
export const FREE_FAILURES = 5;
const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 15 * 60_000;

/**
 * Until when an account accepts no attempt after `failures` in a row: 30 s from the fifth, doubling up to 15 minutes.
 * Null while there are fewer.
 */
export function restUntil(failures: number, now: Date): Date | null {
  if (failures < FREE_FAILURES) return null;
  const restMs = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (failures - FREE_FAILURES));
  return new Date(now.getTime() + restMs);
}

/** Whether attempts are turned away unread at this moment. */
export function isResting(lockedUntil: Date | null, now: Date): boolean {
  return lockedUntil !== null && lockedUntil > now;
}
