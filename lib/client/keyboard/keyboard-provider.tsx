"use client";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Chord } from "./chord";
import { createKeyDispatcher, type KeyDispatcher } from "./dispatcher";
import { createKeyMap, type KeyMap, type KeyStorage } from "./key-map";
import { keyPressOf } from "./key-press";
import { type ActionId, KEY_TABLE, type Scope } from "./table";

type Keyboard = { readonly keys: KeyMap; readonly dispatcher: KeyDispatcher };

const Context = createContext<Keyboard | null>(null);

const STORED_AS = "selects-keys";

/** localStorage, which a browser may refuse; then the changes last as long as the page. */
const browserStorage: KeyStorage = {
  read() {
    try {
      return typeof localStorage === "undefined" ? null : localStorage.getItem(STORED_AS);
    } catch {
      return null;
    }
  },
  write(text) {
    try {
      localStorage.setItem(STORED_AS, text);
    } catch {
      // Private windows and full disks: the keys still work, they are only not remembered.
    }
  },
};

/** Hears the keyboard for everything below it. Mounted once, around the signed-in pages. */
export function KeyboardProvider({ children }: { children: ReactNode }) {
  const [keyboard] = useState((): Keyboard => {
    const keys = createKeyMap(KEY_TABLE, browserStorage);
    return { keys, dispatcher: createKeyDispatcher(keys) };
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const press = keyPressOf(event);
      if (press && keyboard.dispatcher.press(press)) event.preventDefault();
    };
    // On the window, after every component has had the event: what they take is theirs.
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [keyboard]);

  return <Context value={keyboard}>{children}</Context>;
}

/** The keyboard's two halves: what keys mean, and who listens. Throws outside {@link KeyboardProvider}. */
export function useKeyboard(): Keyboard {
  const keyboard = useContext(Context);
  if (!keyboard) throw new Error("useKeyboard() is used outside <KeyboardProvider>.");
  return keyboard;
}

/** The chord of an action as this person has it, for tooltips and menus. */
export function useChord(id: ActionId): Chord | undefined {
  const { keys } = useKeyboard();
  useSyncExternalStore(keys.subscribe, keys.version, () => 0);
  return keys.chordOf(id);
}

const NO_SCOPES: readonly Scope[] = [];

/** The scopes that listen now. */
export function useActiveScopes(): readonly Scope[] {
  const { dispatcher } = useKeyboard();
  return useSyncExternalStore(dispatcher.subscribe, dispatcher.scopes, () => NO_SCOPES);
}
