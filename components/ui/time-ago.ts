const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How far a moment lies from now, both in epoch milliseconds: "just now", "5 min. ago", "tomorrow"; beyond a month, the date. */
export function timeAgo(atMs: number, nowMs: number): string {
  const distanceMs = atMs - nowMs;
  const size = Math.abs(distanceMs);
  if (size < MINUTE_MS) return distanceMs > 30_000 ? "in a minute" : "just now";
  if (size < HOUR_MS) return RELATIVE.format(Math.trunc(distanceMs / MINUTE_MS), "minute");
  if (size < DAY_MS) return RELATIVE.format(Math.trunc(distanceMs / HOUR_MS), "hour");
  if (size < 31 * DAY_MS) return RELATIVE.format(Math.trunc(distanceMs / DAY_MS), "day");
  return DATE.format(atMs);
}
