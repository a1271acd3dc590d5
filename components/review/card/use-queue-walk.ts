"use client";
import { useRouter } from "next/navigation";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { QUEUE_VIEWS } from "@/lib/domain/review/view";
import { addresses } from "../addresses";
import { useQueue } from "../queue/use-queue";

/** The queue around an open card: where it stands there, and the ways to its neighbours. */
export function useQueueWalk(cardId: string) {
  const router = useRouter();
  const [view, setView] = useQueryState("view", parseAsStringLiteral(QUEUE_VIEWS).withDefault("mine"));
  const { query, cards, figures } = useQueue({ view });
  // −1 once a decision has taken the card out of this view: the next one is then the first.
  const here = cards.findIndex(({ id }) => id === cardId);
  const open = (id: string) => router.push(addresses.card(id, view));
  const following = cards[here + 1] ?? cards.find(({ id }) => id !== cardId);
  return {
    view,
    setView,
    cards,
    counts: figures?.views ?? null,
    isLoading: query.isPending,
    /** Opens the card so many places further; false at the ends. */
    walk(by: 1 | -1): boolean {
      const card = cards[here + by];
      if (card) open(card.id);
      return card !== undefined;
    },
    /** Offered after a decision. */
    next: following && { label: "Next card", run: () => open(following.id) },
  };
}
