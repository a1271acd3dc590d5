"use client";
import { createContext, type ReactNode, useContext } from "react";

/** Who is signed in, as the shell shows it. */
export type Account = {
  readonly displayName: string;
  readonly email: string | null;
  readonly role: string;
  readonly workspaceName: string;
};

/** What the studio's layout gives to the frame of every page. */
export type ShellSlots = {
  readonly account: Account;
  /** What is queued and processing; one for the whole studio. */
  readonly runTray: ReactNode;
};

const Context = createContext<ShellSlots | null>(null);

export const ShellSlotsProvider = Context.Provider;

export function useShellSlots(): ShellSlots {
  const slots = useContext(Context);
  if (!slots) throw new Error("<StudioPage> is used outside <StudioShell>.");
  return slots;
}
