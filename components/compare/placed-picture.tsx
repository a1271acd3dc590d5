"use client";
import { type CSSProperties, useMemo, useState } from "react";
import { thumbHashUrl } from "@/components/ui/thumb-hash-url";
import { FilmFrame } from "@/lib/client/film/film-frame";
import { fitScale } from "@/lib/domain/compare/view-port";
import type { ComparedPicture } from "./compared";
import { InstantPicture } from "./instant-picture";
import { type At, type Looking, lookOf, PIXELS_SHOW_FROM } from "./looking";
import { originalOf, useDecoded } from "./use-decoded-ring";
import { useIsMoving } from "./use-is-moving";
import { useOwnPicture } from "./use-own-picture";

export interface PlacedPictureProps {
  readonly picture: ComparedPicture;
  readonly on: At;
  readonly looking: Looking;
  /** What becomes of its colours, within its edges: one channel alone. */
  readonly colours: CSSProperties;
  /** How it lies over what is below it: clipping, blending. */
  readonly style?: CSSProperties;
}

/**
 * A picture where the look puts it: in its first frame, and while it moves, what was decoded ahead, else its small picture over its colours. At
 * rest the browser's own: eight large ones it could not scale anew in every frame.
 */
export function PlacedPicture({ picture, on, looking, colours, style }: PlacedPictureProps) {
  // Which one the browser shows: another that takes its place begins anew.
  const [thereId, setThereId] = useState<string | null>(null);
  const isThere = thereId === picture.id;
  const decoded = useDecoded(picture);
  const isOwnAsked = useOwnPicture(picture.id, decoded !== undefined);
  const isMoving = useIsMoving(looking);
  const isInstant = decoded !== undefined && (!isThere || isMoving);
  const { zoom, x, y } = lookOf(looking, on);
  const scale = fitScale(on.picture, on.cell) * zoom;
  const { width, height } = on.picture;
  const placeholder = useMemo(() => thumbHashUrl(picture.thumbHash), [picture.thumbHash]);
  const [left, top] = [on.cell.width / 2 - x * width * scale, on.cell.height / 2 - y * height * scale];
  const edges = [top, on.cell.width - left - width * scale, on.cell.height - top - height * scale, left];
  const placed: CSSProperties = {
    width,
    height,
    // Gone with the picture: what is transparent must not show it.
    ...(placeholder && !isThere && !isInstant
      ? { backgroundImage: `url(/assets/${picture.assetId}/thumb), url(${placeholder})`, backgroundSize: "100% 100%" }
      : {}),
    ...(isInstant ? { visibility: "hidden" } : {}),
    imageRendering: scale >= PIXELS_SHOW_FROM ? "pixelated" : "auto",
    // Size and place change in one step of the compositor: laid out apart, a busy machine shows one without the other.
    transformOrigin: "0 0",
    transform: `translate(${left}px, ${top}px) scale(${scale})`,
  };
  // A filter makes what is empty opaque; only the picture is shown of it.
  const within = colours.filter ? { clipPath: `inset(${edges.map((edge) => `${Math.max(0, edge)}px`).join(" ")})` } : {};
  return (
    <div className="absolute inset-0" style={style}>
      <div className="absolute inset-0" style={{ ...colours, ...within }}>
        {picture.video ? (
          <FilmFrame key={picture.id} picture={{ ...picture, video: picture.video }} style={placed} />
        ) : (
          // biome-ignore lint/performance/noImgElement: originals are served by the studio itself, byte for byte
          <img
            key={picture.id}
            src={isOwnAsked ? originalOf(picture) : undefined}
            alt={picture.label}
            data-picture={picture.id}
            draggable={false}
            decoding="async"
            onLoad={({ currentTarget }) =>
              void currentTarget.decode().then(
                () => setThereId(picture.id),
                () => undefined,
              )
            }
            className="absolute top-0 left-0 max-w-none select-none"
            style={placed}
          />
        )}
        {decoded ? <InstantPicture decoded={decoded} on={on} looking={looking} isShown={isInstant} /> : null}
      </div>
    </div>
  );
}
