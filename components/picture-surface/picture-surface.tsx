"use client";

import type { KeyboardEvent, MouseEvent, PointerEvent } from "react";
import { useImperativeHandle, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { fitCamera, toWorld } from "./camera";
import type { Point, Rect } from "./geometry";
import type { SelectMode } from "./gestures";
import { Marks } from "./marks";
import { Minimap } from "./minimap";
import { Mirror } from "./mirror";
import { Overlay } from "./overlay";
import type { SurfaceTarget } from "./scene";
import { FrameListeners } from "./subscription";
import { keyAct } from "./surface-keys";
import type { PictureSurfaceProps, SurfaceSelect } from "./surface-props";
import { useGestures } from "./use-gestures";
import { usePlace } from "./use-place";
import { useSurfaceView } from "./use-surface-view";

const NOTHING: ReadonlySet<string> = new Set();
/** As close as anybody may look. */
const MOST_FOLLOWED_ZOOM = 8;

/** Thousands of pictures on one canvas, with edges, words and marks; reachable by pointer, touch, keyboard and screen reader. */
export function PictureSurface(props: PictureSurfaceProps) {
  const { scene, opening, selection = NOTHING, isHand = false, renderOverlay, overlayItemIds = [], marks = [] } = props;
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const [frames] = useState(() => new FrameListeners());
  const [settles] = useState(() => new FrameListeners());
  const view = useSurfaceView(
    { surface, canvas },
    { scene, selection, opening, bundle: props.bundle },
    { frames, settles, onCamera: props.onCamera, onPainted: props.onPainted },
  );
  const place = usePlace(tree, view, settles.subscribe, props.focus, props.onFocus);
  const { focus } = place;

  const gestures = useGestures({ surface, canvas }, view, isHand, {
    onActivate: (target) => props.onActivate?.(target),
    onSelect: (targets: readonly SurfaceTarget[], mode: SelectMode, by: SurfaceSelect["by"]) => {
      const [first] = targets;
      if (first) place.moveTo(first);
      place.setByKeyboard(false);
      place.takeDomFocus(first);
      props.onSelect?.({ targets, mode, by });
    },
  });

  useImperativeHandle(
    props.ref,
    () => ({
      fit: (itemIds) => view?.fit(itemIds),
      showAll: () => view?.showAll(),
      reveal: (target) => view?.reveal(target),
      zoomBy: (factor) => view?.moveTo(view.control.zoomed(factor), "flying"),
      moveTo: (camera) => view?.moveTo(camera, "flying"),
      camera: () => view?.camera ?? { x: 0, y: 0, zoom: 1 },
      showWorld: (world) => view?.moveTo(fitCamera(world, view.control.viewport, 0, MOST_FOLLOWED_ZOOM), "flying"),
      visibleWorld: () => view?.visibleWorld() ?? { x: 0, y: 0, w: 0, h: 0 },
      focus: () => place.takeDomFocus(),
      hasFocus: () => tree.current?.contains(document.activeElement) ?? false,
      screenRect: (target) => view?.screenRect(target),
      pendingPictures: () => view?.pendingPictures ?? 0,
    }),
    [view, place.takeDomFocus],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    place.setByKeyboard(true);
    if (event.key === " ") {
      // The page would scroll.
      event.preventDefault();
      if (event.repeat) return;
      gestures.hasPanned();
      return gestures.feed({ kind: "hand", isHeld: true });
    }
    props.onKey?.(event, focus);
    const act = event.defaultPrevented || !view ? null : keyAct(view.index, focus, event);
    if (!act || !view) return;
    if (act.kind !== "activate" && act.kind !== "cancel") event.preventDefault();
    switch (act.kind) {
      case "go": {
        place.moveTo(act.to);
        const keepsSelection = event.ctrlKey || event.metaKey;
        if (!keepsSelection) props.onSelect?.({ targets: [act.to], mode: event.shiftKey ? "extend" : "replace", by: "keyboard" });
        return;
      }
      case "fold":
        return props.onFold?.(act.itemId, act.isFolded);
      case "activate":
        return focus ? props.onActivate?.(focus) : undefined;
      case "menu":
        return focus ? props.onContextMenu?.(focus, menuPlace(surface.current, view.screenRect(focus))) : undefined;
      case "cancel":
        return gestures.feed({ kind: "cancel" });
      case "stay":
        return;
      default:
        act satisfies never;
    }
  };

  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== " ") return;
    gestures.feed({ kind: "hand", isHeld: isHand });
    if (!gestures.hasPanned()) props.onKey?.(event, focus);
  };

  const onContextMenu = (event: MouseEvent) => {
    gestures.feed({ kind: "cancel" });
    if (!props.onContextMenu || !view || !surface.current) return;
    event.preventDefault();
    const bounds = surface.current.getBoundingClientRect();
    const target = view.targetAt({ x: event.clientX - bounds.left, y: event.clientY - bounds.top });
    if (target) place.moveTo(target);
    props.onContextMenu(target, { x: event.clientX, y: event.clientY });
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!props.onPoint || !view) return;
    const bounds = event.currentTarget.getBoundingClientRect();
    props.onPoint(toWorld(view.camera, { x: event.clientX - bounds.left, y: event.clientY - bounds.top }));
  };

  const overlayIds = new Set([...(focus ? [focus.itemId] : []), ...overlayItemIds]);
  return (
    <div
      ref={surface}
      onPointerMove={onPointerMove}
      onPointerLeave={() => props.onPoint?.(null)}
      style={{ position: "relative", width: "100%", height: "100%", overflow: "hidden", touchAction: "none" }}
    >
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
            items={place.mirrored}
            focus={focus}
            selection={selection}
            onTargetFocus={(target, isRinged) => {
              if (isRinged) place.setByKeyboard(true);
              // Whoever goes there with a screen reader means this one from now on.
              if (place.hearFocus(target)) props.onSelect?.({ targets: [target], mode: "replace", by: "keyboard" });
            }}
            onBlur={(event) => {
              if (!event.currentTarget.contains(event.relatedTarget)) place.hearBlur();
            }}
            onKeyDown={onKeyDown}
            onKeyUp={onKeyUp}
          />
          {renderOverlay &&
            scene.items
              .filter(({ id }) => overlayIds.has(id))
              .map((item) => <Overlay key={item.id} view={view} item={item} onFrame={frames.subscribe} render={renderOverlay} />)}
          <Marks view={view} marks={marks} onFrame={frames.subscribe} />
          {props.minimapIn && createPortal(<Minimap view={view} onFrame={frames.subscribe} />, props.minimapIn)}
        </>
      )}
    </div>
  );
}

function menuPlace(surface: HTMLElement | null, rect: Rect | undefined): Point {
  const bounds = surface?.getBoundingClientRect();
  return { x: (bounds?.left ?? 0) + (rect ? rect.x + rect.w / 2 : 0), y: (bounds?.top ?? 0) + (rect ? rect.y + rect.h / 2 : 0) };
}
