"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useStore } from "zustand";
import { createDesk, type Desk, type DeskKeepers, type DeskStore } from "./desk";
import type { Draft } from "./draft";
import { draftKeeper } from "./draft-keeper";
import { browserKeeper } from "./keeper";

const Context = createContext<DeskStore | null>(null);

/** Gives the surfaces of one board its desk. A new `boardId` needs a new mount (`key`). */
export function DeskProvider({ boardId, first, children }: { boardId: string; first: Draft; children: ReactNode }) {
  const [desk] = useState(() => createDesk(first, keepersOf(boardId)));
  return <Context value={desk}>{children}</Context>;
}

function keepersOf(boardId: string): DeskKeepers {
  return {
    draft: draftKeeper(boardId),
    look: browserKeeper(() => localStorage, `selects.look.${boardId}`),
    visit: browserKeeper(() => sessionStorage, `selects.look.${boardId}`),
  };
}

export function useDeskStore(): DeskStore {
  const desk = useContext(Context);
  if (!desk) throw new Error("The desk is used outside <DeskProvider>.");
  return desk;
}

export function useDesk<Part>(part: (desk: Desk) => Part): Part {
  return useStore(useDeskStore(), part);
}
