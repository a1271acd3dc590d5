"use client";
import { useSyncExternalStore } from "react";
import { currentSurround, currentTheme, type Surround, type Theme, watchLook } from "./theme";

/** The theme on screen now. Before hydration it is the default, dark; only icons and labels depend on it. */
export function useTheme(): Theme {
  return useSyncExternalStore(watchLook, currentTheme, () => "dark");
}

export function useSurround(): Surround {
  return useSyncExternalStore(watchLook, currentSurround, () => "theme");
}
