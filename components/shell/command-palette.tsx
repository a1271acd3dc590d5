"use client";
import { Dialog } from "@base-ui/react/dialog";
import { Command as Cmdk } from "cmdk";
import { Search } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { Keys } from "@/components/ui/kbd";
import { Spinner } from "@/components/ui/spinner";
import { usePalette } from "@/lib/client/palette/palette-provider";
import type { Command } from "@/lib/client/palette/palette-store";
import { rankCommands } from "./rank-commands";
import { useFoundCommands } from "./use-found-commands";

/** Reaches every act and every object from the keyboard. */
export function CommandPalette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const popup = useRef<HTMLDivElement>(null);
  const cameFrom = usePalette((palette) => palette.cameFrom);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          ref={popup}
          finalFocus={() => {
            const now = document.activeElement;
            // What was done may have taken the keyboard elsewhere already, and then it stays there.
            return now === null || now === document.body || popup.current?.contains(now) ? cameFrom() : false;
          }}
          className="fixed top-[14vh] left-1/2 z-40 w-[min(40rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg bg-raised text-ink
            shadow-float outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <Dialog.Title className="sr-only">Find or do</Dialog.Title>
          <PaletteList onDone={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteList({ onDone }: { onDone: () => void }) {
  const [query, setQuery] = useState("");
  const sources = usePalette((palette) => palette.commands);
  const found = useFoundCommands(query);
  const commands = useMemo(() => [...sources.values()].flat(), [sources]);
  const groups = useMemo(() => rankCommands(commands, found.commands, query), [commands, found.commands, query]);
  const run = (command: Command) => {
    if (command.disabledReason) return;
    onDone();
    command.run();
  };
  return (
    <Cmdk shouldFilter={false} loop label="Find or do">
      <div className="flex h-12 items-center gap-2.5 border-b border-line px-4">
        <span className="text-faint">{found.isSearching ? <Spinner size={16} /> : <Search size={16} aria-hidden />}</span>
        <Cmdk.Input
          autoFocus
          value={query}
          onValueChange={setQuery}
          placeholder="Find anything, do anything"
          className="h-full flex-1 bg-transparent text-lg outline-none"
        />
      </div>
      <Cmdk.List className="max-h-[min(26rem,60vh)] overflow-y-auto overscroll-contain p-1.5">
        {groups.length === 0 ? (
          <p className="px-3 py-8 text-center text-sm text-muted">
            {found.isSearching ? "Looking…" : `Nothing is called “${query.trim()}”.`}
          </p>
        ) : null}
        {groups.map((group) => (
          <Cmdk.Group
            key={group.title}
            heading={group.title}
            className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-2xs
              **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-faint"
          >
            {group.commands.map((command) => (
              <PaletteItem key={command.id} command={command} onSelect={() => run(command)} />
            ))}
          </Cmdk.Group>
        ))}
        {found.isPartial ? <p className="px-2.5 py-2 text-xs text-warn">Not everything could be searched.</p> : null}
      </Cmdk.List>
    </Cmdk>
  );
}

function PaletteItem({ command, onSelect }: { command: Command; onSelect: () => void }) {
  return (
    <Cmdk.Item
      value={command.id}
      onSelect={onSelect}
      aria-disabled={command.disabledReason ? true : undefined}
      className="flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1 text-sm aria-disabled:text-faint aria-selected:bg-hover"
    >
      <span className="flex w-4 shrink-0 justify-center text-muted">{command.icon}</span>
      <span className="min-w-0 truncate">{command.title}</span>
      <span className="min-w-0 flex-1 truncate text-xs text-faint">{command.disabledReason ?? command.detail}</span>
      {command.keys ? <Keys chord={command.keys} /> : null}
    </Cmdk.Item>
  );
}
