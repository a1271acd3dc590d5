import type { GalleryView } from "./gallery-view";
import type { Point } from "./geometry";

/** What a pointer meant. */
export type GalleryPointerPort = {
  /** A press on a row, or beside all of them (null). */
  onPress(row: number | null, keys: { readonly shift: boolean; readonly mod: boolean }): void;
  /** The press is over, and nothing was dragged. */
  onRelease(): void;
  onActivate(row: number): void;
  /** The mouse is over another row, or over none. */
  onHover(row: number | null): void;
};

/** What scrolls by itself within the surface. */
const OWN_POINTER = '[role="scrollbar"]';

/** Further than this, a touch is a movement and not a press. */
const TAP_PX = 8;
const LINE_PX = 40;
/** What is left of a throw's speed after a millisecond. */
const FRICTION = 0.9955;
const SLOWEST_PX_MS = 0.03;
const DELTA_LINE = 1;
const DELTA_PAGE = 2;

/** Wheel, mouse and touch on a gallery: it scrolls as a page does, and goes on after a throw. Returns how to stop. */
export function listenToPointer(element: HTMLElement, view: GalleryView, port: GalleryPointerPort): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let touch: { readonly id: number; readonly from: Point; lastY: number; lastMs: number; speed: number; isMoving: boolean } | null = null;
  let throwing = 0;
  let hovered: number | null = null;
  const isOurs = ({ target }: Event) => !(target instanceof Element && target.closest(OWN_POINTER));
  const hover = (row: number | null) => {
    if (row !== hovered) port.onHover(row);
    hovered = row;
  };
  const pointOf = (event: MouseEvent): Point => {
    const bounds = element.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };
  const keysOf = (event: MouseEvent) => ({ shift: event.shiftKey, mod: event.ctrlKey || event.metaKey });
  const endThrow = () => {
    cancelAnimationFrame(throwing);
    throwing = 0;
  };

  const throwOn = (speed: number) => {
    let left = speed;
    let lastMs = performance.now();
    const step = () => {
      const nowMs = performance.now();
      view.scrollBy(left * (nowMs - lastMs));
      left *= FRICTION ** (nowMs - lastMs);
      lastMs = nowMs;
      throwing = Math.abs(left) > SLOWEST_PX_MS ? requestAnimationFrame(step) : 0;
    };
    throwing = requestAnimationFrame(step);
  };

  element.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey) return;
      event.preventDefault();
      endThrow();
      hover(null);
      const unit = event.deltaMode === DELTA_LINE ? LINE_PX : event.deltaMode === DELTA_PAGE ? view.viewport.height : 1;
      view.scrollBy(event.deltaY * unit);
    },
    { signal, passive: false },
  );
  element.addEventListener(
    "pointerdown",
    (event) => {
      endThrow();
      if (!isOurs(event)) return;
      if (event.pointerType === "mouse") {
        if (event.button === 0) port.onPress(view.rowAt(pointOf(event)), keysOf(event));
        return;
      }
      touch = { id: event.pointerId, from: pointOf(event), lastY: event.clientY, lastMs: event.timeStamp, speed: 0, isMoving: false };
    },
    { signal },
  );
  element.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType === "mouse") hover(isOurs(event) && event.buttons === 0 ? view.rowAt(pointOf(event)) : null);
      if (touch?.id !== event.pointerId) return;
      const moved = touch.lastY - event.clientY;
      if (!touch.isMoving && Math.abs(touch.from.y - pointOf(event).y) < TAP_PX) return;
      touch.isMoving = true;
      element.setPointerCapture(event.pointerId);
      touch.speed = touch.speed * 0.6 + (moved / Math.max(1, event.timeStamp - touch.lastMs)) * 0.4;
      touch.lastY = event.clientY;
      touch.lastMs = event.timeStamp;
      view.scrollBy(moved);
    },
    { signal },
  );
  const release = (event: PointerEvent) => {
    if (touch?.id !== event.pointerId) return;
    const { isMoving, speed, from } = touch;
    touch = null;
    if (isMoving) throwOn(speed);
    else if (event.type === "pointerup") port.onPress(view.rowAt(from), keysOf(event));
  };
  element.addEventListener("pointerup", release, { signal });
  element.addEventListener("pointercancel", release, { signal });
  element.addEventListener("click", (event) => isOurs(event) && port.onRelease(), { signal });
  element.addEventListener("pointerleave", () => hover(null), { signal });
  element.addEventListener(
    "dblclick",
    (event) => {
      const row = view.rowAt(pointOf(event));
      if (row !== null) port.onActivate(row);
    },
    { signal },
  );
  return () => {
    endThrow();
    stop.abort();
  };
}
