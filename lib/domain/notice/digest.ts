import type { DigestTime } from "./wish";

/**
 * The day, as its reader counts days (`2026-03-29`), whose digest is due now; null when it is too early, or that day's was
 * sent. A clock that skips the hour or has it twice still gives one digest a day: what counts is that the hour has begun.
 */
export function digestDay(now: Date, { timeZone, hour }: DigestTime, sentOn: string | null): string | null {
  const here = timeIn(timeZone, now);
  return here.hour >= hour && (sentOn === null || sentOn < here.day) ? here.day : null;
}

/** The day whose digest first tells of what happened then: the same day's, or the next one's once its hour has begun. */
export function firstDigestOf(happenedAt: Date, { timeZone, hour }: DigestTime): string {
  const { day, hour: then } = timeIn(timeZone, happenedAt);
  return then < hour ? day : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function timeIn(timeZone: string, instant: Date): { readonly day: string; readonly hour: number } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const part = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { day: `${part.year}-${part.month}-${part.day}`, hour: Number(part.hour) };
}
