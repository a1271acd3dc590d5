"use client";

import type { KeyboardEvent, MouseEvent, ReactNode, Ref } from "react";
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Camera } from "./camera";
import type { Point, Rect } from "./geometry";
import type { GestureEffect, GestureInput, SelectMode } from "./gestures";
import { restingGesture, stepGesture } from "./gestures";
import { Minimap } from "./minimap";
import { Mirror, mirroredElement } from "./mirror";
import { nearItems } from "./near-items";
import type { Direction, Step } from "./neighbour";
import { neighbourOf, standingPlace, stepFrom } from "./neighbour";
import { Overlay } from "./overlay";
import { listenToPointers } from "./pointer-input";
import type { SurfaceItem, SurfaceScene, SurfaceTarget } from "./scene";
import { isSameTarget } from "./scene";
import { FrameListeners } from "./subscription";
import { SurfaceView } from "./surface-view";

/** A choice the person made. With mode `replace` and no targets: nothing is chosen any more. */
export type SurfaceSelect = {
  readonly targets: readonly SurfaceTarget[];
  readonly mode: SelectMode;
  readonly by: "pointer" | "marquee" | "keyboard";
};

/** What the owner may ask of a mounted surface. */
export type SurfaceHandle = {
  /** Shows everything, or these items, no closer than 100 %. */
  fit(itemIds?: readonly string[]): void;
  /** Moves no more than it takes to see the target. */
  reveal(target: SurfaceTarget): void;
  /** Zooms about the centre of the view. */
  zoomBy(factor: number): void;
  moveTo(camera: Camera): void;
  camera(): Camera;
  /** Puts the keyboard on the surface, at its current place. */
  focus(): void;
  /** CSS pixels from the surface's top left; undefined for what is not in the scene. */
  screenRect(target: SurfaceTarget): Rect | undefined;
  /** Pictures of the current view that are still loading. */
  pendingPictures(): number;
};

export type PictureSurfaceProps = {
  readonly ref?: Ref<SurfaceHandle> | undefined;
  readonly scene: SurfaceScene;
  /** What a screen reader calls the surface. */
  readonly label: string;
  /** Ids of chosen items and pictures. */
  readonly selection?: ReadonlySet<string> | undefined;
  /** The keyboard's place. Give it to move the place (after a decision the next picture comes by itself), or leave it out. */
  readonly focus?: SurfaceTarget | null | undefined;
  /** Where to start, once; everything in view unless said otherwise. */
  readonly initialCamera?: Camera | "fit" | undefined;
  /** After the camera came to rest: remember it. */
  readonly onCamera?: ((camera: Camera) => void) | undefined;
  readonly onSelect?: ((select: SurfaceSelect) => void) | undefined;
  readonly onFocus?: ((target: SurfaceTarget) => void) | undefined;
  /** Double click or Enter. */
  readonly onActivate?: ((target: SurfaceTarget) => void) | undefined;
  /** Right click, or the menu key; `at` is in CSS pixels of the window. */
  readonly onContextMenu?: ((target: SurfaceTarget | null, at: Point) => void) | undefined;
  /**
   * Every key before the surface handles it; `preventDefault` keeps the surface from doing so. Space comes when it is
   * released, and only if it was not held to drag the view.
   */
  readonly onKey?: ((event: KeyboardEvent, target: SurfaceTarget | null) => void) | undefined;
  /** Real DOM over the focused item and those of `overlayItemIds`; set `pointerEvents: "auto"` on what takes clicks. */
  readonly renderOverlay?: ((item: SurfaceItem, screenRect: Rect) => ReactNode) | undefined;
  readonly overlayItemIds?: readonly string[] | undefined;
  /** The primary button drags the view instead of choosing. */
  readonly isHand?: boolean | undefined;
  readonly hasMinimap?: boolean | undefined;
};

const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const steps: Readonly<Record<string, Step>> = { PageDown: "next", PageUp: "previous", Home: "first", End: "last" };
const NOTHING: ReadonlySet<string> = new Set();

