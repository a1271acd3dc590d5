"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ImagePlus, Images, Layers, MousePointerClick, SearchX, Trash2, X } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { type ReactNode, useRef } from "react";
import { AssetDetail } from "@/components/assets/asset-detail";
import { THUMB_BUNDLE } from "@/components/assets/cell-of";
import { FilterBar } from "@/components/assets/filter-bar";
import { countSelected, idsToRing, NOTHING_SELECTED } from "@/components/assets/selection";
import { UploadZone } from "@/components/assets/upload-zone";
import { useAssetFilter } from "@/components/assets/use-asset-filter";
import { useGallery } from "@/components/assets/use-gallery";
import { useSelection } from "@/components/assets/use-selection";
import { AltText } from "@/components/help/alt-text";
import { type GalleryHandle, GallerySurface } from "@/components/picture-surface";
import { StudioPage } from "@/components/shell/studio-page";
import { useIsNarrow } from "@/components/shell/use-is-narrow";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { HoverStrip } from "@/components/ui/video/hover-strip";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useAssetUpload } from "@/lib/client/uploads";
import { ACCEPTED_FILES } from "@/lib/domain/asset/file-type";
import { isFiltered } from "@/lib/domain/asset/filter";

const LEAST_CELL_PX = 168;
const LOOKS = ["grid", "list"] as const;
const PLACES = Array.from({ length: 12 }, (_, index) => `place ${index}`);

/** Every file of the workspace: found, added, chosen, described, downloaded. */
export function AssetsScreen() {
  const queries = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const surface = useRef<GalleryHandle>(null);
  const isNarrow = useIsNarrow();
  const { filter, typed, parsed, say, showAll } = useAssetFilter();
  const [look, setLook] = useQueryState("as", parseAsStringLiteral(LOOKS).withDefault("grid"));
  const [linkedId, setLinked] = useQueryState("asset", parseAsString);
  const { gallery, index } = useGallery(filter);
  const { at, selection, go, select } = useSelection(gallery);
  const total = index.data?.total ?? 0;

  const here = at === null ? undefined : gallery.rowAt(at);
  const shownId = here?.id ?? linkedId;
  const file = useQuery({
    ...studio.asset.get.queryOptions({ input: { assetId: shownId ?? "", deleted: filter.deleted }, meta: { isQuiet: true } }),
    enabled: shownId !== null,
    placeholderData: (before) => before,
  });
  const upload = useAssetUpload(
    {
      onDone: (asset) => {
        void queries.invalidateQueries({ queryKey: studio.gallery.key() });
        void setLinked(asset.id);
      },
      onError: (sentence) => announce({ tone: "bad", text: sentence }),
    },
    { adopts: true },
  );
  const leave = () => {
    if (filter.stackId !== undefined && selection === NOTHING_SELECTED) return void say({ stack: null });
    select(NOTHING_SELECTED);
    void setLinked(null);
  };
  useKeys("studio", { search: () => search.current?.focus(), leave });

  const goTo = (row: number, mode: Parameters<typeof go>[1]) => {
    void go(row, mode);
    void setLinked(gallery.rowAt(row)?.id ?? null);
  };
  const add = (
    <Button variant="primary" icon={<ImagePlus size={14} aria-hidden />} onClick={() => picker.current?.click()}>
      Add files
    </Button>
  );
  const detail: ReactNode =
    shownId !== null && file.data ? (
      <AssetDetail
        key={file.data.id}
        asset={file.data}
        altText={<AltText assetId={file.data.id} />}
        isDeleted={filter.deleted}
        onGone={() => {
          select(NOTHING_SELECTED);
          if (isNarrow) void setLinked(null);
        }}
      />
    ) : (
      <EmptyState icon={<MousePointerClick />} title="Nothing selected">
        Select a file to see what it is, where it comes from and what may be done with it.
      </EmptyState>
    );
  const selected = countSelected(selection, total);
  const isEmpty = index.isSuccess && total === 0;

  return (
    <StudioPage fill crumbs={[{ label: "Assets" }]} actions={add} {...(isNarrow ? {} : { inspector: { title: "File", content: detail } })}>
      <UploadZone upload={upload}>
        <div className="flex h-full flex-col">
          <h1 className="sr-only">Assets</h1>
          <FilterBar
            search={search}
            typed={typed}
            onType={(text) => void say({ q: text || null })}
            mistake={parsed}
            filter={filter}
            onFilter={(change) => void say(change)}
            onStacks={(stacks) => void say({ open: stacks === "open" || null })}
            onDeleted={(isDeleted) => {
              void say({ deleted: isDeleted || null });
              void setLinked(null);
            }}
            look={look}
            onLook={(next) => void setLook(next)}
            isNarrow={isNarrow}
          />
          <div className="flex shrink-0 items-center gap-3 px-4 pb-2 text-xs text-faint sm:px-6">
            <p role="status" className="tabular">
              {index.data ? `${total.toLocaleString("en")} ${total === 1 ? "file" : "files"}` : "Counting…"}
              {selected > 1 ? `, ${selected.toLocaleString("en")} selected` : ""}
            </p>
            {filter.stackId === undefined ? null : (
              <Button size="small" icon={<Layers size={13} aria-hidden />} onClick={() => void say({ stack: null })}>
                One stack <X size={12} aria-hidden />
                <span className="sr-only">Back to all files</span>
              </Button>
            )}
          </div>
          <div className="relative min-h-0 flex-1">
            {index.error && total === 0 ? (
              <ErrorState
                title={sentenceOf(index.error)}
                kept="Every file is kept."
                onRetry={() => void index.refetch()}
                retrying={index.isFetching}
              />
            ) : isEmpty && isFiltered(filter) ? (
              <EmptyState icon={<SearchX />} title="No file fits" action={<Button onClick={showAll}>Show all</Button>}>
                File names and the prompts files were made of are searched, with the filters you chose.
              </EmptyState>
            ) : isEmpty && filter.deleted ? (
              <EmptyState icon={<Trash2 />} title="Nothing is deleted">
                A deleted file appears here and can be brought back.
              </EmptyState>
            ) : isEmpty ? (
              <EmptyState icon={<Images />} title="No files yet" action={add}>
                Drop pictures and videos anywhere on this page, paste them, or choose them. What your runs make lands here too.
              </EmptyState>
            ) : (
              <GallerySurface
                ref={surface}
                source={gallery}
                label="Files"
                kind={look}
                leastCellPx={LEAST_CELL_PX}
                selection={idsToRing(selection)}
                at={at}
                onGo={goTo}
                onNothing={() => select(NOTHING_SELECTED)}
                bundle={THUMB_BUNDLE}
                renderHover={(row) => {
                  const over = gallery.rowAt(row);
                  return over?.kind === "video" && !filter.deleted ? <HoverStrip src={`/assets/${over.id}/filmstrip`} /> : null;
                }}
              />
            )}
            {index.isPending && gallery.total() === 0 ? (
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
        </div>
      </UploadZone>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED_FILES}
        multiple
        hidden
        aria-label="Files to add"
        onChange={(event) => {
          upload.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      {isNarrow ? (
        <Sheet open={shownId !== null && file.data !== undefined} onOpenChange={(isOpen) => isOpen || leave()} title="File">
          {detail}
        </Sheet>
      ) : null}
    </StudioPage>
  );
}
