"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { studio } from "@/lib/client/query";
import type { QueueSort } from "@/lib/domain/review/queue-order";
import type { CardStatus } from "@/lib/domain/review/status";
import type { CardSummary, QueuePage, QueueView } from "@/lib/domain/review/view";

export type QueueFilter = {
  readonly view: QueueView;
  readonly status?: CardStatus | null;
  readonly laneId?: string | null;
  readonly sort?: QueueSort;
};

const PAGE = 50;

/** The cards of a view, page by page, with the figures of all views and columns. */
export function useQueue({ view, status = null, laneId = null, sort = "due" }: QueueFilter) {
  const query = useInfiniteQuery({
    ...studio.card.queue.infiniteOptions({
      input: (cursor: string | undefined) => ({
        view,
        sort,
        limit: PAGE,
        ...(status ? { status: [status] } : {}),
        ...(laneId ? { laneId } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page: QueuePage) => page.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  });
  const cards: readonly CardSummary[] = query.data?.pages.flatMap((page) => page.items) ?? [];
  // Every page brings the figures; those of the page read last are the newest.
  const figures = query.data?.pages.at(-1) ?? null;
  return { query, cards, figures };
}
