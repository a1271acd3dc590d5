"use client";
import { useEffect, useLayoutEffect, useRef } from "react";
import type { KeyHandler, KeyHandlers } from "./dispatcher";
import { useKeyboard } from "./keyboard-provider";
import { type ActionOf, KEY_TABLE, type Scope } from "./table";

export type UseKeysOptions = {
  /** False while the surface does not listen, e.g. while it loads. */
  readonly enabled?: boolean;
  /** The surface lies inside a dialog and listens there. */
  readonly inOverlay?: boolean;
};

/**
 * Lets a mounted surface answer the keys of a scope: `useKeys("pictures", { pick: () => flag("pick"), reject })`. Handlers may be new with every
 * render; the latest are called. An action without a handler passes to the scopes below.
 */
export function useKeys<S extends Scope>(
  scope: S,
  handlers: KeyHandlers<S>,
  { enabled = true, inOverlay = false }: UseKeysOptions = {},
): void {
  const { dispatcher } = useKeyboard();
  const latest = useRef(handlers);
  // With the picture on screen, not some time after it: a key pressed at what is seen must not be answered by what was.
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    if (!enabled) return;
    const forwarded: { [Id in ActionOf<S>]?: KeyHandler } = {};
    for (const action of KEY_TABLE) {
      if (isOf(scope, action)) forwarded[action.id] = () => call(latest.current[action.id]);
    }
    return dispatcher.enter(scope, forwarded, { inOverlay });
  }, [dispatcher, scope, enabled, inOverlay]);
}

function call(handler: KeyHandler | undefined): ReturnType<KeyHandler> {
  return handler ? handler() : false;
}

function isOf<S extends Scope>(scope: S, action: { id: string; scope: Scope }): action is { id: ActionOf<S>; scope: S } {
  return action.scope === scope;
}
