"use client";
import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 1023px)";

/** Whether the window has no room for a panel beside the content. The server supposes it has. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}
