"use client";
import { Images, SearchX, Trash2 } from "lucide-react";
import { type ReactNode, type Ref, useEffect, useRef } from "react";
import { type GalleryHandle, type GalleryMode, type GallerySource, GallerySurface } from "@/components/picture-surface/gallery";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/sentence";
import { THUMB_BUNDLE } from "@/lib/client/thumb-bundle";
import { DELETED_KEPT_DAYS } from "@/lib/domain/asset/uses";
import { startDrag } from "./dragged";

export interface GalleryBodyProps {
  readonly ref: Ref<GalleryHandle>;
  readonly source: GallerySource;
  /** How many rows there are, those of open stacks included. */
  readonly total: number;
  /** How the count of what was found is coming along. */
  readonly index: {
    readonly isPending: boolean;
    readonly isSuccess: boolean;
    readonly isFetching: boolean;
    readonly error: Error | null;
    refetch(): unknown;
  };
  readonly shows: { readonly isFiltered: boolean; readonly isDeleted: boolean };
  readonly kind: "grid" | "list";
  readonly selection: ReadonlySet<string>;
  readonly at: number | null;
  readonly onGo: (row: number, mode: GalleryMode) => void;
  readonly onNothing: () => void;
  readonly onActivate: (row: number) => void;
  readonly onLook: () => void;
  readonly canDrag: () => boolean;
  readonly renderHover: (row: number) => ReactNode;
  readonly onShowAll: () => void;
  /** The button that adds files. */
  readonly add: ReactNode;
}

const LEAST_CELL_PX = 168;
const PLACES = Array.from({ length: 12 }, (_, index) => `place ${index}`);

/** The files themselves, or what there is to say when there are none. */
export function GalleryBody({ ref, source, total, index, shows, onShowAll, canDrag, add, ...gallery }: GalleryBodyProps) {
  const isEmpty = index.isSuccess && total === 0;
  const room = useRef<HTMLDivElement>(null);
  const hadFiles = useRef(false);
  // With the last file goes what the keyboard was on: it stays where the files were, and Tab goes on from there.
  useEffect(() => {
    if (isEmpty && hadFiles.current && document.activeElement === document.body) room.current?.focus();
    hadFiles.current = total > 0;
  }, [isEmpty, total]);
  return (
    <div ref={room} tabIndex={-1} className="relative min-h-0 flex-1 -outline-offset-2">
      {index.error && total === 0 ? (
        <ErrorState
          title={sentenceOf(index.error)}
          kept="Every file is kept."
          onRetry={() => void index.refetch()}
          retrying={index.isFetching}
        />
      ) : isEmpty && shows.isFiltered ? (
        <EmptyState icon={<SearchX />} title="No file fits" action={<Button onClick={onShowAll}>Show all</Button>}>
          File names and the prompts files were made of are searched, with the filters you chose.
        </EmptyState>
      ) : isEmpty && shows.isDeleted ? (
        <EmptyState icon={<Trash2 />} title="Nothing is deleted">
          A deleted file appears here and can be brought back for {DELETED_KEPT_DAYS} days.
        </EmptyState>
      ) : isEmpty ? (
        <EmptyState icon={<Images />} title="No files yet" action={add}>
          Drop pictures and videos anywhere on this page, paste them, or choose them. What your runs make lands here too.
        </EmptyState>
      ) : (
        <GallerySurface
          ref={ref}
          source={source}
          label="Files"
          leastCellPx={LEAST_CELL_PX}
          onDrag={(_row, data) => {
            startDrag(data, {});
            return canDrag();
          }}
          bundle={THUMB_BUNDLE}
          {...gallery}
        />
      )}
      {index.isPending && total === 0 ? (
        <div
          aria-busy
          className="absolute inset-0 grid auto-rows-min grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] gap-2.5 bg-canvas px-4 sm:px-6"
        >
          {PLACES.map((place) => (
            <Skeleton key={place} className="aspect-square" />
          ))}
        </div>
      ) : null}
    </div>
  );
}
