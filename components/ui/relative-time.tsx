"use client";
import { useNow } from "./clock";
import { timeAgo } from "./time-ago";

const TICK_MS = 15_000;

const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const EXACT = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "medium" });

/** "3 min ago", "in 2 days"; the exact time on hover. `at` is an ISO text. The server writes the date. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const now = useNow(TICK_MS);
  const date = new Date(at);
  return (
    <time dateTime={at} title={now === null ? undefined : EXACT.format(date)} className={className}>
      {now === null ? DATE.format(date) : timeAgo(date.getTime(), now)}
    </time>
  );
}
