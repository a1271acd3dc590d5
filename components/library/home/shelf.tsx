"use client";
import clsx from "clsx";
import { Archive, ArrowDown, ArrowUp, ChevronLeft, ChevronRight, Download, Ellipsis, Settings2 } from "lucide-react";
import { type DragEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Skeleton } from "@/components/ui/skeleton";
import { useRefusal } from "@/lib/client/use-refusal";
import type { ShelfView } from "@/lib/domain/pattern/browse/card";
import { addresses } from "../addresses";
import { ShelfDialog } from "../shelf-dialog";
import type { ShelfMoves } from "../use-shelf-moves";
import { countOf } from "../words";
import { Cards, type Dragged } from "./cards";
import { Face } from "./faces";
import { useCards, useReached } from "./use-more-cards";

export type ShelfProps = {
  shelf: ShelfView;
  isFirst: boolean;
  /** What one sees first: its cards are larger and its pictures load at once. */
  isLarge: boolean;
  isLast: boolean;
  moves: ShelfMoves;
  dragged: Dragged;
  onShowAll: () => void;
};

/** A style library as a row of cards that scrolls, in the order its curators gave it. */
export function Shelf({ shelf, isFirst, isLarge, isLast, moves, dragged, onShowAll }: ShelfProps) {
  const { id, slug, name, description, order, best } = shelf;
  const headingId = `shelf-${slug}`;
  const [isOver, setOver] = useState(false);
  const takes = shelf.mayCurate && dragged.pattern !== null;
  const { cards, more } = useRow(shelf);
  const row = useScroll();
  const onDragOver = (event: DragEvent) => {
    if (!takes) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (!takes || !dragged.pattern) return;
    event.preventDefault();
    moves.pattern(dragged.pattern, id, null);
  };
  return (
    <section
      aria-labelledby={headingId}
      onDragOver={onDragOver}
      onDrop={onDrop}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      className={clsx("min-w-0 rounded-lg", takes && isOver && "ring-2 ring-accent ring-offset-8 ring-offset-canvas")}
    >
      <div className="flex items-center gap-3">
        {best.length > 1 ? (
          <div aria-hidden className="grid size-12 shrink-0 grid-cols-2 gap-px overflow-hidden rounded-md bg-inset max-sm:hidden">
            {best.slice(0, 4).map((face) => (
              <Face key={face.assetId} face={face} rendition="thumb" eager={isLarge} className="min-h-0" />
            ))}
          </div>
        ) : null}
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0 items-baseline gap-2">
            <h2 id={headingId} dir="auto" className="min-w-0 truncate text-xl font-semibold tracking-tight" title={name}>
              {name}
            </h2>
            <span className="shrink-0 text-xs text-faint">
              {countOf(order.length, "pattern")}
              {shelf.mayUse ? null : " · not open to you"}
            </span>
          </div>
          {description === "" ? null : (
            <p dir="auto" className="line-clamp-2 text-sm text-muted text-pretty">
              {description}
            </p>
          )}
        </div>
        <span className="flex shrink-0 items-center gap-0.5">
          {row.overflows ? (
            <>
              <IconButton
                label={`Earlier on ${name}`}
                icon={<ChevronLeft size={16} aria-hidden />}
                disabledReason={row.isAtStart ? "These are the first ones." : null}
                onClick={() => row.step(-1)}
                className="max-sm:hidden"
              />
              <IconButton
                label={`Further on ${name}`}
                icon={<ChevronRight size={16} aria-hidden />}
                disabledReason={row.isAtEnd && !more.isWaiting ? "These are the last ones." : null}
                onClick={() => row.step(1)}
                className="max-sm:hidden"
              />
              <Button variant="ghost" onClick={onShowAll}>
                Show all
              </Button>
            </>
          ) : null}
          <ShelfMenu shelf={shelf} isFirst={isFirst} isLast={isLast} moves={moves} />
        </span>
      </div>
      {order.length === 0 ? (
        <p className="mt-3 rounded-lg border border-dashed border-line-strong px-4 py-6 text-sm text-muted text-pretty">
          {takes ? "Drop it here." : "Nothing on this shelf yet. Pick a picture on a board and promote it: its recipe lands here."}
        </p>
      ) : (
        <Cards
          ref={row.ref}
          onScroll={row.look}
          cards={cards}
          className="-mx-1.5 flex snap-x scroll-px-1.5 gap-4 overflow-x-auto px-1.5 pt-3 pb-2 motion-safe:scroll-smooth"
          cardClassName={clsx("shrink-0 snap-start", isLarge ? "w-[min(23rem,82%)]" : "w-[min(16.5rem,72%)]")}
          showsShelf={false}
          eager={isLarge}
          shelf={shelf.mayCurate ? { libraryId: id, moves, dragged } : null}
        >
          {more.isWaiting ? (
            <li ref={more.ref} className={clsx("shrink-0", isLarge ? "w-[min(23rem,82%)]" : "w-[min(16.5rem,72%)]")}>
              {more.failed ? <Button onClick={more.again}>Read further</Button> : <Skeleton className="aspect-4/3 w-full rounded-lg" />}
            </li>
          ) : null}
        </Cards>
      )}
    </section>
  );
}

