import type { Point } from "./geometry";
import type { GestureInput, SelectMode } from "./gestures";

const LINE_PX = 16;
/** Inputs further apart than this belong to two movements of a hand. */
const STROKE_PAUSE_MS = 200;

/**
 * Translates what the browser reports into gesture inputs: presses and moves on `stage`, the wheel on all of `surface`.
 * Returns how to stop.
 */
export function listenToPointers(surface: HTMLElement, stage: HTMLElement, onInput: (input: GestureInput) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const bounds = boundsOf(surface, signal);
  const placeOf = (event: MouseEvent): Point => {
    const { left, top } = bounds(event.timeStamp);
    return { x: event.clientX - left, y: event.clientY - top };
  };
  stage.addEventListener(
    "pointerdown",
    (event) => {
      stage.setPointerCapture(event.pointerId);
      // The middle button would start the browser's own scrolling.
      if (event.button === 1) event.preventDefault();
      const { pointerId: pointer, button, timeStamp: atMs } = event;
      onInput({ kind: "down", pointer, device: deviceOf(event), button, at: placeOf(event), atMs, mode: modeOf(event) });
    },
    { signal },
  );
  stage.addEventListener("pointermove", (event) => onInput({ kind: "move", pointer: event.pointerId, at: placeOf(event) }), { signal });
  stage.addEventListener(
    "pointerup",
    (event) => onInput({ kind: "up", pointer: event.pointerId, at: placeOf(event), atMs: event.timeStamp }),
    { signal },
  );
  stage.addEventListener("pointercancel", () => onInput({ kind: "cancel" }), { signal });
  surface.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const { dx, dy } = wheelPixels(event, () => bounds(event.timeStamp).height);
      const zooms = event.ctrlKey || event.metaKey;
      onInput({ kind: "wheel", at: placeOf(event), dx: zooms ? 0 : dx, dy, zooms });
    },
    // The page must not scroll or zoom itself, so this listener may not be passive.
    { signal, passive: false },
  );
  return () => listening.abort();
}

/**
 * Where an element is in the window. Asking makes the browser lay the page out, so while inputs follow each other it is asked once: nothing moves
 * the surface under a hand that is moving on it.
 */
function boundsOf(element: HTMLElement, signal: AbortSignal): (atMs: number) => DOMRect {
  let known: DOMRect | null = null;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  const forget = () => {
    known = null;
  };
  const observer = new ResizeObserver(forget);
  observer.observe(element);
  window.addEventListener("scroll", forget, { signal, capture: true, passive: true });
  window.addEventListener("resize", forget, { signal });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  return (atMs) => {
    if (known === null || atMs - askedAtMs > STROKE_PAUSE_MS) known = element.getBoundingClientRect();
    askedAtMs = atMs;
    return known;
  };
}

function deviceOf(event: PointerEvent): "mouse" | "pen" | "touch" {
  return event.pointerType === "touch" || event.pointerType === "pen" ? event.pointerType : "mouse";
}

function modeOf(event: PointerEvent): SelectMode {
  if (event.shiftKey) return "extend";
  return event.ctrlKey || event.metaKey ? "toggle" : "replace";
}

function wheelPixels(event: WheelEvent, pageHeight: () => number): { dx: number; dy: number } {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? pageHeight() : 1;
  const dx = event.deltaX * unit;
  const dy = event.deltaY * unit;
  // A plain mouse has one wheel: Shift turns it sideways where the browser has not done so already.
  return event.shiftKey && dx === 0 ? { dx: dy, dy: 0 } : { dx, dy };
}
