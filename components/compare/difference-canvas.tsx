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

/** The pixels of a difference as they are, and what they are the difference of. */
interface Apart {
  readonly of: readonly unknown[];
  readonly pixels: ImageData;
  /** As many pixels again, for what is shown of it: a screen of new ones in every frame is rubbish to be collected in every tenth. */
  readonly shaded: ImageData;
}

/**
 * How far two pictures are apart, as many pixels as the screen shows. The canvas takes one from the other; only then are the pixels of the
 * screen, not those of the pictures, made brighter or coloured. Another gain shades anew what was taken.
 */
export function DifferenceCanvas({ below, above, looking, shade, label }: DifferenceCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const taken = useRef<Apart | null>(null);
  useLayoutEffect(() => {
    const ratio = window.devicePixelRatio;
    const { cell } = below.on;
    const pen = canvas.current && penFor(canvas.current, cell, ratio, true);
    if (!pen) return;
    const of = [below.decoded, above.decoded, below.on.id, above.on.id, looking, cell.width, cell.height, ratio];
    if (!taken.current || taken.current.of.some((part, at) => part !== of[at]))
      taken.current = { of, ...takeApart(pen, below, above, looking, ratio) };
    const { pixels, shaded } = taken.current;
    shadeDifference(new Uint32Array(pixels.data.buffer), new Uint32Array(shaded.data.buffer), shade);
    pen.putImageData(shaded, 0, 0);
  });
  return <canvas ref={canvas} role="img" aria-label={label} data-difference className="absolute inset-0 size-full" />;
}

/** One picture less the other, each channel without its sign. */
function takeApart(pen: CanvasRenderingContext2D, below: Placed, above: Placed, looking: Looking, ratio: number): Omit<Apart, "of"> {
  const { width, height } = pen.canvas;
  // Beside the pictures there is no difference.
  pen.globalCompositeOperation = "source-over";
  pen.fillStyle = "black";
  pen.fillRect(0, 0, width, height);
  drawDecoded(pen, below.decoded, below.on, looking, ratio);
  pen.globalCompositeOperation = "difference";
  drawDecoded(pen, above.decoded, above.on, looking, ratio);
  const pixels = pen.getImageData(0, 0, width, height);
  return { pixels, shaded: pen.createImageData(pixels) };
}
