"use client";
import { SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/sentence";
import type { ShelfView } from "@/lib/domain/pattern/browse/card";
import type { PatternFacets } from "@/lib/domain/pattern/browse/found";
import type { ShelfMoves } from "../use-shelf-moves";
import { countOf } from "../words";
import { Cards, type Dragged } from "./cards";
import type { HomeAddress } from "./use-home-address";
import { useCards, useReached } from "./use-more-cards";

const GRID = "grid grid-cols-[repeat(auto-fill,minmax(min(18rem,100%),1fr))] gap-x-5 gap-y-7";
const PLACES = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;

export type FoundProps = {
  address: HomeAddress;
  /** The one shelf that is looked at; null for all. */
  shelf: ShelfView | null;
  facets: PatternFacets | undefined;
  moves: ShelfMoves;
  dragged: Dragged;
};

/** The patterns that fit, as one list that goes on as it is scrolled. */
export function Found({ address: { asked, filter, showAll }, shelf, facets, moves, dragged }: FoundProps) {
  const found = useCards({ ...filter, ...(shelf ? { libraryId: shelf.id } : {}), sort: asked.sort });
  const end = useReached<HTMLDivElement>(found.hasNextPage && !found.isFetching, () => void found.fetchNextPage());
  if (found.error && !found.data)
    return (
      <ErrorState
        title={sentenceOf(found.error)}
        kept="Every pattern is kept."
        onRetry={() => void found.refetch()}
        retrying={found.isFetching}
      />
    );
  if (!found.data)
    return (
      <div aria-busy className={GRID}>
        {PLACES.map((place) => (
          <Skeleton key={place} className="aspect-4/3 rounded-lg" />
        ))}
      </div>
    );
  const cards = found.data.pages.flatMap(({ items }) => items);
  if (cards.length === 0)
    return (
      <EmptyState icon={<SearchX />} title="No pattern fits" action={<Button onClick={showAll}>Show all</Button>}>
        Names, purposes, tags and shelves are searched. A pass rate or a cost is known of what was tried on today's model.
      </EmptyState>
    );
  // A place on a shelf means what it looks like only where nothing of the shelf is left out.
  const isWholeShelf = shelf !== null && Object.keys(filter).length === 0 && asked.sort === "shelf";
  const known = new Map(cards.map((card) => [card.id, card]));
  return (
    <section aria-label="Patterns that fit">
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <p role="status" className="text-sm text-muted">
          {facets === undefined ? "…" : `${countOf(facets.found, "pattern")}${facets.found === facets.all ? "" : ` of ${facets.all}`}`}
        </p>
        <Button variant="ghost" onClick={showAll}>
          Show all shelves
        </Button>
      </div>
      <Cards
        cards={isWholeShelf ? shelf.order.flatMap((id) => known.get(id) ?? []) : cards}
        className={GRID}
        showsShelf={shelf === null}
        eager={false}
        shelf={isWholeShelf && shelf.mayCurate ? { libraryId: shelf.id, moves, dragged } : null}
      />
      {found.hasNextPage ? (
        <div ref={end} className="grid place-items-center py-8">
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </section>
  );
}
