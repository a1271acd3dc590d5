"use client";
import { useCallback } from "react";

/** The place of announcements, in px from the left of the window: what begins beyond it is not under them. */
const REACH_PX = 440;

/**
 * A ref for what announcements stay above: the composer, the decision of a card on a phone.
 * @param room px more above it that they leave free
 */
export function useFloor(room = 0): (node: HTMLElement | null) => (() => void) | undefined {
  return useCallback(
    (node) => {
      if (!node) return;
      const root = document.documentElement;
      const measure = () => {
        const { left, top } = node.getBoundingClientRect();
        root.style.setProperty("--floor", left > REACH_PX ? "0px" : `${Math.round(window.innerHeight - top) + room}px`);
      };
      const observer = new ResizeObserver(measure);
      observer.observe(node);
      window.addEventListener("resize", measure);
      return () => {
        observer.disconnect();
        window.removeEventListener("resize", measure);
        root.style.removeProperty("--floor");
      };
    },
    [room],
  );
}
