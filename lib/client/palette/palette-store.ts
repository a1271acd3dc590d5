import type { ReactNode } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import { keptPlace } from "../keyboard/kept-place";

/** One line of the command palette: something to go to or to do. */
export type Command = {
  /** Unique in the palette, and the same from one mount to the next. */
  readonly id: string;
  readonly title: string;
  /** The heading it stands under: "Go to", "Board", "Look". */
  readonly group: string;
  /** A second, fainter phrase: where it is, what it costs. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  /** The chord that does the same. */
  readonly keys?: string | undefined;
  /** Other words somebody might type for it. */
  readonly keywords?: readonly string[];
  /** Why it cannot be done now; it is then shown, but does nothing. */
  readonly disabledReason?: string | null | undefined;
  readonly run: () => void;
};

/** Finds objects by what was typed. The signal aborts when somebody types on. */
export type CommandSearch = (query: string, signal: AbortSignal) => Promise<readonly Command[]>;

export type PaletteState = {
  readonly isOpen: boolean;
  /** Commands by who registered them, in order of registration. */
  readonly commands: ReadonlyMap<symbol, readonly Command[]>;
  readonly searches: ReadonlyMap<symbol, CommandSearch>;
  /** Where the keyboard was when it opened, or what is nearest to that now. */
  readonly cameFrom: () => HTMLElement | null;
  setOpen(isOpen: boolean): void;
  /** Adds a source's commands while it is mounted. Returns how to take them away. */
  registerCommands(commands: readonly Command[]): () => void;
  registerSearch(search: CommandSearch): () => void;
};

export type PaletteStore = StoreApi<PaletteState>;

/** One palette for one mount of the studio. */
export function createPaletteStore(): PaletteStore {
  return createStore<PaletteState>((set) => ({
    isOpen: false,
    commands: new Map(),
    searches: new Map(),
    cameFrom: () => null,
    setOpen: (isOpen) => set(isOpen ? { isOpen, cameFrom: keptPlace() } : { isOpen }),
    registerCommands(commands) {
      const source = Symbol("commands");
      set((state) => ({ commands: new Map(state.commands).set(source, commands) }));
      return () => set((state) => ({ commands: without(state.commands, source) }));
    },
    registerSearch(search) {
      const source = Symbol("search");
      set((state) => ({ searches: new Map(state.searches).set(source, search) }));
      return () => set((state) => ({ searches: without(state.searches, source) }));
    },
  }));
}

function without<Value>(map: ReadonlyMap<symbol, Value>, key: symbol): ReadonlyMap<symbol, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
