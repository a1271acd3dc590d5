"use client";

import type { CSSProperties, DragEvent, KeyboardEvent, ReactNode, Ref } from "react";
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import type { PictureBundle } from "./bundle-decoder";
import { type GalleryKind, pictureRect, type RowRange, stepInGallery } from "./gallery-layout";
import { listenToPointer } from "./gallery-pointer";
import type { GalleryCell, GalleryGlimpse } from "./gallery-scene";
import { GalleryScrollbar } from "./gallery-scrollbar";
import { GalleryView } from "./gallery-view";
import { containAspect } from "./geometry";
import { FrameListeners } from "./subscription";

/** What a gallery shows: rows by number, read as they come into view. Its owner keeps a few of them, however many there are. */
export type GallerySource = {
  total(): number;
  cellAt(row: number): GalleryCell | undefined;
  glimpseAt(row: number): GalleryGlimpse | null;
  /** The view shows other rows; see `GalleryPort.onRows`. Called for each frame in which it moves. */
  look(rows: RowRange, rowsPerSecond: number, isFast: boolean): void;
  /** Calls back when something else is known. Returns how to stop. */
  subscribe(listener: () => void): () => void;
};

/** How a person went to a row: alone, added or taken away, or everything from the last one to it. */
export type GalleryMode = "replace" | "toggle" | "range";

export type GalleryHandle = {
  scrollToRow(row: number): void;
  /** Puts the keyboard on the gallery. */
  focus(): void;
  hasFocus(): boolean;
};

export type GallerySurfaceProps = {
  readonly ref?: Ref<GalleryHandle> | undefined;
  readonly source: GallerySource;
  readonly label: string;
  readonly kind: GalleryKind;
  /** CSS pixels. */
  readonly leastCellPx: number;
  readonly selection: ReadonlySet<string>;
  /** The keyboard's place, or null before there is one. */
  readonly at: number | null;
  readonly onGo: (row: number, mode: GalleryMode) => void;
  /** A press beside every row. */
  readonly onNothing?: (() => void) | undefined;
  readonly onActivate?: ((row: number) => void) | undefined;
  /** Space: to look closely at the row the keyboard is on. */
  readonly onLook?: (() => void) | undefined;
  readonly bundle?: PictureBundle | undefined;
  /** Real DOM over the picture the mouse is on; null where there is nothing to show. */
  readonly renderHover?: ((row: number) => ReactNode) | undefined;
  /** Gives what is dragged from this row its contents; false: nothing is dragged. */
  readonly onDrag?: ((row: number, data: DataTransfer) => boolean) | undefined;
};

const fill: CSSProperties = { position: "absolute", inset: 0, width: "100%", height: "100%", display: "block" };
const unseen: CSSProperties = { position: "absolute", inset: 0, overflow: "clip", opacity: 0, pointerEvents: "none" };
const NO_ROWS: RowRange = { first: 0, end: 0 };

