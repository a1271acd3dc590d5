"use client";
import { useLayoutEffect, useRef } from "react";
import type { DecodedPicture } from "./decoded-ring";
import { drawDecoded, penFor } from "./draw-decoded";
import type { At, Looking } from "./looking";

/** A picture that was decoded ahead, on screen in the frame it is asked for, until the browser has its own ready. */
export function InstantPicture({ decoded, on, looking }: { decoded: DecodedPicture; on: At; looking: Looking }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const pen = canvas.current && penFor(canvas.current, on.cell, window.devicePixelRatio);
    if (!pen) return;
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    drawDecoded(pen, decoded, on, looking, window.devicePixelRatio);
  });
  return <canvas ref={canvas} aria-hidden data-instant className="absolute inset-0 size-full" />;
}
