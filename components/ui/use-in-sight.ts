"use client";
import { type RefObject, useEffect, useRef } from "react";

/** Brings what is chosen in a row that scrolls sideways into sight, when the row appears and when the choice changes. */
export function useInSight<Row extends HTMLElement>(chosen: string): RefObject<Row | null> {
  const row = useRef<Row>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is what changed
  useEffect(() => {
    row.current?.querySelector('[aria-current="page"], [aria-pressed="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  return row;
}
