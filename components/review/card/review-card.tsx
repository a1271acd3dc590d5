"use client";
import { useQuery } from "@tanstack/react-query";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import type { CardPanelProps } from "./card-panel";
import { OpenCard } from "./open-card";

/** A review card from its address: reading, failing, open. */
export function ReviewCard({ cardId, ...ways }: { cardId: string } & Pick<CardPanelProps, "finalise" | "faults">) {
  const card = useQuery(studio.card.get.queryOptions({ input: { cardId } }));
  if (card.data) return <OpenCard card={card.data} {...ways} />;
  if (card.isError)
    return (
      <Failure
        failure={failureOf(card.error)}
        back={{ href: "/review", label: "All cards" }}
        kept="Nothing on the card has changed."
        onRetry={() => void card.refetch()}
        retrying={card.isFetching}
      />
    );
  return <CardSkeleton />;
}

/** The card while it is read: the picture's ground with its bar, beside it the goal and, below, the decision. */
function CardSkeleton() {
  return (
    <div role="status" aria-label="Reading the card" className="flex h-full max-lg:flex-col">
      <div className="flex min-w-0 flex-col max-lg:h-[48svh] max-lg:shrink-0 lg:flex-1">
        <div className="flex h-10 shrink-0 items-center border-b border-line bg-surface px-3">
          <Skeleton className="h-4 w-28" />
        </div>
        <div className="min-h-0 flex-1 bg-surround p-4">
          <div className="[container-type:size] grid size-full place-items-center">
            <Skeleton className="size-[90cqmin]" />
          </div>
        </div>
      </div>
      <div className="flex flex-col gap-3 border-line bg-surface p-4 max-lg:border-t lg:w-96 lg:shrink-0 lg:border-l">
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-16" />
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="mt-auto h-9" />
      </div>
    </div>
  );
}
