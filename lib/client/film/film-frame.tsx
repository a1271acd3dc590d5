"use client";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import type { Clip } from "@/lib/domain/compare/in-step";
import type { Player } from "./film-desk";
import { canvasPlayer, elementPlayer } from "./players";
import { useSharedDesk } from "./use-film-desk";

export type FilmFrameProps = {
  picture: { readonly id: string; readonly assetId: string; readonly label: string; readonly video: Clip };
  style: CSSProperties;
};

/** One of a desk's videos, at the frame the desk says: in a canvas, or in the browser's own player where that cannot be. */
export function FilmFrame({ picture, style }: FilmFrameProps) {
  const desk = useSharedDesk();
  const canvas = useRef<HTMLCanvasElement>(null);
  const element = useRef<HTMLVideoElement>(null);
  const [isUnable, setUnable] = useState(false);
  const { id, assetId, video } = picture;
  useEffect(() => {
    if (!desk) return;
    let isGone = false;
    let player: Player | null = null;
    if (isUnable && element.current) player = elementPlayer(element.current, video);
    else if (!isUnable && canvas.current)
      player = canvasPlayer(canvas.current, `/assets/${assetId}/original`, video, () => isGone || setUnable(true));
    const remove = player && desk.add(id, player);
    return () => {
      isGone = true;
      remove?.();
    };
  }, [desk, id, assetId, video, isUnable]);
  const shared = { "data-picture": id, "aria-label": picture.label, className: "absolute top-0 left-0 max-w-none select-none", style };
  if (isUnable)
    return (
      <video
        ref={element}
        {...shared}
        src={`/assets/${assetId}/original`}
        poster={`/assets/${assetId}/screen`}
        muted
        playsInline
        preload="auto"
      />
    );
  return <canvas ref={canvas} role="img" {...shared} />;
}
