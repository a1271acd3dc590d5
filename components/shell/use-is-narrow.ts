"use client";
import { useSyncExternalStore } from "react";

/** Whether the window has no room for a panel beside the content. The server supposes it has. */
export const useIsNarrow = () => useIsAtMost(1023);

/** Whether a panel beside the content takes room the content misses. */
export const useIsTight = () => useIsAtMost(1399);

function useIsAtMost(widthPx: number): boolean {
  const query = `(max-width: ${widthPx}px)`;
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
