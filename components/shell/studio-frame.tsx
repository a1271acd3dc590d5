"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { announce } from "@/components/ui/announce";
import { HistoryProvider } from "@/lib/client/history/history-provider";
import { StudioProviders } from "@/lib/client/providers";
import { studio } from "@/lib/client/query";
import { RunTray } from "./run-tray";
import type { Account } from "./shell-context";
import { StudioShell } from "./studio-shell";
import { useObjectSearch } from "./use-object-search";
import { useRunAnnouncements } from "./use-run-announcements";

const notify = (sentence: string) => announce({ tone: "bad", text: sentence, id: sentence });
const tray = <RunTray />;

/** The studio as the browser runs it: what it knows of the server around what it shows. `since` is where the event stream was when the page was rendered. */
export function StudioFrame({ account, since, children }: { account: Account; since: string; children: ReactNode }) {
  return (
    <StudioProviders notify={notify} since={since}>
      <HistoryProvider say={announce}>
        <LiveShell account={account}>{children}</LiveShell>
      </HistoryProvider>
    </StudioProviders>
  );
}

function LiveShell({ account, children }: { account: Account; children: ReactNode }) {
  const queue = useQuery(studio.card.queue.queryOptions({ input: { view: "mine", limit: 1 } }));
  useRunAnnouncements();
  return (
    <StudioShell account={account} runTray={tray} reviewCount={queue.data?.views.mine ?? 0}>
      <ObjectSearch />
      {children}
    </StudioShell>
  );
}

/** Inside the shell, which holds the palette. Renders nothing. */
function ObjectSearch() {
  useObjectSearch();
  return null;
}
