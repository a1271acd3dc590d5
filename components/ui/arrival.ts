import { useEffect, useSyncExternalStore } from "react";

/**
 * A page has arrived when what one came for is on the screen and answers. Code that is needed for nothing of that waits until then, and does not
 * stand in its way: see `late.tsx`. A tab arrives once; on its further pages nothing waits.
 */
let isHere = false;
const waiting = new Set<() => void>();

/** What is still on its way. */
const awaited = new Set<object>();

/** A picture that never comes does not keep the rest away. */
const LONGEST_MS = 8_000;
/** Where a browser has no idle time to tell of. */
const IDLE_MS = 200;

export const hasArrived = (): boolean => isHere;

/** Runs when the page has arrived: at once if it has. Returns how to want it no longer. */
export function onArrival(act: () => void): () => void {
  if (isHere) act();
  else waiting.add(act);
  return () => waiting.delete(act);
}

const subscribe = (listener: () => void) => onArrival(listener);

export function useHasArrived(): boolean {
  return useSyncExternalStore(subscribe, hasArrived, () => false);
}

/** The page has not arrived while this is so: its pictures are being fetched. */
export function useArrivalAwaits(isAwaited: boolean): void {
  useEffect(() => {
    if (!isAwaited || isHere) return;
    const mine = {};
    awaited.add(mine);
    const release = () => {
      awaited.delete(mine);
      look();
    };
    const lapse = setTimeout(release, LONGEST_MS);
    return () => {
      clearTimeout(lapse);
      release();
    };
  }, [isAwaited]);
}

/** Once, at the root, when everything that came with the page is mounted. */
export function useArrival(): void {
  useEffect(() => {
    if (document.readyState === "complete") look();
    else addEventListener("load", look, { once: true });
  }, []);
}

function look(): void {
  if (isHere || awaited.size > 0 || document.readyState !== "complete") return;
  whenIdle(() => {
    if (isHere || awaited.size > 0) return;
    isHere = true;
    for (const act of waiting) act();
    waiting.clear();
  });
}

function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(act, { timeout: LONGEST_MS });
  else setTimeout(act, IDLE_MS);
}
