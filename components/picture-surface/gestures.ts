import type { Point, Rect } from "./geometry";
import { rectBetween } from "./geometry";

/** How a choice combines with what is chosen already. */
export type SelectMode = "replace" | "extend" | "toggle";

/** What the hand does. Places are CSS pixels from the surface's top left, times milliseconds of one clock. */
export type GestureInput =
  | {
      readonly kind: "down";
      readonly pointer: number;
      readonly device: "mouse" | "pen" | "touch";
      /** As in the DOM: 0 primary, 1 middle, 2 secondary. */
      readonly button: number;
      readonly at: Point;
      readonly atMs: number;
      readonly mode: SelectMode;
    }
  | { readonly kind: "move"; readonly pointer: number; readonly at: Point }
  | { readonly kind: "up"; readonly pointer: number; readonly at: Point; readonly atMs: number }
  /** The browser took the pointer away, a menu opened, or Escape was pressed. */
  | { readonly kind: "cancel" }
  /** Distances in pixels; `zooms` for ctrl/⌘-wheel and the trackpad pinch that browsers report as one. */
  | { readonly kind: "wheel"; readonly at: Point; readonly dx: number; readonly dy: number; readonly zooms: boolean }
  /** While held, the primary button drags the view. */
  | { readonly kind: "hand"; readonly isHeld: boolean };

/** What it means. */
export type GestureEffect =
  | { readonly kind: "pan"; readonly dx: number; readonly dy: number }
  | { readonly kind: "zoom"; readonly at: Point; readonly factor: number }
  | { readonly kind: "click"; readonly at: Point; readonly mode: SelectMode }
  | { readonly kind: "double-click"; readonly at: Point }
  | { readonly kind: "marquee"; readonly area: Rect }
  | { readonly kind: "marquee-end"; readonly area: Rect; readonly mode: SelectMode }
  | { readonly kind: "marquee-cancel" }
  | { readonly kind: "hover"; readonly at: Point };

type Finger = { readonly pointer: number; readonly at: Point };
type Click = { readonly at: Point; readonly atMs: number };

type Activity =
  | { readonly kind: "idle" }
  | { readonly kind: "pressed"; readonly finger: Finger; readonly mode: SelectMode; readonly pans: boolean }
  | { readonly kind: "panning"; readonly finger: Finger }
  | { readonly kind: "marquee"; readonly from: Point; readonly finger: Finger; readonly mode: SelectMode }
  | { readonly kind: "pinching"; readonly first: Finger; readonly second: Finger };

export type GestureState = { readonly activity: Activity; readonly isHand: boolean; readonly lastClick: Click | null };

export type GestureStep = { readonly state: GestureState; readonly effects: readonly GestureEffect[] };

export const restingGesture: GestureState = { activity: { kind: "idle" }, isHand: false, lastClick: null };

/** A press that strays this far is a drag; fingers tremble more than mice. */
const DRAG_FROM_PX = 4;
const TOUCH_DRAG_FROM_PX = 8;
const DOUBLE_CLICK_MS = 400;
const DOUBLE_CLICK_PX = 6;
/** One mouse-wheel notch (100 px) zooms by about a quarter, a trackpad pinch step by a few percent. */
const ZOOM_PER_PX = 0.0023;
const MAX_WHEEL_PX = 160;

/** One step of the gesture machine: pure, so every path can be tested without a browser. */
export function stepGesture(state: GestureState, input: GestureInput): GestureStep {
  switch (input.kind) {
    case "down":
      return press(state, input);
    case "move":
      return move(state, input);
    case "up":
      return release(state, input);
    case "cancel": {
      const effects: GestureEffect[] = state.activity.kind === "marquee" ? [{ kind: "marquee-cancel" }] : [];
      return { state: { ...state, activity: { kind: "idle" } }, effects };
    }
    case "wheel":
      return { state, effects: [wheelEffect(input)] };
    case "hand":
      return { state: { ...state, isHand: input.isHeld }, effects: [] };
    default:
      return input satisfies never;
  }
}

function press(state: GestureState, input: Extract<GestureInput, { kind: "down" }>): GestureStep {
  const { activity } = state;
  const finger = { pointer: input.pointer, at: input.at };
  if (activity.kind === "pressed" || activity.kind === "panning") {
    const isSecondFinger = input.device === "touch" && activity.finger.pointer !== input.pointer;
    const next: Activity = isSecondFinger ? { kind: "pinching", first: activity.finger, second: finger } : activity;
    return { state: { ...state, activity: next }, effects: [] };
  }
  if (activity.kind !== "idle" || input.button === 2) return { state, effects: [] };
  if (input.button === 1 || state.isHand) return { state: { ...state, activity: { kind: "panning", finger } }, effects: [] };
  const pressed: Activity = { kind: "pressed", finger, mode: input.mode, pans: input.device === "touch" };
  return { state: { ...state, activity: pressed }, effects: [] };
}

