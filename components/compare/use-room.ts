"use client";
import { type RefObject, useEffect, useState } from "react";
import type { Size } from "@/lib/domain/compare/view-port";

/** The room an element has, in CSS pixels; null until it is measured. */
export function useRoom(element: RefObject<HTMLElement | null>): Size | null {
  const [room, setRoom] = useState<Size | null>(null);
  useEffect(() => {
    const node = element.current;
    if (!node) return;
    const observer = new ResizeObserver(() => setRoom({ width: node.clientWidth, height: node.clientHeight }));
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