/** Thousands of pictures on one canvas, with edges, words and marks; reachable by pointer, touch, keyboard and screen reader. */
export function PictureSurface(props: PictureSurfaceProps) {
  const { scene, selection = NOTHING, initialCamera = "fit" } = props;
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<SurfaceView | null>(null);
  const [frames] = useState(() => new FrameListeners());
  const [ownFocus, setOwnFocus] = useState<SurfaceTarget | null>(null);
  const focus = useStableTarget(props.focus === undefined ? ownFocus : props.focus);
  const [near, setNear] = useState<readonly SurfaceItem[]>([]);
  const [isByKeyboard, setIsByKeyboard] = useState(false);
  const takesDomFocus = useRef(false);
  const gesture = useRef(restingGesture);
  const hasHandDragged = useRef(false);

  // Listeners live as long as the view; what they call is always the latest.
  const latest = useRef({ props, focus });
  useLayoutEffect(() => {
    latest.current = { props, focus };
  });

  const startCamera = useRef(initialCamera);
  useLayoutEffect(() => {
    const element = surface.current;
    if (!canvas.current || !element) return;
    let reportedCamera: Camera | null = null;
    const created = new SurfaceView(
      canvas.current,
      {
        onFrame: () => frames.notify(),
        onSettle: () => {
          setNear(nearItems(created, latest.current.focus));
          if (created.camera !== reportedCamera) latest.current.props.onCamera?.(created.camera);
          reportedCamera = created.camera;
        },
      },
      startCamera.current,
    );
    const fitToElement = () => created.resize({ width: element.clientWidth, height: element.clientHeight }, devicePixelRatio);
    const observer = new ResizeObserver(fitToElement);
    observer.observe(element);
    fitToElement();
    setView(created);
    return () => {
      observer.disconnect();
      created.dispose();
    };
  }, [frames]);

  useLayoutEffect(() => view?.setScene(scene), [view, scene]);
  useEffect(() => view?.setSelection(selection), [view, selection]);
  useEffect(() => view?.setFocusRing(isByKeyboard ? focus : null), [view, focus, isByKeyboard]);

  const placeFocus = useCallback((target: SurfaceTarget) => {
    if (isSameTarget(latest.current.focus, target)) return;
    latest.current.focus = target;
    setOwnFocus(target);
    latest.current.props.onFocus?.(target);
  }, []);

  const applyEffect = useCallback(
    (shown: SurfaceView, effect: GestureEffect) => {
      const { props: current } = latest.current;
      const select = (targets: readonly SurfaceTarget[], mode: SelectMode, by: SurfaceSelect["by"]) => {
        const first = targets[0];
        if (first) placeFocus(first);
        takesDomFocus.current = true;
        setIsByKeyboard(false);
        if (tree.current) focusMirrored(tree.current, first ?? latest.current.focus);
        current.onSelect?.({ targets, mode, by });
      };
      switch (effect.kind) {
        case "pan":
          hasHandDragged.current = true;
          return shown.pan(effect.dx, effect.dy);
        case "zoom":
          return shown.zoom(effect.at, effect.factor);
        case "click": {
          const target = shown.targetAt(effect.at);
          return select(target ? [target] : [], effect.mode, "pointer");
        }
        case "double-click": {
          const target = shown.targetAt(effect.at);
          return target ? current.onActivate?.(target) : undefined;
        }
        case "marquee":
          return shown.setMarquee(effect.area);
        case "marquee-end":
          shown.setMarquee(null);
          return select(shown.targetsWithin(effect.area), effect.mode, "marquee");
        case "marquee-cancel":
          return shown.setMarquee(null);
        case "hover":
          return;
        default:
          effect satisfies never;
      }
    },
    [placeFocus],
  );

  const feed = useCallback(
    (input: GestureInput) => {
      const { state, effects } = stepGesture(gesture.current, input);
      gesture.current = state;
      if (view) for (const effect of effects) applyEffect(view, effect);
      if (canvas.current) canvas.current.style.cursor = state.activity.kind === "panning" ? "grabbing" : state.isHand ? "grab" : "default";
    },
    [view, applyEffect],
  );

  useEffect(() => {
    if (!surface.current || !canvas.current) return;
    return listenToPointers(surface.current, canvas.current, feed);
  }, [feed]);

  const { isHand = false } = props;
  useEffect(() => feed({ kind: "hand", isHeld: isHand }), [feed, isHand]);

  // The mirrored element of a new place may only exist after this render; moving DOM focus to it then also moves the camera.
  useEffect(() => {
    if (!view || !focus) return;
    setNear((held) => (held.some((item) => item.id === focus.itemId) ? held : nearItems(view, focus)));
    if (isByKeyboard) view.reveal(focus);
  }, [view, focus, isByKeyboard]);
  useEffect(() => {
    if (near.length > 0 && takesDomFocus.current && tree.current) focusMirrored(tree.current, focus);
  }, [near, focus]);

  // Settling replaces the list only when the view rests; changed items must not be mirrored in their old state until then.
  const mirrored = view ? near.flatMap((item) => view.index.item(item.id) ?? []) : [];

  useImperativeHandle(
    props.ref,
    () => ({
      fit: (itemIds) => view?.fit(itemIds),
      reveal: (target) => view?.reveal(target),
      zoomBy: (factor) => view?.moveTo(view.control.zoomed(factor), "flying"),
      moveTo: (camera) => view?.moveTo(camera, "flying"),
      camera: () => view?.camera ?? { x: 0, y: 0, zoom: 1 },
      focus: () => {
        takesDomFocus.current = true;
        if (tree.current) focusMirrored(tree.current, latest.current.focus);
      },
      screenRect: (target) => view?.screenRect(target),
      pendingPictures: () => view?.pendingPictures ?? 0,
    }),
    [view],
  );

  const moveBy = (event: KeyboardEvent, shown: SurfaceView): boolean => {
    const direction = arrows[event.key];
    const step = steps[event.key];
    if (!direction && !step) return false;
    const place = standingPlace(shown.index, focus);
    const next = direction && place ? neighbourOf(shown.index, place, direction) : stepFrom(shown.index, place, step ?? "first");
    if (!next) return true;
    placeFocus(next);
    const keepsSelection = event.ctrlKey || event.metaKey;
    if (!keepsSelection) props.onSelect?.({ targets: [next], mode: event.shiftKey ? "extend" : "replace", by: "keyboard" });
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    setIsByKeyboard(true);
    if (event.key === " ") {
      // The page would scroll.
      event.preventDefault();
      if (event.repeat) return;
      hasHandDragged.current = false;
      return feed({ kind: "hand", isHeld: true });
    }
    props.onKey?.(event, focus);
    if (event.defaultPrevented || !view) return;
    const isMenuKey = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
    if (moveBy(event, view)) event.preventDefault();
    else if (event.key === "Enter" && focus) props.onActivate?.(focus);
    else if (event.key === "Escape") feed({ kind: "cancel" });
    else if (isMenuKey && focus) {
      event.preventDefault();
      props.onContextMenu?.(focus, menuPlace(surface.current, view.screenRect(focus)));
    }
  };

  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== " ") return;
    feed({ kind: "hand", isHeld: isHand });
    if (!hasHandDragged.current) props.onKey?.(event, focus);
  };

  const onContextMenu = (event: MouseEvent) => {
    feed({ kind: "cancel" });
    if (!props.onContextMenu || !view || !surface.current) return;
    event.preventDefault();
    const bounds = surface.current.getBoundingClientRect();
    const target = view.targetAt({ x: event.clientX - bounds.left, y: event.clientY - bounds.top });
    if (target) placeFocus(target);
    props.onContextMenu(target, { x: event.clientX, y: event.clientY });
  };

  const { renderOverlay, overlayItemIds = [] } = props;
  const overlayIds = new Set([...(focus ? [focus.itemId] : []), ...overlayItemIds]);
  return (
    <div ref={surface} style={{ position: "relative", width: "100%", height: "100%", overflow: "hidden", touchAction: "none" }}>
      <canvas
        ref={canvas}
        aria-hidden
        onContextMenu={onContextMenu}
        style={{ position: "absolute", inset: 0, width: "100%", height: "100%", display: "block", userSelect: "none" }}
      />
      {view && (
        <>
          <Mirror
            ref={tree}
            view={view}
            label={props.label}
            items={mirrored}
            focus={focus}
            selection={selection}
            onTargetFocus={(target, isRinged) => {
              takesDomFocus.current = true;
              if (isRinged) setIsByKeyboard(true);
              placeFocus(target);
            }}
            onBlur={(event) => {
              if (event.currentTarget.contains(event.relatedTarget)) return;
              takesDomFocus.current = false;
              setIsByKeyboard(false);
            }}
            onKeyDown={onKeyDown}
            onKeyUp={onKeyUp}
          />
          {renderOverlay &&
            [...overlayIds].map((id) => {
              const item = view.index.item(id);
              return item && <Overlay key={id} view={view} item={item} onFrame={frames.subscribe} render={renderOverlay} />;
            })}
          {props.hasMinimap && <Minimap view={view} onFrame={frames.subscribe} />}
        </>
      )}
    </div>
  );
}

/** The same object as long as it names the same place: owners often make a new one each render. */
function useStableTarget(target: SurfaceTarget | null): SurfaceTarget | null {
  const itemId = target?.itemId ?? null;
  const pictureId = target?.pictureId ?? null;
  return useMemo(() => (itemId === null ? null : { itemId, pictureId }), [itemId, pictureId]);
}

/** Focuses the place's element, or where Tab would land while there is no place. */
function focusMirrored(tree: HTMLElement, place: SurfaceTarget | null): void {
  const element = (place && mirroredElement(tree, place)) ?? tree.querySelector<HTMLElement>('[tabindex="0"]');
  if (element !== document.activeElement) element?.focus({ preventScroll: true });
}

function menuPlace(surface: HTMLElement | null, rect: Rect | undefined): Point {
  const bounds = surface?.getBoundingClientRect();
  return { x: (bounds?.left ?? 0) + (rect ? rect.x + rect.w / 2 : 0), y: (bounds?.top ?? 0) + (rect ? rect.y + rect.h / 2 : 0) };
}
