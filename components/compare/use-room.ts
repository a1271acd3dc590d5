"use client";
import { type RefObject, useLayoutEffect, useState } from "react";
import type { Size } from "@/lib/domain/compare/view-port";

/** The room an element has, in CSS pixels; null until it is measured. */
export function useRoom(element: RefObject<HTMLElement | null>): Size | null {
  const [room, setRoom] = useState<Size | null>(null);
  // Before the first paint: a frame without room is a frame without pictures.
  useLayoutEffect(() => {
    const node = element.current;
    if (!node) return;
    const measure = () => setRoom({ width: node.clientWidth, height: node.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
