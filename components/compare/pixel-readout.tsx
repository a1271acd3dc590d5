"use client";
import { type RefObject, useEffect, useState } from "react";
import { hexOf, pixelDifference, type Rgba } from "@/lib/domain/compare/difference";
import { readPixel, shownIn } from "./read-pixel";

/** A pixel of one picture, counted from its left and top. */
export interface PixelPlace {
  readonly pictureId: string;
  readonly x: number;
  readonly y: number;
}

/** What pixels below a point are: place, values, colour; of two on top of each other also how far apart they are. */
export function PixelReadout({ within, places }: { within: RefObject<HTMLElement | null>; places: readonly PixelPlace[] }) {
  const pixels = usePixels(within, places);
  const [one, other] = pixels;
  return (
    <output
      aria-label="Pixel"
      className="pointer-events-none absolute top-2 left-2 z-10 grid gap-0.5 rounded-sm bg-black/75 px-1.5 py-1 font-mono text-2xs text-white
        tabular-nums"
    >
      {places.map(({ pictureId, x, y }, at) => {
        const pixel = pixels[at];
        return (
          <span key={pictureId} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className="size-3 rounded-xs border border-white/60"
              style={pixel ? { backgroundColor: `rgb(${pixel.slice(0, 3).join(" ")} / ${pixel[3] / 255})` } : {}}
            />
            {x}, {y} {pixel ? `· ${pixel.slice(0, pixel[3] === 255 ? 3 : 4).join(" ")} · ${hexOf(pixel)}` : null}
          </span>
        );
      })}
      {one && other ? <span>Apart by {pixelDifference(one, other)}</span> : null}
    </output>
  );
}

/** The pixels as they are shown now: read again when a picture arrives or a video shows another frame. */
function usePixels(within: RefObject<HTMLElement | null>, places: readonly PixelPlace[]): readonly (Rgba | null)[] {
  const [pixels, setPixels] = useState<readonly (Rgba | null)[]>([]);
  const said = JSON.stringify(places);
  useEffect(() => {
    const wanted: readonly PixelPlace[] = JSON.parse(said);
    const shown = wanted.map(({ pictureId }) => shownIn(within.current, pictureId));
    const read = () =>
      setPixels(
        wanted.map(({ x, y }, at) => {
          const source = shown[at];
          return source ? readPixel(source, x, y) : null;
        }),
      );
    read();
    const observer = new MutationObserver(read);
    for (const source of shown) {
      if (!source) continue;
      observer.observe(source, { attributes: true, attributeFilter: ["data-frame"] });
      source.addEventListener("load", read);
    }
    return () => {
      observer.disconnect();
      for (const source of shown) source?.removeEventListener("load", read);
    };
  }, [within, said]);
  return pixels;
}
