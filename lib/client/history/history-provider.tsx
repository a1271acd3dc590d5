"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { createHistory, type History } from "./history";

/** What came of an act, in words; `id` replaces what was said under it before. */
export interface Said {
  readonly tone: "plain" | "ok" | "bad";
  readonly text: string;
  readonly detail?: string;
  readonly action?: { label: string; run: () => void };
  readonly id?: string;
}

export interface Undoing {
  readonly history: History;
  /** Tells the person, wherever they are. */
  readonly say: (said: Said) => void;
}

const Context = createContext<Undoing | null>(null);

const addressNow = () => (typeof location === "undefined" ? "" : location.pathname + location.search);

/** Undo and redo of everything a person does from when the studio is opened until it is left. Mounted once, around the signed-in pages. */
export function HistoryProvider({ say, children }: { say: Undoing["say"]; children: ReactNode }) {
  const [undoing] = useState((): Undoing => ({ history: createHistory(addressNow), say }));
  return <Context value={undoing}>{children}</Context>;
}

/** Throws outside {@link HistoryProvider}. */
export function useUndoing(): Undoing {
  const undoing = useContext(Context);
  if (!undoing) throw new Error("useUndoing() is used outside <HistoryProvider>.");
  return undoing;
}

export const useHistory = (): History => useUndoing().history;
