import type { CSSProperties, PointerEvent } from "react";
import { useEffect, useRef } from "react";
import type { Point, Rect, Size } from "./geometry";
import { centreOf } from "./geometry";
import type { FrameSubscription } from "./subscription";
import type { SurfaceView } from "./surface-view";
import type { SurfaceTheme } from "./theme";

const MAX_SIZE: Size = { width: 168, height: 84 };
const MIN_SIDE = 40;
const PADDING = 6;
/** Both sides of the hairline around the map. */
const FRAME_WIDTH = 2;
const MIN_VIEW_BOX = 6;
const LINE_WIDTH = 1.5;
/** A growing board is drawn again at most this often. */
const REDRAW_AFTER_MS = 150;

const frameStyle: CSSProperties = {
  position: "relative",
  overflow: "hidden",
  borderRadius: 6,
  touchAction: "none",
  cursor: "pointer",
};

/** Where map meets world. World = (map − offset) / scale. */
type MapScale = { readonly scale: number; readonly offset: Point; readonly size: Size };

/**
 * The whole surface in small, in a place of its own; pressing or dragging moves the view there. For the pointer only: the
 * keyboard reaches everything by arrows.
 */
export function Minimap(props: { readonly view: SurfaceView; readonly onFrame: FrameSubscription }) {
  const { view, onFrame } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const viewBox = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    let drawnRevision = -1;
    let drawnTheme: SurfaceTheme | null = null;
    let framedAt: Rect | null = null;
    let framedTheme: SurfaceTheme | null = null;
    let map: MapScale | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const redraw = () => {
      timer = undefined;
      drawnRevision = view.index.placeRevision;
      drawnTheme = view.theme;
      if (canvas.current) drawMap(canvas.current, view);
    };
    const follow = () => {
      const { theme } = view;
      const { placeRevision, bounds } = view.index;
      if (drawnRevision !== placeRevision || drawnTheme !== theme) timer ??= setTimeout(redraw, REDRAW_AFTER_MS);
      if (!frame.current || !viewBox.current) return;
      if (bounds !== framedAt || theme !== framedTheme) {
        framedAt = bounds;
        framedTheme = theme;
        map = mapScale(bounds);
        placeFrame(frame.current, viewBox.current, map, theme);
      }
      // Drawn, not laid out: an element that changed its size would have the browser lay out the page at every frame.
      if (map) drawViewBox(viewBox.current, map, view.visibleWorld(), theme.accent);
    };
    follow();
    const stop = onFrame(follow);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [view, onFrame]);

  const moveTo = (event: PointerEvent<HTMLDivElement>) => {
    const map = mapScale(view.index.bounds);
    if (!map || event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const bounds = event.currentTarget.getBoundingClientRect();
    const seen = view.visibleWorld();
    const x = (event.clientX - bounds.left - map.offset.x) / map.scale - seen.w / 2;
    const y = (event.clientY - bounds.top - map.offset.y) / map.scale - seen.h / 2;
    view.moveTo({ x, y, zoom: view.camera.zoom }, "at-once");
  };

  return (
    <div ref={frame} aria-hidden style={frameStyle} onPointerDown={moveTo} onPointerMove={moveTo}>
      <canvas ref={canvas} style={{ display: "block", width: "100%", height: "100%" }} />
      <canvas ref={viewBox} style={{ position: "absolute", inset: 0, width: "100%", height: "100%" }} />
    </div>
  );
}

function mapScale(bounds: Rect | null): MapScale | null {
  if (!bounds) return null;
  const room = { width: MAX_SIZE.width - 2 * PADDING, height: MAX_SIZE.height - 2 * PADDING };
  const scale = Math.min(room.width / bounds.w, room.height / bounds.h);
  const size = {
    width: Math.max(MIN_SIDE, Math.round(bounds.w * scale) + 2 * PADDING),
    height: Math.max(MIN_SIDE, Math.round(bounds.h * scale) + 2 * PADDING),
  };
  const centre = centreOf(bounds);
  return { scale, size, offset: { x: size.width / 2 - centre.x * scale, y: size.height / 2 - centre.y * scale } };
}

function drawMap(canvas: HTMLCanvasElement, view: SurfaceView): void {
  const map = mapScale(view.index.bounds);
  const ctx = canvas.getContext("2d");
  if (!map || !ctx) return;
  const ratio = devicePixelRatio;
  canvas.width = Math.round(map.size.width * ratio);
  canvas.height = Math.round(map.size.height * ratio);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = view.theme.tones.quiet;
  ctx.globalAlpha = 0.7;
  for (const item of view.index.all) {
    const x = item.x * map.scale + map.offset.x;
    const y = item.y * map.scale + map.offset.y;
    ctx.fillRect(x, y, Math.max(1 / ratio, item.w * map.scale - 0.5), Math.max(1 / ratio, item.h * map.scale - 0.5));
  }
}

function placeFrame(frame: HTMLElement, viewBox: HTMLCanvasElement, map: MapScale | null, theme: SurfaceTheme): void {
  frame.style.display = map ? "block" : "none";
  if (!map) return;
  frame.style.width = `${map.size.width}px`;
  frame.style.height = `${map.size.height}px`;
  frame.style.background = theme.card;
  frame.style.border = `1px solid ${theme.line}`;
  viewBox.width = Math.round((map.size.width - FRAME_WIDTH) * devicePixelRatio);
  viewBox.height = Math.round((map.size.height - FRAME_WIDTH) * devicePixelRatio);
}

/** The view's outline, never outside the map: looking past the edges shows as the whole of it. */
function drawViewBox(canvas: HTMLCanvasElement, map: MapScale, seen: Rect, accent: string): void {
  const ctx = canvas.getContext("2d");
  if (!ctx) return;
  const left = Math.max(0, seen.x * map.scale + map.offset.x);
  const top = Math.max(0, seen.y * map.scale + map.offset.y);
  const right = Math.min(map.size.width - FRAME_WIDTH, (seen.x + seen.w) * map.scale + map.offset.x);
  const bottom = Math.min(map.size.height - FRAME_WIDTH, (seen.y + seen.h) * map.scale + map.offset.y);
  const [w, h] = [Math.max(MIN_VIEW_BOX, right - left), Math.max(MIN_VIEW_BOX, bottom - top)];
  ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  ctx.clearRect(0, 0, map.size.width, map.size.height);
  ctx.strokeStyle = accent;
  ctx.lineWidth = LINE_WIDTH;
  ctx.beginPath();
  ctx.roundRect(left + LINE_WIDTH / 2, top + LINE_WIDTH / 2, Math.max(0, w - LINE_WIDTH), Math.max(0, h - LINE_WIDTH), 2);
  ctx.stroke();
}
