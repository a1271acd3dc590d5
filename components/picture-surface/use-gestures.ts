import type { RefObject } from "react";
import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { GestureEffect, GestureInput, SelectMode } from "./gestures";
import { restingGesture, stepGesture } from "./gestures";
import { listenToPointers } from "./pointer-input";
import type { SurfaceTarget } from "./scene";
import type { SurfaceView } from "./surface-view";

/** What a gesture asks of the surface beyond moving the view. */
export type GestureOutcome = {
  readonly onSelect: (targets: readonly SurfaceTarget[], mode: SelectMode, by: "pointer" | "marquee") => void;
  readonly onActivate: (target: SurfaceTarget) => void;
};

export type Gestures = {
  /** Another input of the gesture machine, from the keyboard or a menu. */
  feed(input: GestureInput): void;
  /** Whether the view was dragged since this was asked last. */
  hasPanned(): boolean;
};

/** Lets pointer, touch and wheel work on the surface: each gesture becomes a move of the view, a choice or an act. */
export function useGestures(
  at: { readonly surface: RefObject<HTMLElement | null>; readonly canvas: RefObject<HTMLCanvasElement | null> },
  view: SurfaceView | null,
  isHand: boolean,
  outcome: GestureOutcome,
): Gestures {
  const { surface, canvas } = at;
  const gesture = useRef(restingGesture);
  const panned = useRef(false);
  const latest = useRef(outcome);
  useLayoutEffect(() => {
    latest.current = outcome;
  });

  const feed = useCallback(
    (input: GestureInput) => {
      const { state, effects } = stepGesture(gesture.current, input);
      gesture.current = state;
      for (const effect of effects) {
        if (effect.kind === "pan") panned.current = true;
        if (view) applyEffect(view, effect, latest.current);
      }
      if (canvas.current) canvas.current.style.cursor = state.activity.kind === "panning" ? "grabbing" : state.isHand ? "grab" : "default";
    },
    [view, canvas],
  );
  const hasPanned = useCallback(() => {
    const had = panned.current;
    panned.current = false;
    return had;
  }, []);

  useEffect(() => {
    if (!surface.current || !canvas.current) return;
    return listenToPointers(surface.current, canvas.current, feed);
  }, [surface, canvas, feed]);
  useEffect(() => feed({ kind: "hand", isHeld: isHand }), [feed, isHand]);
  return { feed, hasPanned };
}

function applyEffect(view: SurfaceView, effect: GestureEffect, { onSelect, onActivate }: GestureOutcome) {
  switch (effect.kind) {
    case "pan":
      return view.pan(effect.dx, effect.dy);
    case "zoom":
      return view.zoom(effect.at, effect.factor);
    case "click": {
      const target = view.targetAt(effect.at);
      return onSelect(target ? [target] : [], effect.mode, "pointer");
    }
    case "double-click": {
      const target = view.targetAt(effect.at);
      return target ? onActivate(target) : undefined;
    }
    case "marquee":
      return view.setMarquee(effect.area);
    case "marquee-end":
      view.setMarquee(null);
      return onSelect(view.targetsWithin(effect.area), effect.mode, "marquee");
    case "marquee-cancel":
      return view.setMarquee(null);
    case "hover":
      return;
    default:
      effect satisfies never;
  }
}
