import type { DigestTime } from "./wish";

/**
 * The day, as its reader counts days (`2026-03-29`), whose digest is due now; null when it is too early, or that day's was
 * sent. A clock that skips the hour or has it twice still gives one digest a day: what counts is that the hour has begun.
 */
export function digestDay(now: Date, { timeZone, hour }: DigestTime, sentOn: string | null): string | null {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const part = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, value]));
  const day = `${part.year}-${part.month}-${part.day}`;
  return Number(part.hour) >= hour && (sentOn === null || sentOn < day) ? day : null;
}
