"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Archive, ArchiveRestore, Ellipsis, GitFork, MoveRight, Pencil } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";
import type { PatternVersionView, PatternView } from "@/lib/domain/pattern/view";
import { DeprecateDialog } from "./deprecate-dialog";
import { DetailsDialog } from "./details-dialog";
import { ForkDialog } from "./fork-dialog";
import { MoveDialog } from "./move-dialog";

/** What can be done with a pattern beside using it. */
export function PatternMenu({ pattern, version }: { pattern: PatternView; version: PatternVersionView }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState<"details" | "fork" | "move" | "deprecate" | null>(null);
  const notMine = useRefusal("pattern.write");
  const notCurating = notMine ?? (pattern.mayCurate ? null : `Only those who curate the shelf “${pattern.libraryName}” can do this.`);
  const reinstate = useMutation(
    studio.pattern.reinstate.mutationOptions({
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: studio.pattern.key() }),
          queries.invalidateQueries({ queryKey: studio.library.key() }),
        ]),
    }),
  );
  const close = () => setOpen(null);
  return (
    <>
      <Menu trigger={<IconButton label="More about this pattern" icon={<Ellipsis size={16} aria-hidden />} />}>
        <MenuItem icon={<Pencil size={14} aria-hidden />} disabledReason={notCurating} onSelect={() => setOpen("details")}>
          Name, tags and cover…
        </MenuItem>
        <MenuItem icon={<GitFork size={14} aria-hidden />} disabledReason={notMine} onSelect={() => setOpen("fork")}>
          Fork v{version.number}…
        </MenuItem>
        <MenuItem icon={<MoveRight size={14} aria-hidden />} disabledReason={notCurating} onSelect={() => setOpen("move")}>
          Move to another shelf…
        </MenuItem>
        <MenuSeparator />
        {pattern.deprecated ? (
          <MenuItem
            icon={<ArchiveRestore size={14} aria-hidden />}
            disabledReason={notCurating}
            onSelect={() => reinstate.mutate({ patternId: pattern.id })}
          >
            Take the deprecation back
          </MenuItem>
        ) : (
          <MenuItem icon={<Archive size={14} aria-hidden />} disabledReason={notCurating} onSelect={() => setOpen("deprecate")}>
            Deprecate…
          </MenuItem>
        )}
      </Menu>
      {open === "details" ? <DetailsDialog pattern={pattern} onClose={close} /> : null}
      {open === "fork" ? <ForkDialog pattern={pattern} version={version} onClose={close} /> : null}
      {open === "move" ? <MoveDialog pattern={pattern} onClose={close} /> : null}
      {open === "deprecate" ? <DeprecateDialog pattern={pattern} onClose={close} /> : null}
    </>
  );
}
