"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { addresses } from "@/components/library/addresses";
import { FilterBar } from "@/components/library/home/filter-bar";
import { Found } from "@/components/library/home/found";
import { HowItBegins } from "@/components/library/home/how-it-begins";
import { Shelf } from "@/components/library/home/shelf";
import { useHomeAddress } from "@/components/library/home/use-home-address";
import { useHomeKeys } from "@/components/library/home/use-home-keys";
import { ImportDialog } from "@/components/library/import-dialog";
import { LibraryDialog } from "@/components/library/library-dialog";
import { useShelfMoves } from "@/components/library/use-shelf-moves";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { PatternCard } from "@/lib/domain/pattern/browse/card";

const PLACES = ["first", "second", "third", "fourth"] as const;

/** Every style library as a shelf of its patterns, or what fits of all of them as one list. */
export function LibraryScreen() {
  return <Libraries />;
}

function Libraries() {
  const moves = useShelfMoves();
  const address = useHomeAddress();
  const search = useRef<HTMLInputElement>(null);
  const [dragged, setDragged] = useState<PatternCard | null>(null);
  const [isNew, setNew] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const libraries = useQuery(studio.library.listShelves.queryOptions({ input: {} }));
  const shelves = libraries.data ?? [];
  const shelf = shelves.find(({ slug }) => slug === address.asked.shelf) ?? null;
  const largest = shelves.find(({ order }) => order.length > 0);
  const isEmpty = shelves.every(({ order }) => order.length === 0);
  const facets = useQuery(
    studio.pattern.count.queryOptions({
      input: { ...address.filter, ...(shelf ? { libraryId: shelf.id } : {}) },
      enabled: libraries.data !== undefined && !isEmpty,
      placeholderData: keepPreviousData,
      meta: { isQuiet: true },
    }),
  );
  useHomeKeys({ shelves, moves, focusSearch: () => search.current?.focus() });
  const refusal = useRefusal("library.curate");
  const create = (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} disabledReason={refusal} onClick={() => setNew(true)}>
      New library
    </Button>
  );
  const dragging = { pattern: dragged, onDrag: setDragged };
  return (
    <StudioPage crumbs={[{ label: "Libraries" }]}>
      <PageBody>
        <PageHeader
          title="Style libraries"
          actions={
            <>
              <ButtonLink href={addresses.evalSets}>Eval sets</ButtonLink>
              <Button disabledReason={refusal} onClick={() => setImporting(true)}>
                Import…
              </Button>
              {create}
            </>
          }
        >
          What worked, kept as patterns anybody on the team can run with words of their own.
        </PageHeader>
        {libraries.isPending ? (
          <div aria-busy className="flex gap-4 overflow-hidden pt-11">
            {PLACES.map((place) => (
              <Skeleton key={place} className="aspect-4/3 w-[min(23rem,82%)] shrink-0 rounded-lg" />
            ))}
          </div>
        ) : libraries.error ? (
          <ErrorState
            title={sentenceOf(libraries.error)}
            kept="Every pattern is kept."
            onRetry={() => void libraries.refetch()}
            retrying={libraries.isFetching}
          />
        ) : (
          <>
            {isEmpty ? (
              <HowItBegins>
                <ButtonLink variant="primary" href="/projects">
                  Go to a board
                </ButtonLink>
                {shelves.length === 0 ? create : null}
              </HowItBegins>
            ) : (
              <FilterBar address={address} shelves={shelves} facets={facets.data} search={search} />
            )}
            {isEmpty || address.isHome ? (
              <div className="grid grid-cols-1 gap-9">
                {shelves.map((one, index) => (
                  <Shelf
                    key={one.id}
                    shelf={one}
                    isFirst={index === 0}
                    isLarge={one === largest}
                    isLast={index === shelves.length - 1}
                    moves={moves}
                    dragged={dragging}
                    onShowAll={() => address.change({ shelf: one.slug })}
                  />
                ))}
              </div>
            ) : (
              <Found address={address} shelf={shelf} facets={facets.data} moves={moves} dragged={dragging} />
            )}
          </>
        )}
      </PageBody>
      <LibraryDialog open={isNew} onOpenChange={setNew} />
      {isImporting ? <ImportDialog onClose={() => setImporting(false)} /> : null}
    </StudioPage>
  );
}
