"use client";
import { useCallback, useSyncExternalStore } from "react";

const CHANGED = "selects:remembered";

/**
 * A small text of this browser: a panel's width, whether it is open, a note half written. The server and the first render
 * see the fallback; what equals the fallback is forgotten.
 */
export function useRemembered(key: string, fallback: string): readonly [string, (value: string) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => readText(key) ?? fallback,
    () => fallback,
  );
  const remember = useCallback(
    (next: string) => {
      if (next === fallback) forgetText(key);
      else writeText(key, next);
      window.dispatchEvent(new Event(CHANGED));
    },
    [key, fallback],
  );
  return [value, remember];
}

/** What cannot be stored (private windows, full disks) is remembered as long as the page. */
const unstored = new Map<string, string>();

function readText(key: string): string | null {
  try {
    return unstored.get(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeText(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
    unstored.delete(key);
  } catch {
    unstored.set(key, value);
  }
}

function forgetText(key: string): void {
  unstored.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing could be stored, so nothing is there to forget.
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener("storage", listener);
  };
}
