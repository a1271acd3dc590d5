"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useStore } from "zustand";
import { type Command, type CommandSearch, createPaletteStore, type PaletteState, type PaletteStore } from "./palette-store";

const Context = createContext<PaletteStore | null>(null);

export function PaletteProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createPaletteStore);
  return <Context value={store}>{children}</Context>;
}

/** Part of the palette's state. Throws outside {@link PaletteProvider}. */
export function usePalette<Part>(select: (state: PaletteState) => Part): Part {
  return useStore(usePaletteStore(), select);
}

/** Puts commands into the palette while the caller is mounted. Keep the list the same between renders (useMemo). */
export function useCommands(commands: readonly Command[]): void {
  const store = usePaletteStore();
  useEffect(() => store.getState().registerCommands(commands), [store, commands]);
}

/** Lets the palette find objects: `registerSearch` for components. Keep the function the same between renders. */
export function useCommandSearch(search: CommandSearch): void {
  const store = usePaletteStore();
  useEffect(() => store.getState().registerSearch(search), [store, search]);
}

function usePaletteStore(): PaletteStore {
  const store = useContext(Context);
  if (!store) throw new Error("The command palette is used outside <PaletteProvider>.");
  return store;
}
