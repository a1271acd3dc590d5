"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { createHistory, type History } from "./history";

const Context = createContext<History | null>(null);

const addressNow = () => (typeof location === "undefined" ? "" : location.pathname + location.search);

/** Undo and redo of everything a person does from when the studio is opened until it is left. Mounted once, around the signed-in pages. */
export function HistoryProvider({ children }: { children: ReactNode }) {
  const [history] = useState(() => createHistory(addressNow));
  return <Context value={history}>{children}</Context>;
}

export function useHistory(): History {
  const history = useContext(Context);
  if (!history) throw new Error("useHistory() is used outside <HistoryProvider>.");
  return history;
}