function move(state: GestureState, input: Extract<GestureInput, { kind: "move" }>): GestureStep {
  const { activity } = state;
  const finger = { pointer: input.pointer, at: input.at };
  switch (activity.kind) {
    case "idle":
      return { state, effects: [{ kind: "hover", at: input.at }] };
    case "pressed": {
      const threshold = activity.pans ? TOUCH_DRAG_FROM_PX : DRAG_FROM_PX;
      if (activity.finger.pointer !== input.pointer || distance(activity.finger.at, input.at) < threshold) return { state, effects: [] };
      if (activity.pans)
        return { state: { ...state, activity: { kind: "panning", finger } }, effects: [panEffect(activity.finger.at, input.at)] };
      const from = activity.finger.at;
      return {
        state: { ...state, activity: { kind: "marquee", from, finger, mode: activity.mode } },
        effects: [{ kind: "marquee", area: rectBetween(from, input.at) }],
      };
    }
    case "panning":
      if (activity.finger.pointer !== input.pointer) return { state, effects: [] };
      return { state: { ...state, activity: { kind: "panning", finger } }, effects: [panEffect(activity.finger.at, input.at)] };
    case "marquee":
      if (activity.finger.pointer !== input.pointer) return { state, effects: [] };
      return {
        state: { ...state, activity: { ...activity, finger } },
        effects: [{ kind: "marquee", area: rectBetween(activity.from, input.at) }],
      };
    case "pinching":
      return pinch(state, activity, finger);
    default:
      return activity satisfies never;
  }
}

function pinch(state: GestureState, before: Extract<Activity, { kind: "pinching" }>, finger: Finger): GestureStep {
  const after = {
    first: before.first.pointer === finger.pointer ? finger : before.first,
    second: before.second.pointer === finger.pointer ? finger : before.second,
  };
  const middleBefore = middle(before.first.at, before.second.at);
  const middleAfter = middle(after.first.at, after.second.at);
  const factor = Math.max(1, distance(after.first.at, after.second.at)) / Math.max(1, distance(before.first.at, before.second.at));
  return {
    state: { ...state, activity: { kind: "pinching", ...after } },
    effects: [panEffect(middleBefore, middleAfter), { kind: "zoom", at: middleAfter, factor }],
  };
}

function release(state: GestureState, input: Extract<GestureInput, { kind: "up" }>): GestureStep {
  const { activity } = state;
  if (activity.kind === "idle") return { state, effects: [] };
  if (activity.kind === "pinching") {
    const isFirst = activity.first.pointer === input.pointer;
    if (!isFirst && activity.second.pointer !== input.pointer) return { state, effects: [] };
    // The finger that stays goes on panning.
    return { state: { ...state, activity: { kind: "panning", finger: isFirst ? activity.second : activity.first } }, effects: [] };
  }
  if (activity.finger.pointer !== input.pointer) return { state, effects: [] };
  const resting: GestureState = { ...state, activity: { kind: "idle" } };
  switch (activity.kind) {
    case "panning":
      return { state: resting, effects: [] };
    case "marquee":
      return { state: resting, effects: [{ kind: "marquee-end", area: rectBetween(activity.from, input.at), mode: activity.mode }] };
    case "pressed": {
      const last = state.lastClick;
      const isDouble = last !== null && input.atMs - last.atMs <= DOUBLE_CLICK_MS && distance(last.at, input.at) <= DOUBLE_CLICK_PX;
      if (isDouble && activity.mode === "replace") {
        return { state: { ...resting, lastClick: null }, effects: [{ kind: "double-click", at: input.at }] };
      }
      return {
        state: { ...resting, lastClick: { at: input.at, atMs: input.atMs } },
        effects: [{ kind: "click", at: input.at, mode: activity.mode }],
      };
    }
    default:
      return activity satisfies never;
  }
}

function wheelEffect(input: Extract<GestureInput, { kind: "wheel" }>): GestureEffect {
  if (!input.zooms) return { kind: "pan", dx: -input.dx, dy: -input.dy };
  const step = Math.max(-MAX_WHEEL_PX, Math.min(MAX_WHEEL_PX, input.dy));
  return { kind: "zoom", at: input.at, factor: Math.exp(-step * ZOOM_PER_PX) };
}

function panEffect(from: Point, to: Point): GestureEffect {
  return { kind: "pan", dx: to.x - from.x, dy: to.y - from.y };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
