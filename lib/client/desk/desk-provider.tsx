"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useStore } from "zustand";
import { browserKeeper } from "./browser-keeper";
import { createDesk, type Desk, type DeskStore } from "./desk";
import type { Draft } from "./draft";

const Context = createContext<DeskStore | null>(null);

/** Gives the surfaces of one board its desk. A new `boardId` needs a new mount (`key`). */
export function DeskProvider({ boardId, first, children }: { boardId: string; first: Draft; children: ReactNode }) {
  const [desk] = useState(() => createDesk(first, browserKeeper(boardId)));
  return <Context value={desk}>{children}</Context>;
}

export function useDeskStore(): DeskStore {
  const desk = useContext(Context);
  if (!desk) throw new Error("The desk is used outside <DeskProvider>.");
  return desk;
}

export function useDesk<Part>(part: (desk: Desk) => Part): Part {
  return useStore(useDeskStore(), part);
}
