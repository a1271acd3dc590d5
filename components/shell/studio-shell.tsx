"use client";
import { usePathname } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { hush } from "@/components/ui/announce";
import { onDemand } from "@/components/ui/on-demand";
import { KeyboardProvider } from "@/lib/client/keyboard/keyboard-provider";
import { PaletteProvider, usePalette } from "@/lib/client/palette/palette-provider";
import { Rail } from "./rail";
import { type Account, ShellSlotsProvider } from "./shell-context";
import { StudioCommands } from "./studio-commands";

const CommandPalette = onDemand(() => import("./command-palette").then((file) => file.CommandPalette));
const KeysDialog = onDemand(() => import("./keys-dialog").then((file) => file.KeysDialog));

export type StudioShellProps = {
  account: Account;
  /** Stands in every top bar: what is queued and processing. */
  runTray?: ReactNode;
  /** How many cards wait for this person. */
  reviewCount?: number;
  /** Pages, each framed by a StudioPage. */
  children: ReactNode;
};

/** What surrounds every signed-in page: the rail, the keyboard, the palette, the key table. */
export function StudioShell({ account, runTray = null, reviewCount = 0, children }: StudioShellProps) {
  const [areKeysShown, setKeysShown] = useState(false);
  const slots = useMemo(() => ({ account, runTray }), [account, runTray]);
  const showKeys = useCallback(() => setKeysShown(true), []);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the occasion
  useEffect(() => hush(), [path]);
  return (
    <KeyboardProvider>
      <PaletteProvider>
        <ShellSlotsProvider value={slots}>
          <a
            href="#content"
            className="sr-only z-70 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
          >
            Skip to the content
          </a>
          {/* Before the pages, so that their keys are asked first. */}
          <StudioCommands onShowKeys={showKeys} />
          <div className="flex h-dvh flex-col overflow-hidden sm:flex-row">
            <Rail reviewCount={reviewCount} />
            <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
          </div>
          <PaletteOnDemand />
          <KeysDialog open={areKeysShown} onOpenChange={setKeysShown} />
        </ShellSlotsProvider>
      </PaletteProvider>
    </KeyboardProvider>
  );
}

function PaletteOnDemand() {
  const isOpen = usePalette((palette) => palette.isOpen);
  const setOpen = usePalette((palette) => palette.setOpen);
  return <CommandPalette open={isOpen} onOpenChange={setOpen} />;
}
