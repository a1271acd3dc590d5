"use client";
import { useLayoutEffect, useRef } from "react";
import type { DecodedPicture } from "./decoded-ring";
import { drawDecoded, penFor } from "./draw-decoded";
import type { At, Looking } from "./looking";

export interface InstantPictureProps {
  readonly decoded: DecodedPicture;
  readonly on: At;
  readonly looking: Looking;
  /** While it is not, the canvas waits: to make a new one takes longer than to draw. */
  readonly isShown: boolean;
}

/** A picture that was decoded ahead, on screen in the frame it is asked for, until the browser has its own ready. */
export function InstantPicture({ decoded, on, looking, isShown }: InstantPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (!isShown) return;
    const pen = canvas.current && penFor(canvas.current, on.cell, window.devicePixelRatio);
    if (!pen) return;
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    drawDecoded(pen, decoded, on, looking, window.devicePixelRatio);
  });
  return <canvas ref={canvas} aria-hidden hidden={!isShown} data-instant={isShown || undefined} className="absolute inset-0 size-full" />;
}
