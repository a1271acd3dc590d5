import type { Chord } from "./chord";
import type { KeyMap } from "./key-map";
import type { ActionOf, KeyAction, Scope } from "./table";

/** A press as the page saw it. */
export type KeyPress = {
  /** What it may stand for, the likeliest first. */
  readonly chords: readonly Chord[];
  /** The key is held down and goes on. */
  readonly isRepeat: boolean;
  /** Who else has a claim on it: a text being written, or a control that Space, Enter and arrows belong to. */
  readonly focus: "free" | "text" | "control";
  /** It happened inside a dialog or menu, which what lies behind must not hear. */
  readonly isInOverlay: boolean;
};

/** Returning false passes the key on to the scope below, and to the browser. */
export type KeyHandler = () => unknown;
export type KeyHandlers<S extends Scope> = { readonly [Id in ActionOf<S>]?: KeyHandler | undefined };

export type KeyDispatcher = {
  /** Makes a scope listen; the one entered last is asked first. Returns how to leave it. */
  enter<S extends Scope>(scope: S, handlers: KeyHandlers<S>, options?: { readonly inOverlay?: boolean }): () => void;
  /** Runs the action a press stands for. True when it was taken, so that the browser must not act on it too. */
  press(press: KeyPress): boolean;
  /** The scopes that listen now, each once, the one asked first at the head. A new array only when they change. */
  scopes(): readonly Scope[];
  subscribe(listener: () => void): () => void;
};

type Layer = { readonly scope: Scope; readonly handlers: Readonly<Record<string, KeyHandler | undefined>>; readonly inOverlay: boolean };

const OF_CONTROLS = /^(shift\+)?(space|enter|arrow(left|right|up|down)|home|end|pageup|pagedown)$/;

/** Decides what a key does now. Knows no page: presses come in as values, acts go out as handlers. */
export function createKeyDispatcher(keys: KeyMap): KeyDispatcher {
  const listeners = new Set<() => void>();
  let layers: readonly Layer[] = [];
  let scopes: readonly Scope[] = [];

  const change = (next: readonly Layer[]) => {
    layers = next;
    const listening = [...new Set(layers.map((layer) => layer.scope))];
    if (listening.join() === scopes.join()) return;
    scopes = listening;
    for (const listener of listeners) listener();
  };

  return {
    enter(scope, handlers, options) {
      const layer: Layer = { scope, handlers, inOverlay: options?.inOverlay ?? false };
      change([layer, ...layers]);
      return () => change(layers.filter((other) => other !== layer));
    },
    press(press) {
      for (const layer of layers) {
        if (press.isInOverlay && !layer.inOverlay) continue;
        for (const action of keys.table) {
          if (action.scope !== layer.scope || !listensTo(action, press)) continue;
          const handler = layer.handlers[action.id];
          if (!handler || !press.chords.some((chord) => keys.chordsOf(action.id).includes(chord) && !isTheControls(chord, press))) continue;
          if (handler() !== false) return true;
        }
      }
      return false;
    },
    scopes: () => scopes,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function listensTo(action: KeyAction, press: KeyPress): boolean {
  if (press.focus === "text" && !action.whileTyping) return false;
  return !press.isRepeat || action.kind === "navigation";
}

function isTheControls(chord: Chord, press: KeyPress): boolean {
  return press.focus === "control" && OF_CONTROLS.test(chord);
}
