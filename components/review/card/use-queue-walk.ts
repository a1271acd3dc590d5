"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { addresses } from "../addresses";
import { useQueue } from "../queue/use-queue";
import { useQueuePlace } from "../queue/use-queue-place";

/** So near its end, what is read of the queue is continued: whoever walks does not stop at the end of a page. */
const NEAR_THE_END = 10;

/** The queue an open card was opened from, in its order and lane: where the card stands there, and the ways to its neighbours. */
export function useQueueWalk(cardId: string) {
  const router = useRouter();
  const { view, laneId, sort, setView } = useQueuePlace();
  const seen = { view, laneId, sort };
  const { query, cards, figures } = useQueue(seen);
  // −1 once a decision has taken the card out of this view: whoever walks goes on from where it stood.
  const here = cards.findIndex(({ id }) => id === cardId);
  const [last, setLast] = useState({ cardId, at: -1 });
  if (here >= 0 && (last.cardId !== cardId || last.at !== here)) setLast({ cardId, at: here });
  const stood = last.cardId === cardId ? last.at : -1;
  const after = here >= 0 ? here + 1 : Math.max(0, stood);
  const before = here >= 0 ? here - 1 : stood - 1;
  const open = (id: string) => router.push(addresses.card(id, seen));
  const following = cards[after] ?? cards.find(({ id }) => id !== cardId);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const isNearTheEnd = here > cards.length - NEAR_THE_END;
  useEffect(() => {
    if (isNearTheEnd && hasNextPage && !isFetching) void fetchNextPage();
  }, [isNearTheEnd, hasNextPage, isFetching, fetchNextPage]);
  return {
    seen,
    setView,
    cards,
    counts: figures?.views ?? null,
    isLoading: query.isPending,
    /** Opens the card so many places further; false at the ends. */
    walk(by: 1 | -1): boolean {
      const card = by === -1 ? cards[before] : here >= 0 ? cards[after] : following;
      if (card) open(card.id);
      return card !== undefined;
    },
    /** Offered after a decision. */
    next: following && { label: "Next card", run: () => open(following.id) },
  };
}
