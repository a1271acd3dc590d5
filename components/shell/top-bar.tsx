"use client";
import { PanelRightOpen, Search } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Keys } from "@/components/ui/kbd";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { usePalette } from "@/lib/client/palette/palette-provider";
import { AccountMenu } from "./account-menu";
import { Breadcrumb, type Crumb } from "./breadcrumb";
import { ConnectionSign } from "./connection-sign";
import { InboxBell } from "./inbox-bell";
import { useShellSlots } from "./shell-context";
import { ThemeToggle } from "./theme-toggle";
import type { InspectorPanel } from "./use-inspector";

export type { Crumb };

export type TopBarProps = { crumbs: readonly Crumb[]; budget: ReactNode; actions: ReactNode; inspector: InspectorPanel | null };

/** Where one is, what is left to spend, what is running, and the way to everything else. */
export function TopBar({ crumbs, budget, actions, inspector }: TopBarProps) {
  const { runTray } = useShellSlots();
  const inspectorKeys = useChord("inspector");
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line bg-surface px-2">
      <Breadcrumb crumbs={crumbs} />
      {/* On a phone the page's acts give way to its name and scroll sideways; what stands right of them keeps its place. */}
      {actions ? (
        <div className="flex shrink-0 items-center gap-1.5 max-sm:min-w-0 max-sm:shrink max-sm:overflow-x-auto max-sm:[scrollbar-width:none]">
          {actions}
        </div>
      ) : null}
      <div className="flex shrink-0 items-center gap-1.5">
        <ConnectionSign />
        {budget ? <div className="hidden items-center px-1 text-xs text-muted md:flex">{budget}</div> : null}
        {runTray}
        <InboxBell />
        <PaletteButton />
        <ThemeToggle />
        {inspector && !inspector.isOpen ? (
          <IconButton
            label="Show the inspector"
            keys={inspectorKeys}
            icon={<PanelRightOpen size={15} aria-hidden />}
            onClick={() => inspector.setOpen(true)}
          />
        ) : null}
        <AccountMenu />
      </div>
    </header>
  );
}

function PaletteButton() {
  const keys = useChord("palette");
  const setOpen = usePalette((palette) => palette.setOpen);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="hidden h-7 w-44 items-center gap-2 rounded-md border border-line bg-inset pr-1.5 pl-2 text-xs text-faint transition-colors
          duration-100 hover:border-line-strong hover:text-muted lg:flex"
      >
        <Search size={13} aria-hidden />
        <span className="flex-1 text-left">Find or do</span>
        {keys ? <Keys chord={keys} /> : null}
      </button>
      <span className="flex lg:hidden">
        <IconButton label="Find or do" keys={keys} icon={<Search size={15} aria-hidden />} onClick={() => setOpen(true)} />
      </span>
    </>
  );
}
