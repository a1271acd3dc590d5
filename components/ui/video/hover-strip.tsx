"use client";
import { type PointerEvent, useState } from "react";
import { FILMSTRIP_FRAMES } from "@/lib/domain/asset/limits";
import { stripFrame } from "./strip-frame";

/** Laid over a poster: the pointer runs over the video from its left edge to its right one, before anything is loaded to play. */
export function HoverStrip({ src }: { src: string }) {
  const [share, setShare] = useState<number | null>(null);
  const onPointerMove = (event: PointerEvent<HTMLSpanElement>) => {
    if (event.pointerType === "touch") return;
    const box = event.currentTarget.getBoundingClientRect();
    setShare((event.clientX - box.left) / box.width);
  };
  return (
    <span aria-hidden className="absolute inset-0" onPointerMove={onPointerMove} onPointerLeave={() => setShare(null)}>
      {share === null ? null : (
        <>
          <span className="absolute inset-0" style={stripFrame(src, Math.floor(share * FILMSTRIP_FRAMES))} />
          <span className="absolute inset-x-0 bottom-0 h-0.5 origin-left bg-accent" style={{ transform: `scaleX(${share})` }} />
        </>
      )}
    </span>
  );
}
