"use client";
import { type PointerEvent, useEffect, useMemo, useRef } from "react";
import { thumbHashUrl } from "@/components/ui/thumb-hash-url";
import { fitScale } from "@/lib/domain/compare/view-port";
import type { ComparedPicture } from "./compared";
import { FilmFrame } from "./film-frame";
import { type At, type LookAct, type Looking, lookOf } from "./looking";
import { useRoom } from "./use-room";

export interface ComparePictureProps {
  readonly picture: ComparedPicture;
  readonly looking: Looking;
  readonly onLook: (act: LookAct) => void;
  /** Style of the image itself: clipping, blending. */
  readonly over?: { readonly picture: ComparedPicture; readonly style: React.CSSProperties } | null;
}

const WHEEL_STEP = 0.0018;
/** From here on single pixels are what one looks for; below, their steps only disturb. */
const PIXELS_SHOW_FROM = 4;

/** One picture in its cell: wheel zooms where the pointer is, dragging pans all, Alt-dragging this one, double click 100 %. */
export function ComparePicture({ picture, looking, onLook, over = null }: ComparePictureProps) {
  const cell = useRef<HTMLDivElement>(null);
  const room = useRoom(cell);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const on: At | null = room && { id: picture.id, picture, cell: room };
  const latest = useRef({ on, onLook });
  useEffect(() => {
    latest.current = { on, onLook };
  });

  // React's wheel listener is passive; the page must not scroll or zoom instead of the picture.
  useEffect(() => {
    const node = cell.current;
    if (!node) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { on: here, onLook: tell } = latest.current;
      if (here) tell({ kind: "zoom", factor: Math.exp(-event.deltaY * WHEEL_STEP), at: fromCentre(node, event), on: here });
    };
    node.addEventListener("wheel", onWheel, { passive: false });
    return () => node.removeEventListener("wheel", onWheel);
  }, []);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!drag.current || !on) return;
    const by = { x: event.clientX - drag.current.x, y: event.clientY - drag.current.y };
    drag.current = { x: event.clientX, y: event.clientY };
    onLook({ kind: "pan", by, on, isAlone: event.altKey });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: looking closer by hand; deciding is done with the keys of the compare scope
    <div
      ref={cell}
      className="relative size-full touch-none overflow-hidden bg-surround active:cursor-grabbing"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null;
      }}
      onDoubleClick={(event) =>
        on && onLook({ kind: "toggle-actual", at: fromCentre(event.currentTarget, event), on, devicePixelRatio: window.devicePixelRatio })
      }
    >
      {on ? <Placed picture={picture} on={on} looking={looking} /> : null}
      {on && over ? <Placed picture={over.picture} on={{ ...on, id: over.picture.id }} looking={looking} style={over.style} /> : null}
    </div>
  );
}

function Placed({ picture, on, looking, style }: { picture: ComparedPicture; on: At; looking: Looking; style?: React.CSSProperties }) {
  const { zoom, x, y } = lookOf(looking, on);
  const scale = fitScale(on.picture, on.cell) * zoom;
  const { width, height } = on.picture;
  const placeholder = useMemo(() => thumbHashUrl(picture.thumbHash), [picture.thumbHash]);
  const placed: React.CSSProperties = {
    width,
    height,
    ...(placeholder ? { backgroundImage: `url(${placeholder})`, backgroundSize: "100% 100%" } : {}),
    imageRendering: scale >= PIXELS_SHOW_FROM ? "pixelated" : "auto",
    // Size and place change in one step of the compositor: laid out apart, a busy machine shows one without the other.
    transformOrigin: "0 0",
    transform: `translate(${on.cell.width / 2 - x * width * scale}px, ${on.cell.height / 2 - y * height * scale}px) scale(${scale})`,
  };
  return (
    <div className="absolute inset-0" style={style}>
      {picture.video ? (
        <FilmFrame picture={{ ...picture, video: picture.video }} style={placed} />
      ) : (
        // biome-ignore lint/performance/noImgElement: originals are served by the studio itself, byte for byte
        <img
          src={`/assets/${picture.assetId}/original`}
          alt={picture.label}
          draggable={false}
          decoding="async"
          className="absolute top-0 left-0 max-w-none select-none"
          style={placed}
        />
      )}
    </div>
  );
}

function fromCentre(node: HTMLElement, event: { clientX: number; clientY: number }): { x: number; y: number } {
  const box = node.getBoundingClientRect();
  return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
}
