import type { RefObject } from "react";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { mirroredElement } from "./mirror";
import { nearItems } from "./near-items";
import type { SurfaceItem, SurfaceTarget } from "./scene";
import { isSameTarget } from "./scene";
import type { FrameSubscription } from "./subscription";
import type { SurfaceView } from "./surface-view";

/** The keyboard's place on a surface, and the DOM focus that goes with it. Its functions stay the same between renders. */
export type Place = {
  readonly focus: SurfaceTarget | null;
  /** The items the mirror holds now. */
  readonly mirrored: readonly SurfaceItem[];
  moveTo(target: SurfaceTarget): void;
  /** Keys show the ring and let the view follow; the pointer does neither. */
  setByKeyboard(isByKeyboard: boolean): void;
  /** DOM focus came to a target: the place goes there. True when it leaves a place and no move of ours brought it: a screen reader did. */
  hearFocus(target: SurfaceTarget): boolean;
  /** DOM focus left the mirror: while it is there it goes where the place goes. */
  hearBlur(): void;
  /** Puts DOM focus on a target, or on the present place. */
  takeDomFocus(target?: SurfaceTarget): void;
};

/**
 * @param given the owner's place, or undefined to keep it here
 * @param onFocus hears every move
 */
export function usePlace(
  tree: RefObject<HTMLElement | null>,
  view: SurfaceView | null,
  onSettle: FrameSubscription,
  given: SurfaceTarget | null | undefined,
  onFocus: ((target: SurfaceTarget) => void) | undefined,
): Place {
  const [own, setOwn] = useState<SurfaceTarget | null>(null);
  const focus = useStableTarget(given === undefined ? own : given);
  const [near, setNear] = useState<readonly SurfaceItem[]>([]);
  const [isByKeyboard, setByKeyboard] = useState(false);
  const hasDomFocus = useRef(false);
  const isLeading = useRef(false);
  const latest = useRef({ focus, onFocus });
  useLayoutEffect(() => {
    latest.current = { focus, onFocus };
  });

  useEffect(() => (view ? onSettle(() => setNear(nearItems(view, latest.current.focus))) : undefined), [view, onSettle]);
  useEffect(() => view?.setFocusRing(isByKeyboard ? focus : null), [view, focus, isByKeyboard]);

  // The mirrored element of a new place may only exist after this render; moving DOM focus to it then also moves the camera.
  useEffect(() => {
    if (!view || !focus) return;
    setNear((held) => (held.some((item) => item.id === focus.itemId) ? held : nearItems(view, focus)));
    if (isByKeyboard) view.reveal(focus);
  }, [view, focus, isByKeyboard]);
  const lead = useCallback(
    (target: SurfaceTarget | null) => {
      isLeading.current = true;
      focusMirrored(tree.current, target, view);
      isLeading.current = false;
    },
    [tree, view],
  );
  useEffect(() => {
    if (near.length > 0 && hasDomFocus.current) lead(focus);
  }, [near, focus, lead]);

  const moveTo = useCallback((target: SurfaceTarget) => {
    if (isSameTarget(latest.current.focus, target)) return;
    latest.current.focus = target;
    setOwn(target);
    latest.current.onFocus?.(target);
  }, []);
  const hearFocus = useCallback(
    (target: SurfaceTarget) => {
      hasDomFocus.current = true;
      const before = latest.current.focus;
      const isElsewhere = before !== null && !isSameTarget(before, target);
      moveTo(target);
      return isElsewhere && !isLeading.current;
    },
    [moveTo],
  );
  const hearBlur = useCallback(() => {
    hasDomFocus.current = false;
    setByKeyboard(false);
  }, []);
  const takeDomFocus = useCallback(
    (target?: SurfaceTarget) => {
      hasDomFocus.current = true;
      lead(target ?? latest.current.focus);
    },
    [lead],
  );

  // Settling replaces the list only when the view rests; changed items must not be mirrored in their old state until then.
  const mirrored = view ? near.flatMap((item) => view.index.item(item.id) ?? []) : [];
  return { focus, mirrored, moveTo, setByKeyboard, hearFocus, hearBlur, takeDomFocus };
}

/** The same object as long as it names the same place: owners often make a new one each render. */
function useStableTarget(target: SurfaceTarget | null): SurfaceTarget | null {
  const itemId = target?.itemId ?? null;
  const pictureId = target?.pictureId ?? null;
  return useMemo(() => (itemId === null ? null : { itemId, pictureId }), [itemId, pictureId]);
}

/**
 * Focuses the place's element, or its item's, or where Tab would land while the place is nowhere. What is not mirrored yet is
 * focused when it is: the focus of anything else would move the place.
 */
function focusMirrored(tree: HTMLElement | null, place: SurfaceTarget | null, view: SurfaceView | null): void {
  if (!tree) return;
  const isSomewhere = place !== null && view?.index.item(place.itemId) !== undefined;
  const element = isSomewhere
    ? (mirroredElement(tree, place) ?? mirroredElement(tree, { itemId: place.itemId, pictureId: null }))
    : tree.querySelector<HTMLElement>('[tabindex="0"]');
  if (element !== document.activeElement) element?.focus({ preventScroll: true });
}
