"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { createHistory, type History } from "./history";

const Context = createContext<History | null>(null);

/** Gives a screen its own undo and redo. */
export function HistoryProvider({ children }: { children: ReactNode }) {
  const [history] = useState(createHistory);
  return <Context value={history}>{children}</Context>;
}

export function useHistory(): History {
  const history = useContext(Context);
  if (!history) throw new Error("useHistory() is used outside <HistoryProvider>.");
  return history;
}
