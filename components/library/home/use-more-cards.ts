"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { studio } from "@/lib/client/query";
import type { PatternFilter, PatternSort } from "@/lib/domain/pattern/browse/found";

const PAGE = 24;

export type Browsed = PatternFilter & { readonly sort: PatternSort };

/** Patterns that fit, a page at a time. @param after begin behind the pattern of this cursor */
export function useCards(asked: Browsed, { after, enabled = true }: { after?: string | null; enabled?: boolean } = {}) {
  return useInfiniteQuery({
    ...studio.pattern.browse.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...asked, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: after ?? undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      meta: { isQuiet: true },
    }),
    enabled,
  });
}

/** Calls when what it is put on comes into sight; again with every change of what is asked for. */
export function useReached<Node extends Element>(isWaiting: boolean, onReached: () => void) {
  const node = useRef<Node>(null);
  const latest = useRef(onReached);
  useEffect(() => {
    latest.current = onReached;
  });
  useEffect(() => {
    if (!isWaiting || !node.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), { rootMargin: "400px" });
    watch.observe(node.current);
    return () => watch.disconnect();
  }, [isWaiting]);
  return node;
}
