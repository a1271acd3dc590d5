"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import type { CardView } from "@/lib/domain/review/view";

/** Notes that this card, as it is shown, was looked at; lists stop marking it as new. */
export function useSeen({ id: cardId, version }: Pick<CardView, "id" | "version">): void {
  const queries = useQueryClient();
  useEffect(() => {
    rpc.card.see({ cardId, version }).then(
      ({ isSeen }) => (isSeen ? queries.invalidateQueries({ queryKey: studio.card.queue.key() }) : undefined),
      // Only a mark is missing; the card is read again when it matters.
      () => undefined,
    );
  }, [queries, cardId, version]);
}
