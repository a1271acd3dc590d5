"use client";
import { Inbox } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/sentence";
import { VIEW_WORDS } from "../words";
import { CardColumns } from "./card-columns";
import { CardRow } from "./card-row";
import { DecideManyBar } from "./decide-many-bar";
import { QueueFilters } from "./queue-filters";
import { useArrows } from "./use-arrows";
import { useQueue } from "./use-queue";
import { type QueuePlace, useQueuePlace } from "./use-queue-place";

/** Every card somebody has to do with: soonest due first. */
export function ReviewQueue() {
  const place = useQueuePlace();
  const { query, cards, figures } = useQueue(place);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (cardId: string) => {
    const next = new Set(chosen);
    if (!next.delete(cardId)) next.add(cardId);
    setChosen(next);
  };
  const { list, onKeyDown } = useArrows(toggle);
  return (
    <>
      <QueueFilters place={place} counts={figures?.views ?? null} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the links inside, which are the controls */}
      <div ref={list} onKeyDown={onKeyDown} aria-busy={query.isPending}>
        {query.isPending ? <QueueSkeleton /> : null}
        {query.isError && cards.length === 0 ? (
          <ErrorState
            title={sentenceOf(query.error)}
            kept="Nothing on the cards has changed."
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ) : null}
        {figures && cards.length === 0 ? <Nothing place={place} /> : null}
        {figures && cards.length > 0 ? (
          place.layout === "columns" ? (
            <CardColumns cards={cards} counts={figures.columns} queue={place} chosen={chosen} />
          ) : (
            <ul className="-mx-2 divide-y divide-line">
              {cards.map((card) => (
                <li key={card.id} className="py-0.5">
                  <CardRow card={card} queue={place} isChosen={chosen.has(card.id)} onToggle={() => toggle(card.id)} />
                </li>
              ))}
            </ul>
          )
        ) : null}
        {query.hasNextPage ? (
          <div className="flex justify-center py-4">
            <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
              Load more
            </Button>
          </div>
        ) : null}
      </div>
      <DecideManyBar cards={cards.filter(({ id }) => chosen.has(id))} onClear={() => setChosen(new Set())} />
    </>
  );
}

function Nothing({ place }: { place: QueuePlace }) {
  const { empty, hint } = VIEW_WORDS[place.view];
  return (
    <EmptyState
      icon={<Inbox />}
      title={empty}
      action={
        place.view === "all" ? (
          <ButtonLink href="/projects" variant="primary">
            Open a project
          </ButtonLink>
        ) : (
          <Button onClick={() => place.setView("all")}>Show all cards</Button>
        )
      }
    >
      {hint}
    </EmptyState>
  );
}

const ROWS = ["one", "two", "three", "four", "five", "six"];

function QueueSkeleton() {
  return (
    <ul className="divide-y divide-line">
      <li className="sr-only">Loading the cards…</li>
      {ROWS.map((row) => (
        <li key={row} className="flex items-center gap-3 py-2.5">
          <Skeleton className="h-14 w-20" />
          <span className="flex flex-1 flex-col gap-1.5">
            <Skeleton className="h-3.5 w-64 max-w-full" />
            <Skeleton className="h-3 w-96 max-w-full" />
          </span>
        </li>
      ))}
    </ul>
  );
}