/** The cards of a shelf in its order: those it came with, then page after page as somebody scrolls to the end. */
function useRow({ id, order, cards: first, next }: ShelfView) {
  const [isAsked, setAsked] = useState(false);
  const further = useCards({ libraryId: id, sort: "shelf" }, { after: next, enabled: isAsked && next !== null });
  const known = new Map([...first, ...(further.data?.pages.flatMap(({ items }) => items) ?? [])].map((card) => [card.id, card]));
  const isWaiting = further.data ? further.hasNextPage : next !== null;
  const read = () => {
    if (!isAsked) setAsked(true);
    else if (further.hasNextPage && !further.isFetching) void further.fetchNextPage();
  };
  // With every page its end lies elsewhere, so it is looked for anew.
  const ref = useReached<HTMLLIElement>(isWaiting && !further.isFetching, read);
  return {
    cards: order.flatMap((cardId) => known.get(cardId) ?? []),
    more: { ref, isWaiting, failed: further.error !== null, again: () => void further.refetch() },
  };
}

/** A row that is wider than its place, moved by nearly what is in sight of it. */
function useScroll() {
  const ref = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState({ overflows: false, isAtStart: true, isAtEnd: false });
  const look = useCallback(() => {
    const node = ref.current;
    if (!node) return;
    const left = node.scrollLeft;
    const rest = node.scrollWidth - node.clientWidth;
    setPlace({ overflows: rest > 1, isAtStart: left <= 1, isAtEnd: left >= rest - 1 });
  }, []);
  useEffect(() => {
    const node = ref.current;
    if (!node) return;
    const watch = new ResizeObserver(look);
    watch.observe(node);
    for (const child of node.children) watch.observe(child);
    return () => watch.disconnect();
  }, [look]);
  return { ref, look, ...place, step: (by: -1 | 1) => ref.current?.scrollBy({ left: by * 0.85 * ref.current.clientWidth }) };
}

type ShelfMenuProps = Pick<ShelfProps, "shelf" | "isFirst" | "isLast" | "moves">;

/** What can be done with a shelf as a whole. */
export function ShelfMenu({ shelf, isFirst, isLast, moves }: ShelfMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const notCurating = useRefusal("library.curate");
  const notMine = notCurating ?? (shelf.mayCurate ? null : `Only those who curate the shelf “${shelf.name}” can do this.`);
  return (
    <>
      <Menu trigger={<IconButton label={`Shelf ${shelf.name}`} icon={<Ellipsis size={16} aria-hidden />} />}>
        <MenuItem icon={<Settings2 size={14} aria-hidden />} disabledReason={notMine} onSelect={() => setOpen(true)}>
          Name and access…
        </MenuItem>
        <MenuItem
          icon={<ArrowUp size={14} aria-hidden />}
          disabledReason={notCurating ?? (isFirst ? "It is the first one." : null)}
          onSelect={() => moves.shelf(shelf, -1)}
        >
          Move up
        </MenuItem>
        <MenuItem
          icon={<ArrowDown size={14} aria-hidden />}
          disabledReason={notCurating ?? (isLast ? "It is the last one." : null)}
          onSelect={() => moves.shelf(shelf, 1)}
        >
          Move down
        </MenuItem>
        <MenuItem
          icon={<Download size={14} aria-hidden />}
          disabledReason={notCurating}
          onSelect={() => window.location.assign(addresses.archive(shelf.id))}
        >
          Export as a zip
        </MenuItem>
        <MenuItem icon={<Archive size={14} aria-hidden />} disabledReason={notMine} onSelect={() => moves.archive(shelf)}>
          Archive
        </MenuItem>
      </Menu>
      {isOpen ? <ShelfDialog library={shelf} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
