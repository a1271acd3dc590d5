"use client";
import { useSyncExternalStore } from "react";
import { timeAgo } from "./time-ago";

const TICK_MS = 15_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on the screen. */
function onTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// Rounded to the tick: a snapshot must not change between ticks.
const now = () => Math.floor(Date.now() / TICK_MS) * TICK_MS;

const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const EXACT = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "medium" });

/** "3 min ago", "in 2 days"; the exact time on hover. `at` is an ISO text. The server, which knows no reader's clock, writes the date. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const current = useSyncExternalStore(onTick, now, () => null);
  const date = new Date(at);
  return (
    <time dateTime={at} title={current === null ? undefined : EXACT.format(date)} className={className}>
      {current === null ? DATE.format(date) : timeAgo(date.getTime(), current)}
    </time>
  );
}
