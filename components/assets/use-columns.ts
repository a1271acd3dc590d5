"use client";
import { type RefObject, useLayoutEffect, useState } from "react";

/** How many tiles fit side by side and how wide each then is. Follows the width of what scrolls. */
export function useColumns(scroller: RefObject<HTMLElement | null>, leastTilePx: number, gapPx: number) {
  const [widthPx, setWidthPx] = useState(leastTilePx);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      setWidthPx(element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [scroller]);
  // A phone still shows two side by side.
  const columns = Math.max(2, Math.floor((widthPx + gapPx) / (leastTilePx + gapPx)));
  return { columns, tilePx: Math.floor((widthPx - gapPx * (columns - 1)) / columns) };
}
