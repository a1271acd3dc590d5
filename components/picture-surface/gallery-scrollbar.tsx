import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { GalleryView } from "./gallery-view";
import type { FrameSubscription } from "./subscription";

const LEAST_THUMB_PX = 36;
const WIDTH_PX = 14;

/** How far a gallery is scrolled, and the way anywhere in it. Drawn between React's renders: it follows every frame. */
export function GalleryScrollbar({ view, onFrame, label }: { view: GalleryView; onFrame: FrameSubscription; label: string }) {
  const bar = useRef<HTMLDivElement>(null);
  const thumb = useRef<HTMLDivElement>(null);
  const grabbed = useRef<number | null>(null);
  const [place, setPlace] = useState<number | null>(null);

  useEffect(() => {
    const follow = () => {
      if (!bar.current || !thumb.current) return;
      const { thumbPx, roomPx } = measuresOf(view);
      const most = view.mostScroll;
      bar.current.style.display = most === 0 ? "none" : "block";
      thumb.current.style.height = `${thumbPx}px`;
      thumb.current.style.transform = `translateY(${most === 0 ? 0 : (view.top / most) * roomPx}px)`;
      bar.current.setAttribute("aria-valuemax", String(view.total));
      bar.current.setAttribute("aria-valuenow", String(Math.min(view.total, view.rows.first + 1)));
    };
    follow();
    return onFrame(follow);
  }, [view, onFrame]);

  const dragTo = (event: PointerEvent) => {
    if (grabbed.current === null || !bar.current) return;
    const { roomPx } = measuresOf(view);
    const at = event.clientY - bar.current.getBoundingClientRect().top - grabbed.current;
    view.scrollTo((Math.min(1, Math.max(0, at / Math.max(1, roomPx))) * view.mostScroll) | 0);
    setPlace(view.rows.first + 1);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (!thumb.current) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = thumb.current.getBoundingClientRect();
    const isOnThumb = event.clientY >= box.top && event.clientY <= box.bottom;
    grabbed.current = isOnThumb ? event.clientY - box.top : box.height / 2;
    dragTo(event);
  };
  const release = () => {
    grabbed.current = null;
    setPlace(null);
  };

  return (
    <div
      ref={bar}
      role="scrollbar"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuenow={1}
      aria-controls="gallery-rows"
      tabIndex={-1}
      onPointerDown={onPointerDown}
      onPointerMove={dragTo}
      onPointerUp={release}
      onPointerCancel={release}
      style={{ position: "absolute", top: 0, right: 0, bottom: 0, width: WIDTH_PX, touchAction: "none" }}
      className="group"
    >
      <div ref={thumb} style={{ width: WIDTH_PX }} className="absolute right-0 p-[3px]">
        <div className="h-full w-full rounded-full bg-line-strong opacity-70 group-hover:opacity-100" />
      </div>
      {place === null ? null : (
        <output
          style={{ right: WIDTH_PX + 6, top: "50%" }}
          className="tabular pointer-events-none absolute rounded-md border border-line bg-raised px-2 py-1 text-xs whitespace-nowrap text-ink"
        >
          {place.toLocaleString("en")} of {view.total.toLocaleString("en")}
        </output>
      )}
    </div>
  );
}

function measuresOf(view: GalleryView): { readonly thumbPx: number; readonly roomPx: number } {
  const { height } = view.viewport;
  const share = height / Math.max(height, view.mostScroll + height);
  const thumbPx = Math.min(height, Math.max(LEAST_THUMB_PX, share * height));
  return { thumbPx, roomPx: height - thumbPx };
}
