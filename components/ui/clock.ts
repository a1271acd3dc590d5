"use client";
import { useSyncExternalStore } from "react";

/** One clock for everything on the screen that counts at the same pace. */
type Clock = { readonly subscribe: (listener: () => void) => () => void; readonly now: () => number };

const clocks = new Map<number, Clock>();

/** Now in epoch milliseconds, new with every tick; null on the server and in the first render, which know no reader's clock. */
export function useNow(tickMs: number): number | null {
  const clock = clockOf(tickMs);
  return useSyncExternalStore<number | null>(clock.subscribe, clock.now, () => null);
}

function clockOf(tickMs: number): Clock {
  const known = clocks.get(tickMs);
  if (known) return known;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const clock: Clock = {
    subscribe(listener) {
      listeners.add(listener);
      timer ??= setInterval(() => {
        for (const each of listeners) each();
      }, tickMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    // Rounded to the tick: what is read must not change between ticks.
    now: () => Math.floor(Date.now() / tickMs) * tickMs,
  };
  clocks.set(tickMs, clock);
  return clock;
}