/** A million pictures in one list: drawn on a canvas, and mirrored where they are seen for the keyboard and screen readers. */
export function GallerySurface(props: GallerySurfaceProps) {
  const { source, kind, leastCellPx, selection, at, bundle } = props;
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [frames] = useState(() => new FrameListeners());
  const [view, setView] = useState<GalleryView | null>(null);
  const [mirrored, setMirrored] = useState<RowRange>(NO_ROWS);
  const [, noteNews] = useState(0);
  const [hasKeyboard, setHasKeyboard] = useState(false);
  const [hovered, setHovered] = useState<number | null>(null);
  const latest = useRef(props);
  const pressedRow = useRef<number | null>(null);
  const wantsFocus = useRef(false);
  const waits = useRef(false);
  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    const element = surface.current;
    if (!canvas.current || !element) return;
    const created = new GalleryView(
      canvas.current,
      {
        cellAt: (row) => latest.current.source.cellAt(row),
        glimpseAt: (row) => latest.current.source.glimpseAt(row),
        onRows: (rows, speed, isFast) => latest.current.source.look(rows, speed, isFast),
        onFrame: () => frames.notify(),
        onSettle: () => setMirrored(created.rows),
      },
      bundle,
    );
    const observer = new ResizeObserver(() =>
      created.resize({ width: element.clientWidth, height: element.clientHeight }, devicePixelRatio),
    );
    observer.observe(element);
    created.resize({ width: element.clientWidth, height: element.clientHeight }, devicePixelRatio);
    const stopPointer = listenToPointer(element, created, {
      onPress(row, { shift, mod }) {
        pressedRow.current = row;
        if (row === null) return latest.current.onNothing?.();
        setHasKeyboard(false);
        const cell = latest.current.source.cellAt(row);
        // Pressing one of several takes hold of all of them: only once nothing was dragged, that one alone is meant.
        waits.current = !shift && !mod && cell !== undefined && latest.current.selection.size > 1 && latest.current.selection.has(cell.id);
        if (!waits.current) latest.current.onGo(row, shift ? "range" : mod ? "toggle" : "replace");
      },
      onRelease() {
        const row = pressedRow.current;
        if (row === null) return;
        if (waits.current) latest.current.onGo(row, "replace");
        waits.current = false;
        // The browser has just taken the focus to what can hold it under the press: only now it may go to the row.
        wantsFocus.current = !focusRow(list.current, row);
        if (wantsFocus.current) setMirrored(around(created.rows, row));
      },
      onActivate: (row) => latest.current.onActivate?.(row),
      onHover: setHovered,
    });
    setView(created);
    return () => {
      observer.disconnect();
      stopPointer();
      created.dispose();
    };
  }, [frames, bundle]);

  useLayoutEffect(() => view?.setShape(kind, leastCellPx), [view, kind, leastCellPx]);
  useLayoutEffect(() => {
    if (!view) return;
    const hear = () => {
      view.setTotal(source.total());
      view.noteRows();
      noteNews((news) => news + 1);
    };
    hear();
    return source.subscribe(hear);
  }, [view, source]);
  useEffect(() => view?.setSelection(selection), [view, selection]);
  useEffect(() => view?.setFocusRing(hasKeyboard ? at : null), [view, at, hasKeyboard]);

  // The mirrored element of a row that was out of sight exists only after this render.
  const isAtMirrored = at !== null && at >= mirrored.first && at < mirrored.end;
  useEffect(() => {
    if (!view || at === null) return;
    const holdsFocus = list.current?.contains(document.activeElement) ?? false;
    if (hasKeyboard && holdsFocus) view.reveal(at);
    if (!isAtMirrored && (holdsFocus || wantsFocus.current)) setMirrored(around(view.rows, at));
    if (!isAtMirrored || !(holdsFocus || wantsFocus.current)) return;
    wantsFocus.current = false;
    focusRow(list.current, at);
  }, [view, at, isAtMirrored, hasKeyboard]);

  useImperativeHandle(
    props.ref,
    () => ({
      scrollToRow: (row) => view?.reveal(row),
      focus: () => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true }),
      hasFocus: () => list.current?.contains(document.activeElement) ?? false,
    }),
    [view],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (!view) return;
    setHasKeyboard(true);
    if (event.key === "Enter" && at !== null) {
      event.preventDefault();
      return props.onActivate?.(at);
    }
    if (event.key === " " && !event.repeat && at !== null) {
      event.preventDefault();
      return props.onLook?.();
    }
    if (event.altKey || ((event.ctrlKey || event.metaKey) && event.key !== "Home" && event.key !== "End")) return;
    const next = stepInGallery(view.layout, event.key, at ?? mirrored.first, source.total(), view.viewport.height);
    if (next === null) return;
    event.preventDefault();
    view.reveal(next);
    props.onGo(next, event.shiftKey ? "range" : "replace");
  };

  const onDragStart = (event: DragEvent) => {
    const row = pressedRow.current;
    if (row === null || !props.onDrag?.(row, event.dataTransfer)) event.preventDefault();
  };

  const total = source.total();
  const rows = rowsOf(mirrored, at, total);
  const stop = at !== null && rows.includes(at) ? at : rows[0];
  return (
    <div ref={surface} style={{ position: "relative", width: "100%", height: "100%", overflow: "hidden", touchAction: "none" }}>
      <canvas
        ref={canvas}
        aria-hidden
        draggable={props.onDrag !== undefined}
        onDragStart={onDragStart}
        style={{ ...fill, userSelect: "none" }}
      />
      <div
        ref={list}
        id="gallery-rows"
        role="listbox"
        data-of-page
        aria-label={props.label}
        aria-multiselectable
        aria-orientation="horizontal"
        tabIndex={-1}
        style={unseen}
        onKeyDown={onKeyDown}
      >
        {view &&
          rows.map((row) => {
            const cell = source.cellAt(row);
            const rect = view.screenRect(row);
            return (
              <div
                key={row}
                role="option"
                data-row={row}
                aria-selected={cell !== undefined && selection.has(cell.id)}
                aria-posinset={row + 1}
                aria-setsize={total}
                aria-label={cell?.label ?? "Not read yet"}
                tabIndex={row === stop ? 0 : -1}
                style={{ position: "absolute", left: rect.x, top: rect.y, width: rect.w, height: rect.h }}
                onFocus={(event) => {
                  if (event.target.matches(":focus-visible")) setHasKeyboard(true);
                  // Whoever goes there with a screen reader means this one from now on.
                  if (row !== at) props.onGo(row, "replace");
                }}
                onBlur={() => setHasKeyboard(false)}
              />
            );
          })}
      </div>
      {view && hovered !== null && hovered < total && props.renderHover ? (
        <Hovered view={view} row={hovered} aspect={source.cellAt(hovered)?.picture.aspect ?? 1}>
          {props.renderHover(hovered)}
        </Hovered>
      ) : null}
      {view && <GalleryScrollbar view={view} onFrame={frames.subscribe} label={`Place in ${props.label.toLowerCase()}`} />}
    </div>
  );
}

/** True when the row is mirrored, and so could take the focus. */
function focusRow(list: HTMLElement | null, row: number): boolean {
  const element = list?.querySelector<HTMLElement>(`[data-row="${row}"]`);
  element?.focus({ preventScroll: true });
  return element instanceof HTMLElement;
}

/** Over the picture of a row, exactly as large. */
function Hovered({ view, row, aspect, children }: { view: GalleryView; row: number; aspect: number; children: ReactNode }) {
  if (!children) return null;
  const place = containAspect(pictureRect(view.layout, row), aspect);
  return (
    <div key={row} style={{ position: "absolute", left: place.x, top: place.y - view.top, width: place.w, height: place.h }}>
      {children}
    </div>
  );
}

/** As many rows as are in view, with this one among them: the view follows it there. */
function around(rows: RowRange, at: number): RowRange {
  const count = Math.max(1, rows.end - rows.first);
  const first = Math.max(0, at - Math.floor(count / 2));
  return { first, end: first + count };
}

function rowsOf({ first, end }: RowRange, at: number | null, total: number): number[] {
  const rows = Array.from({ length: Math.max(0, Math.min(end, total) - first) }, (_, nth) => first + nth);
  // The keyboard's place stays even when it is scrolled out of view: losing the element would lose the focus.
  if (at !== null && at < total && (at < first || at >= end)) rows.push(at);
  return rows;
}
