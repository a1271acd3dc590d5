"use client";
import type { ReactNode } from "react";
import { announce } from "@/components/ui/announce";
import { StudioProviders } from "@/lib/client/providers";
import type { Account } from "./shell-context";
import { StudioShell } from "./studio-shell";

const notify = (sentence: string) => announce({ tone: "bad", text: sentence, id: sentence });

/** The studio as the browser runs it: what it knows of the server around what it shows. */
export function StudioFrame({ account, children }: { account: Account; children: ReactNode }) {
  return (
    <StudioProviders notify={notify}>
      <StudioShell account={account}>{children}</StudioShell>
    </StudioProviders>
  );
}
