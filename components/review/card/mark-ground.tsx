"use client";
import clsx from "clsx";
import { type PointerEvent, useRef, useState } from "react";
import type { Point } from "@/lib/domain/review/outline";
import { DefectOutlines } from "./defect-outlines";
import { CENTRE, drawn, type Marking, placeAt, type Tool } from "./marking";

/** A hand is not still while it clicks. CSS pixels. */
const STILL = 6;

export type MarkGroundProps = {
  tool: Tool;
  width: number;
  height: number;
  /** The picture is larger than its ground: a finger moves it, and only presses mark. */
  isScrolled: boolean;
  onMark: (mark: Pick<Marking, "x" | "y" | "outline">) => void;
};

/** The picture as a place to mark: a press sets a pin, a drag draws; with Enter a pin stands in the middle. */
export function MarkGround({ tool, width, height, isScrolled, onMark }: MarkGroundProps) {
  const [path, setPath] = useState<readonly Point[]>([]);
  const start = useRef<{ readonly clientX: number; readonly clientY: number } | null>(null);
  /** The click that a browser adds to a drag is not a press. */
  const hasDrawn = useRef(false);
  const box = (event: { currentTarget: Element }) => event.currentTarget.getBoundingClientRect();

  const begin = (event: PointerEvent<HTMLButtonElement>) => {
    hasDrawn.current = false;
    if (event.button !== 0) return;
    start.current = { clientX: event.clientX, clientY: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const follow = (event: PointerEvent<HTMLButtonElement>) => {
    const from = start.current;
    if (!from) return;
    const isStill = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < STILL;
    if (path.length === 0 && isStill) return;
    const here = placeAt(event, box(event));
    setPath(path.length === 0 ? [placeAt(from, box(event)), here] : [...path, here]);
  };
  const end = () => {
    const mark = drawn(tool, path);
    start.current = null;
    setPath([]);
    if (!mark) return;
    hasDrawn.current = true;
    onMark(mark);
  };
  const giveUp = () => {
    start.current = null;
    setPath([]);
  };
  const sketch = drawn(tool, path);
  return (
    <>
      <button
        type="button"
        aria-label="The picture. Press to mark a defect there, drag to draw; with Enter, in the middle."
        onPointerDown={begin}
        onPointerMove={follow}
        onPointerUp={end}
        onPointerCancel={giveUp}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || path.length === 0) return;
          event.stopPropagation();
          giveUp();
        }}
        onClick={(event) => {
          if (hasDrawn.current) {
            hasDrawn.current = false;
            return;
          }
          // A press by keyboard counts no clicks and has no place of its own.
          onMark({ ...(event.detail > 0 ? placeAt(event, box(event)) : CENTRE), outline: null });
        }}
        // Inside the edges: outside them the ground would cut it off.
        className={clsx("absolute inset-0 cursor-crosshair focus-visible:-outline-offset-2", isScrolled ? null : "touch-none")}
      />
      {sketch ? (
        <DefectOutlines outlines={[{ ...sketch, id: "sketch", tone: "new", isActive: true }]} width={width} height={height} />
      ) : null}
    </>
  );
}
