"use client";
import { useLayoutEffect, useRef } from "react";
import { type DifferenceShade, shadeDifference } from "@/lib/domain/compare/difference";
import type { DecodedPicture } from "./decoded-ring";
import { drawDecoded, penFor } from "./draw-decoded";
import type { At, Looking } from "./looking";

/** A decoded picture and where it lies. */
export interface Placed {
  readonly decoded: DecodedPicture;
  readonly on: At;
}

export interface DifferenceCanvasProps {
  readonly below: Placed;
  readonly above: Placed;
  readonly looking: Looking;
  readonly shade: DifferenceShade;
  readonly label: string;
}

/**
 * How far two pictures are apart, as many pixels as the screen shows. The canvas takes one from the other; only then are the pixels of the
 * screen, not those of the pictures, made brighter or coloured.
 */
export function DifferenceCanvas({ below, above, looking, shade, label }: DifferenceCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const ratio = window.devicePixelRatio;
    const pen = canvas.current && penFor(canvas.current, below.on.cell, ratio, true);
    if (!pen) return;
    const { width, height } = pen.canvas;
    // Beside the pictures there is no difference.
    pen.globalCompositeOperation = "source-over";
    pen.fillStyle = "black";
    pen.fillRect(0, 0, width, height);
    drawDecoded(pen, below.decoded, below.on, looking, ratio);
    pen.globalCompositeOperation = "difference";
    drawDecoded(pen, above.decoded, above.on, looking, ratio);
    const apart = pen.getImageData(0, 0, width, height);
    shadeDifference(new Uint32Array(apart.data.buffer), shade);
    pen.putImageData(apart, 0, 0);
  });
  return <canvas ref={canvas} role="img" aria-label={label} data-difference className="absolute inset-0 size-full" />;
}
