"use client";
import { useEffect, useState } from "react";
import type { Looking } from "./looking";

/** Longer than between two turns of a wheel. */
const STILL_AFTER_MS = 200;

/** Whether pictures are being zoomed or pulled: from the first change of the look until it has stood still for a moment. */
export function useIsMoving(looking: Looking): boolean {
  const [still, setStill] = useState(looking);
  useEffect(() => {
    if (still === looking) return;
    const timer = setTimeout(() => setStill(looking), STILL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [looking, still]);
  return still !== looking;
}
