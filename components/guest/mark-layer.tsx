"use client";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { GuestCard } from "@/lib/domain/guest/view";
import type { Outline, Point } from "@/lib/domain/review/outline";

/** Where a guest marks: a pin, or a box from its upper left corner. */
export type Place = Point & { readonly outline: Outline | null };

/** A hand is not still while it presses. CSS pixels. */
const STILL = 8;
const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -0.02, y: 0 },
  ArrowRight: { x: 0.02, y: 0 },
  ArrowUp: { x: 0, y: -0.02 },
  ArrowDown: { x: 0, y: 0.02 },
};

const within = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 1_000) / 1_000;

function pointAt({ clientX, clientY }: { clientX: number; clientY: number }, box: DOMRect): Point {
  return { x: within((clientX - box.left) / box.width), y: within((clientY - box.top) / box.height) };
}

function boxBetween(one: Point, other: Point): Place {
  const corner = { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y) };
  return { ...corner, outline: { kind: "box", to: { x: Math.max(one.x, other.x), y: Math.max(one.y, other.y) } } };
}

/** The picture as a place to mark: a press sets a pin, a drag a box; with the arrow keys the pin walks. */
export function MarkGround({ place, onPlace }: { place: Place | null; onPlace: (place: Place) => void }) {
  const [from, setFrom] = useState<(Point & { clientX: number; clientY: number }) | null>(null);
  const isDrag = useRef(false);
  const here = (event: PointerEvent<HTMLButtonElement>) => pointAt(event, event.currentTarget.getBoundingClientRect());
  const begin = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    isDrag.current = false;
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom({ ...here(event), clientX: event.clientX, clientY: event.clientY });
  };
  const follow = (event: PointerEvent<HTMLButtonElement>) => {
    if (!from) return;
    if (!isDrag.current && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < STILL) return;
    isDrag.current = true;
    onPlace(boxBetween(from, here(event)));
  };
  const end = (event: PointerEvent<HTMLButtonElement>) => {
    if (from && !isDrag.current) onPlace({ ...here(event), outline: null });
    setFrom(null);
  };
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    const at = place ?? { x: 0.5, y: 0.5, outline: null };
    onPlace(step ? { x: within(at.x + step.x), y: within(at.y + step.y), outline: null } : at);
  };
  return (
    <button
      type="button"
      aria-label="The picture. Press where something is wrong, or drag around it; with the arrow keys the mark moves."
      onPointerDown={begin}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={() => setFrom(null)}
      onKeyDown={walk}
      className="absolute inset-0 cursor-crosshair touch-none focus-visible:-outline-offset-2"
    />
  );
}

/** A mark on the picture: its number at its place, and its box. */
export function MarkPin({ place, label }: { place: Pick<GuestCard["marks"][number], "x" | "y" | "outline">; label: string }) {
  const { x, y, outline } = place;
  const box = outline?.kind === "box" ? outline.to : null;
  return (
    <>
      {box ? (
        <span
          aria-hidden
          className="pointer-events-none absolute rounded-sm border-2 border-accent shadow-[0_0_0_1px_rgb(0_0_0/0.5)]"
          style={{ left: `${x * 100}%`, top: `${y * 100}%`, width: `${(box.x - x) * 100}%`, height: `${(box.y - y) * 100}%` }}
        />
      ) : null}
      <span
        aria-hidden
        style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
        className="pointer-events-none absolute flex size-6 -translate-1/2 items-center justify-center rounded-full bg-accent text-2xs
          font-semibold text-on-accent ring-2 ring-black/60"
      >
        {label}
      </span>
    </>
  );
}
