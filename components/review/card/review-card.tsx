"use client";
import { useQuery } from "@tanstack/react-query";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import { OpenCard } from "./open-card";

/** A review card from its address: reading, failing, open. */
export function ReviewCard({ cardId }: { cardId: string }) {
  const card = useQuery(studio.card.get.queryOptions({ input: { cardId } }));
  if (card.data) return <OpenCard card={card.data} />;
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
  return (
    <div aria-busy className="flex h-full gap-4 p-4 max-lg:flex-col">
      <span className="sr-only">Loading the card…</span>
      <Skeleton className="min-h-72 flex-1" />
      <Skeleton className="min-h-72 lg:w-88" />
    </div>
  );
}
