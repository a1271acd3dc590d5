"use client";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { QUEUE_SORTS, type QueueSort } from "@/lib/domain/review/queue-order";
import { QUEUE_VIEWS, type QueueFilter, type QueueView } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";

const LAYOUTS = ["list", "columns"] as const;
export type QueueLayout = (typeof LAYOUTS)[number];

/** Where somebody is in the queue: kept in the address, so that a link or going back restores it. */
export type QueuePlace = {
  readonly view: QueueView;
  readonly laneId: string | null;
  readonly layout: QueueLayout;
  readonly sort: QueueSort;
  setSort(sort: QueueSort): void;
  /** Everything at once, as somebody kept it. */
  apply(filter: QueueFilter): void;
  setView(view: QueueView): void;
  setLaneId(laneId: string | null): void;
  setLayout(layout: QueueLayout): void;
};

export function useQueuePlace(): QueuePlace {
  const [state, set] = useQueryStates({
    view: parseAsStringLiteral(QUEUE_VIEWS).withDefault("mine"),
    lane: parseAsString,
    sort: parseAsStringLiteral(QUEUE_SORTS).withDefault("due"),
    layout: parseAsStringLiteral(LAYOUTS).withDefault("list"),
  });
  return {
    view: state.view,
    // An address somebody mistyped shows every lane instead of nothing.
    laneId: Id.safeParse(state.lane).success ? state.lane : null,
    layout: state.layout,
    sort: state.sort,
    setSort: (sort) => void set({ sort }),
    apply: ({ view, laneId, sort, layout }) => void set({ view, lane: laneId, sort, layout }),
    setView: (view) => void set({ view }),
    setLaneId: (lane) => void set({ lane }),
    setLayout: (layout) => void set({ layout }),
  };
}
