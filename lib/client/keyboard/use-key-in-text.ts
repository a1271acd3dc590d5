"use client";
import { useEffect, useLayoutEffect, useRef } from "react";
import type { KeyHandler } from "./dispatcher";
import { keyPressOf } from "./key-press";
import { useKeyboard } from "./keyboard-provider";
import type { ActionId } from "./table";

/**
 * Hears the keys of an action where a text is being written and the browser would act on them: its own undo knows nothing of words that no
 * hand wrote, and mixes the old ones with the new. A handler that returns false leaves the key to the browser.
 */
export function useKeyInText(id: ActionId, handler: KeyHandler): void {
  const { keys } = useKeyboard();
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const press = keyPressOf(event);
      if (press?.focus !== "text" || press.isInOverlay || !press.chords.some((chord) => keys.chordsOf(id).includes(chord))) return;
      if (latest.current() !== false) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [keys, id]);
}
