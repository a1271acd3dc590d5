"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { type AssetFilter, NO_FILTER } from "@/lib/domain/asset/filter";
import { type GalleryRow, MAX_GALLERY_ROWS } from "@/lib/domain/asset/gallery";
import { cellOf } from "./cell-of";
import { createGallery } from "./gallery-source";
import { withOpenStacks } from "./open-stacks";

/** Everything that lies in a stack, a page at a time. */
async function membersOf(stackId: string): Promise<readonly GalleryRow[]> {
  const members: GalleryRow[] = [];
  for (;;) {
    const page = await rpc.gallery.rows({ filter: { ...NO_FILTER, stackId }, skip: members.length, limit: MAX_GALLERY_ROWS });
    members.push(...page);
    if (page.length < MAX_GALLERY_ROWS) return members;
  }
}

/** The files a filter finds, as the gallery reads them. Give the same filter object for as long as it means the same. */
export function useGallery(filter: AssetFilter) {
  const index = useQuery(studio.gallery.index.queryOptions({ input: { filter } }));
  const gallery = useMemo(
    () =>
      withOpenStacks(
        createGallery(
          {
            rows: ({ from, skip }, limit) => rpc.gallery.rows({ filter, skip, limit, ...(from === null ? {} : { from }) }),
            glance: async ({ from, skip }, limit) =>
              (await rpc.gallery.glance({ filter, skip, limit, ...(from === null ? {} : { from }) })).glance,
            after: (pauseMs, act) => void setTimeout(act, pauseMs),
          },
          (row) => cellOf(row, filter.deleted),
        ),
        { members: membersOf, cellOf: (row) => cellOf(row, filter.deleted) },
      ),
    [filter],
  );
  // What is equal to what was read before stays the same object: the moment of the reading says that it was read again.
  const { data, dataUpdatedAt } = index;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (data) gallery.setIndex({ ...data });
  }, [gallery, data, dataUpdatedAt]);
  return { gallery, index };
}
