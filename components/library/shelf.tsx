"use client";
import clsx from "clsx";
import { Archive, ArrowDown, ArrowUp, Download, Ellipsis, Settings2 } from "lucide-react";
import { type DragEvent, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useRefusal } from "@/lib/client/use-refusal";
import type { LibraryView, PatternSummary } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";
import { PatternCard } from "./pattern-card";
import { ShelfCover } from "./shelf-cover";
import { ShelfDialog } from "./shelf-dialog";
import type { useShelfMoves } from "./use-shelf-moves";
import { countOf } from "./words";

export type ShelfProps = {
  library: LibraryView;
  /** What of it fits the search. */
  patterns: readonly PatternSummary[];
  /** Nothing above it: its pictures load at once. */
  isFirst: boolean;
  isLast: boolean;
  /** Nothing is left out: only then a place means what it looks like. */
  isWhole: boolean;
  moves: ReturnType<typeof useShelfMoves>;
  /** What is being dragged across the shelves: a browser does not tell a drop target before the drop. */
  dragged: { readonly pattern: PatternSummary | null; readonly onDrag: (pattern: PatternSummary | null) => void };
};

/** A style library as a shelf of pictures, in the order its curators gave it. */
export function Shelf({ library, patterns, isFirst, isLast, isWhole, moves, dragged }: ShelfProps) {
  const headingId = `shelf-${library.slug}`;
  const [isOpen, setOpen] = useState(false);
  const [over, setOver] = useState<string | "end" | null>(null);
  const notCurating = useRefusal("library.curate");
  const notMine = notCurating ?? (library.mayCurate ? null : `Only those who curate the shelf “${library.name}” can do this.`);
  const takes = isWhole && library.mayCurate && dragged.pattern !== null;

  const onDragOver = (place: string | "end") => (event: DragEvent) => {
    if (!takes) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(place);
  };
  const onDrop = (beforeId: string | null) => (event: DragEvent) => {
    if (!takes || !dragged.pattern) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(null);
    moves.pattern(dragged.pattern, library.id, beforeId);
  };
  return (
    <section
      aria-labelledby={headingId}
      onDragOver={onDragOver("end")}
      onDrop={onDrop(null)}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(null)}
    >
      <div className="flex flex-wrap items-center gap-x-3 border-b border-line pb-2">
        <h2 id={headingId} dir="auto" className="min-w-0 text-xl font-semibold tracking-tight">
          {library.name}
        </h2>
        <span className="text-xs text-faint">
          {countOf(library.patterns.length, "pattern")}
          {library.mayUse ? null : " · not open to you"}
        </span>
        <span className="ml-auto">
          <Menu trigger={<IconButton label={`Shelf ${library.name}`} icon={<Ellipsis size={16} aria-hidden />} />}>
            <MenuItem icon={<Settings2 size={14} aria-hidden />} disabledReason={notMine} onSelect={() => setOpen(true)}>
              Name and access…
            </MenuItem>
            <MenuItem
              icon={<ArrowUp size={14} aria-hidden />}
              disabledReason={notCurating ?? (isFirst ? "It is the first one." : isWhole ? null : "Show all shelves first.")}
              onSelect={() => moves.shelf(library, -1)}
            >
              Move up
            </MenuItem>
            <MenuItem
              icon={<ArrowDown size={14} aria-hidden />}
              disabledReason={notCurating ?? (isLast ? "It is the last one." : isWhole ? null : "Show all shelves first.")}
              onSelect={() => moves.shelf(library, 1)}
            >
              Move down
            </MenuItem>
            <MenuItem
              icon={<Download size={14} aria-hidden />}
              disabledReason={notCurating}
              onSelect={() => window.location.assign(addresses.archive(library.id))}
            >
              Export as a zip
            </MenuItem>
            <MenuItem icon={<Archive size={14} aria-hidden />} disabledReason={notMine} onSelect={() => moves.archive(library)}>
              Archive
            </MenuItem>
          </Menu>
        </span>
        {library.description === "" ? null : (
          <p dir="auto" className="basis-full text-sm text-muted text-pretty">
            {library.description}
          </p>
        )}
      </div>
      {isWhole ? <ShelfCover library={library} eager={isFirst} /> : null}
      {patterns.length === 0 ? (
        <p className={clsx("py-6 text-sm text-muted text-pretty", takes && "rounded-lg ring-2 ring-accent ring-inset")}>
          {takes ? "Drop it here." : "Nothing on this shelf yet. Pick a picture on a board and promote it: its recipe lands here."}
        </p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-5 gap-y-7 pt-4">
          {patterns.map((pattern) => (
            <li
              key={pattern.id}
              draggable={isWhole && library.mayCurate}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = "move";
                event.dataTransfer.setData("text/plain", pattern.name);
                dragged.onDrag(pattern);
              }}
              onDragEnd={() => {
                dragged.onDrag(null);
                setOver(null);
              }}
              onDragOver={onDragOver(pattern.id)}
              onDrop={onDrop(pattern.id)}
              data-pattern={pattern.id}
              className={clsx(
                "rounded-lg",
                dragged.pattern?.id === pattern.id && "opacity-40",
                takes && over === pattern.id && "shadow-[-6px_0_0_-3px_var(--accent)]",
              )}
            >
              <PatternCard pattern={pattern} eager={isFirst} />
            </li>
          ))}
        </ul>
      )}
      {isOpen ? <ShelfDialog library={library} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
