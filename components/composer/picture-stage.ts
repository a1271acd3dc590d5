"use client";
import { useEffect, useRef, useState } from "react";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The room a dialog has for a picture: CSS pixels across, a part of the window down. */
const MOST: Size = { width: 736, height: 0.5 };

/** How large a picture is shown in a dialog: as large as it fits, in CSS pixels, with CSS pixels a picture pixel. */
export function useStage(picture: Size): Size & { readonly scale: number } {
  const [room, setRoom] = useState({ width: MOST.width, height: 500 });
  useEffect(() => {
    const measure = () =>
      setRoom({ width: Math.min(MOST.width, window.innerWidth - 64), height: Math.max(160, window.innerHeight * MOST.height) });
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  return { scale, width: picture.width * scale, height: picture.height * scale };
}

/** Which way an arrow key goes. */
export const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The point of the picture under the pointer, in its pixels. */
export function pointOf(event: { clientX: number; clientY: number; currentTarget: Element }, scale: number): { x: number; y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
}

/** A ref that always holds the latest value, for what answers later. */
export function useLatest<Value>(value: Value) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
