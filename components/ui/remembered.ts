"use client";
import { useCallback, useSyncExternalStore } from "react";

const CHANGED = "selects:remembered";

/** A small choice of this browser, as text: a panel's width, whether it is open. The server and the first render see the fallback. */
export function useRemembered(key: string, fallback: string): readonly [string, (value: string) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => readText(key) ?? fallback,
    () => fallback,
  );
  const remember = useCallback(
    (next: string) => {
      writeText(key, next);
      window.dispatchEvent(new Event(CHANGED));
    },
    [key],
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

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener("storage", listener);
  };
}
