"use client";
import clsx from "clsx";
import { type CSSProperties, memo, type PointerEvent, useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { DifferenceShade } from "@/lib/domain/compare/difference";
import { type CellPoint, pixelAt } from "@/lib/domain/compare/view-port";
import type { ComparedPicture } from "./compared";
import { DifferenceCanvas } from "./difference-canvas";
import type { LookDesk } from "./look-desk";
import { type At, type Looking, lookOf } from "./looking";
import { type PixelPlace, PixelReadout } from "./pixel-readout";
import { PlacedPicture } from "./placed-picture";
import { useDecoded } from "./use-decoded-ring";
import { useRoom } from "./use-room";

export interface ComparePictureProps {
  readonly picture: ComparedPicture;
  readonly look: LookDesk;
  /** What becomes of the colours of each picture: one channel alone. */
  readonly colours?: CSSProperties;
  /** What becomes of all that the cell shows. */
  readonly whole?: CSSProperties;
  /** A second picture in the same place, and the style of it: clipping, blending. It is the one that Alt moves on its own. */
  readonly over?: { readonly picture: ComparedPicture; readonly style: CSSProperties } | null;
  /** How the difference of the two is shown as soon as both are decoded; until then, and null, `whole` and `over` show it. */
  readonly difference?: DifferenceShade | null;
  /** Keys zoom and move this one. */
  readonly isInHand?: boolean;
  /** Where its pixels are read, and who is told of the pointer; null when they are not. */
  readonly probe?: { readonly at: CellPoint; readonly onPoint: (at: CellPoint | null) => void } | null;
}

const WHEEL_STEP = 0.0018;

const AS_IT_IS: CSSProperties = {};

/** One picture in its cell: wheel zooms where the pointer is, dragging pans all, Alt-dragging this one, double click 100 %. */
export const ComparePicture = memo(function ComparePicture({
  picture,
  look,
  colours = AS_IT_IS,
  whole = AS_IT_IS,
  over = null,
  difference = null,
  isInHand = false,
  probe = null,
}: ComparePictureProps) {
  const looking = useStore(look, (now) => now.looking);
  const { onLook, setHand } = look.getState();
  const cell = useRef<HTMLDivElement>(null);
  const room = useRoom(cell);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const on: At | null = room && { id: picture.id, picture, cell: room };
  const overOn: At | null = on && over && { ...on, id: over.picture.id };
  const hand = overOn ?? on;
  const [lower, upper] = [useDecoded(difference && picture), useDecoded(difference && (over?.picture ?? null))];
  const isPainted = difference !== null && lower !== undefined && upper !== undefined;
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });

  const { id = null, picture: size, cell: within } = hand ?? {};
  const [width, height, roomWidth, roomHeight] = [size?.width ?? 0, size?.height ?? 0, within?.width ?? 0, within?.height ?? 0];
  useEffect(() => {
    if (isInHand && id !== null) setHand({ id, picture: { width, height }, cell: { width: roomWidth, height: roomHeight } });
  }, [isInHand, setHand, id, width, height, roomWidth, roomHeight]);

  // React's wheel listener is passive; the page must not scroll or zoom instead of the picture.
  useEffect(() => {
    const node = cell.current;
    if (!node) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const here = latest.current;
      if (here) onLook({ kind: "zoom", factor: Math.exp(-event.deltaY * WHEEL_STEP), at: fromCentre(node, event), on: here });
    };
    node.addEventListener("wheel", onWheel, { passive: false });
    return () => node.removeEventListener("wheel", onWheel);
  }, [onLook]);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    probe?.onPoint(fromCentre(event.currentTarget, event));
    if (!drag.current || !hand) return;
    const by = { x: event.clientX - drag.current.x, y: event.clientY - drag.current.y };
    drag.current = { x: event.clientX, y: event.clientY };
    onLook({ kind: "pan", by, on: hand, isAlone: event.altKey });
  };
  const places: readonly PixelPlace[] =
    on && probe
      ? [placeOf(looking, on, picture, probe.at), overOn && over && placeOf(looking, overOn, over.picture, probe.at)].filter(
          (place): place is PixelPlace => place !== null,
        )
      : [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: looking closer by hand; keys of the compare scope do the same
    <div
      ref={cell}
      className="relative size-full touch-none overflow-hidden bg-surround active:cursor-grabbing"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => probe?.onPoint(null)}
      onPointerUp={() => {
        drag.current = null;
      }}
      onDoubleClick={(event) =>
        on && onLook({ kind: "toggle-actual", at: fromCentre(event.currentTarget, event), on, devicePixelRatio: window.devicePixelRatio })
      }
    >
      <div className={clsx("absolute inset-0 isolate", isPainted && "invisible")} style={isPainted ? {} : whole}>
        {on ? <PlacedPicture picture={picture} on={on} looking={looking} colours={colours} /> : null}
        {overOn && over ? (
          <PlacedPicture picture={over.picture} on={overOn} looking={looking} colours={colours} style={over.style} />
        ) : null}
      </div>
      {isPainted && on && overOn && over ? (
        <DifferenceCanvas
          below={{ decoded: lower, on }}
          above={{ decoded: upper, on: overOn }}
          looking={looking}
          shade={difference}
          label={`${difference.isHeat ? "Heat map of the difference" : "Difference"} of ${picture.label} and ${over.picture.label}`}
        />
      ) : null}
      {on && probe ? (
        <>
          <Crosshair at={probe.at} cell={on.cell} />
          {places.length > 0 ? <PixelReadout within={cell} places={places} /> : null}
        </>
      ) : null}
    </div>
  );
});

/** The pixel of a picture below a point, though it may be shown at another picture's size. */
function placeOf(looking: Looking, on: At, picture: ComparedPicture, at: CellPoint): PixelPlace | null {
  const shown = pixelAt(lookOf(looking, on), at, on.picture, on.cell);
  if (!shown) return null;
  const own = (pixel: number, side: "width" | "height") => Math.floor(((pixel + 0.5) / on.picture[side]) * picture[side]);
  return { pictureId: picture.id, x: own(shown.x, "width"), y: own(shown.y, "height") };
}

/** Where all pictures are read: a hollow cross, white with a dark edge, so that it shows on any picture and hides none of it. */
function Crosshair({ at, cell }: { at: CellPoint; cell: At["cell"] }) {
  return (
    <svg
      aria-hidden
      viewBox="-10 -10 20 20"
      className="pointer-events-none absolute z-10 size-5 -translate-1/2"
      style={{ left: cell.width / 2 + at.x, top: cell.height / 2 + at.y }}
    >
      {["black", "white"].map((colour, above) => (
        <path key={colour} d="M-9 0H-3M3 0H9M0 -9V-3M0 3V9" stroke={colour} strokeWidth={above === 0 ? 3 : 1} />
      ))}
    </svg>
  );
}

function fromCentre(node: HTMLElement, event: { clientX: number; clientY: number }): CellPoint {
  const box = node.getBoundingClientRect();
  return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
}
