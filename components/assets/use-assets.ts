"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { studio } from "@/lib/client/query";
import type { AssetOrigin } from "./words";

const PAGE = 100;

export type AssetFilter = {
  /** Part of the file name or of the prompt. */
  readonly name: string;
  readonly origin: AssetOrigin | null;
  /** The deleted ones instead, which can be brought back. */
  readonly isDeleted: boolean;
};

/** The workspace's files that fit, newest first, a page at a time. */
export function useAssets({ name, origin, isDeleted }: AssetFilter) {
  return useInfiniteQuery(
    studio.asset.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        limit: PAGE,
        name,
        deleted: isDeleted,
        ...(origin === null ? {} : { origin }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
}
