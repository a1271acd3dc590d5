"use client";
import clsx from "clsx";
import { type DragEvent, type ReactNode, type Ref, useState } from "react";
import type { PatternCard as Card } from "@/lib/domain/pattern/browse/card";
import type { ShelfMoves } from "../use-shelf-moves";
import { PatternCard } from "./pattern-card";

/** What is being dragged across the shelves: a browser does not tell a drop target before the drop. */
export type Dragged = { readonly pattern: Card | null; readonly onDrag: (pattern: Card | null) => void };

export type CardsProps = {
  ref?: Ref<HTMLUListElement>;
  cards: readonly Card[];
  className: string;
  /** Of each card, where its list does not size it. */
  cardClassName?: string;
  showsShelf: boolean;
  eager: boolean;
  /** The shelf they can be moved on; null where a place means nothing or is not this person's to give. */
  shelf: { readonly libraryId: string; readonly moves: ShelfMoves; readonly dragged: Dragged } | null;
  onScroll?: () => void;
  /** Stands behind the last. */
  children?: ReactNode;
};

/** Cards one after the other; on a shelf somebody curates they are dragged into their places. */
export function Cards({ ref, cards, className, cardClassName, showsShelf, eager, shelf, onScroll, children }: CardsProps) {
  const [over, setOver] = useState<string | null>(null);
  const dragged = shelf?.dragged.pattern ?? null;
  const onDragOver = (id: string) => (event: DragEvent) => {
    if (!dragged) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(id);
  };
  const onDrop = (id: string) => (event: DragEvent) => {
    if (!shelf || !dragged) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(null);
    shelf.moves.pattern(dragged, shelf.libraryId, id);
  };
  return (
    <ul ref={ref} className={className} onScroll={onScroll} onDragLeave={() => setOver(null)}>
      {cards.map((pattern) => (
        <li
          key={pattern.id}
          draggable={shelf !== null}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "move";
            event.dataTransfer.setData("text/plain", pattern.name);
            shelf?.dragged.onDrag(pattern);
          }}
          onDragEnd={() => {
            shelf?.dragged.onDrag(null);
            setOver(null);
          }}
          onDragOver={onDragOver(pattern.id)}
          onDrop={onDrop(pattern.id)}
          data-pattern={pattern.id}
          className={clsx(
            "min-w-0 rounded-lg",
            cardClassName,
            dragged?.id === pattern.id && "opacity-40",
            dragged && over === pattern.id && "shadow-[-6px_0_0_-3px_var(--accent)]",
          )}
        >
          <PatternCard pattern={pattern} showsShelf={showsShelf} eager={eager} />
        </li>
      ))}
      {children}
    </ul>
  );
}
