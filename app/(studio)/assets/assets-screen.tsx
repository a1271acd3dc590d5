"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ImagePlus, Images, MousePointerClick, SearchX, Trash2 } from "lucide-react";
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { type ReactNode, useCallback, useRef } from "react";
import { AssetDetail } from "@/components/assets/asset-detail";
import { AssetGrid } from "@/components/assets/asset-grid";
import { UploadZone } from "@/components/assets/upload-zone";
import { useAssets } from "@/components/assets/use-assets";
import { ORIGIN_WORDS } from "@/components/assets/words";
import { StudioPage } from "@/components/shell/studio-page";
import { useIsNarrow } from "@/components/shell/use-is-narrow";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useAssetUpload } from "@/lib/client/uploads";
import { ASSET_ORIGINS } from "@/lib/domain/asset/asset-view";
import { ACCEPTED_FILES } from "@/lib/domain/asset/file-type";

const ORIGINS = ["any", ...ASSET_ORIGINS] as const;
const ORIGIN_OPTIONS = ORIGINS.map((value) => ({ value, label: value === "any" ? "Any origin" : ORIGIN_WORDS[value] }));
const PLACES = Array.from({ length: 12 }, (_, index) => `place ${index}`);

/** Every file of the workspace: found, added, described, downloaded. */
export function AssetsScreen() {
  const queries = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const isNarrow = useIsNarrow();
  const [name, setName] = useQueryState("q", parseAsString.withDefault("").withOptions({ throttleMs: 300 }));
  const [origin, setOrigin] = useQueryState("origin", parseAsStringLiteral(ORIGINS).withDefault("any"));
  const [isDeleted, setDeleted] = useQueryState("deleted", parseAsBoolean.withDefault(false));
  const [selectedId, setSelected] = useQueryState("asset", parseAsString);
  const files = useAssets({ name, origin: origin === "any" ? null : origin, isDeleted });
  const rows = files.data?.pages.flatMap((page) => page.items) ?? [];
  const listed = rows.find(({ id }) => id === selectedId);
  // A link may point at a file that is not on the first page.
  const linked = useQuery({
    ...studio.asset.get.queryOptions({ input: { assetId: selectedId ?? "" }, meta: { isQuiet: true } }),
    enabled: selectedId !== null && !isDeleted && files.isSuccess && !listed,
  });
  const selected = listed ?? (isDeleted || selectedId === null ? undefined : linked.data);
  const upload = useAssetUpload(
    {
      onDone: (asset) => {
        void queries.invalidateQueries({ queryKey: studio.asset.key() });
        void setSelected(asset.id);
      },
      onError: (sentence) => announce({ tone: "bad", text: sentence }),
    },
    { adopts: true },
  );
  useKeys("studio", { search: () => search.current?.focus(), leave: () => void setSelected(null) });
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = files;
  const readMore = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError]);

  // The next file comes by itself; at the end, the one before.
  const goOn = () => {
    const at = rows.findIndex(({ id }) => id === selectedId);
    void setSelected(isNarrow ? null : ((rows[at + 1] ?? rows[at - 1])?.id ?? null));
  };

  const isFiltered = name !== "" || origin !== "any";
  const add = (
    <Button variant="primary" icon={<ImagePlus size={14} aria-hidden />} onClick={() => picker.current?.click()}>
      Add files
    </Button>
  );
  const detail: ReactNode = selected ? (
    <AssetDetail key={selected.id} asset={selected} isDeleted={isDeleted} onGone={goOn} />
  ) : (
    <EmptyState icon={<MousePointerClick />} title="Nothing selected">
      Select a file to see what it is, where it comes from and what may be done with it.
    </EmptyState>
  );

  return (
    <StudioPage fill crumbs={[{ label: "Assets" }]} actions={add} {...(isNarrow ? {} : { inspector: { title: "File", content: detail } })}>
      <UploadZone upload={upload}>
        <div className="flex h-full flex-col">
          <h1 className="sr-only">Assets</h1>
          <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 py-3 sm:px-6">
            <SearchField
              ref={search}
              label="Search by name or prompt"
              value={name}
              onChange={(text) => void setName(text || null)}
              className="min-w-40 flex-1 sm:max-w-72"
            />
            <Select label="Origin" value={origin} onChange={(next) => void setOrigin(next)} options={ORIGIN_OPTIONS} className="max-w-32" />
            <Button
              variant="ghost"
              aria-pressed={isDeleted}
              icon={<Trash2 size={14} aria-hidden />}
              onClick={() => {
                void setDeleted(isDeleted ? null : true);
                void setSelected(null);
              }}
              className="aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
            >
              Deleted
            </Button>
          </div>
          <div className="min-h-0 flex-1">
            {files.isPending ? (
              <div aria-busy className="grid grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] gap-2.5 px-4 sm:px-6">
                {PLACES.map((place) => (
                  <Skeleton key={place} className="aspect-square" />
                ))}
              </div>
            ) : files.error && rows.length === 0 ? (
              <ErrorState
                title={sentenceOf(files.error)}
                kept="Every file is kept."
                onRetry={() => void files.refetch()}
                retrying={files.isFetching}
              />
            ) : rows.length === 0 && isFiltered ? (
              <EmptyState
                icon={<SearchX />}
                title="No file fits"
                action={
                  <Button
                    onClick={() => {
                      void setName(null);
                      void setOrigin(null);
                    }}
                  >
                    Show all
                  </Button>
                }
              >
                File names and the prompts files were made of are searched, with the origin you chose.
              </EmptyState>
            ) : rows.length === 0 && isDeleted ? (
              <EmptyState icon={<Trash2 />} title="Nothing is deleted">
                A deleted file appears here and can be brought back.
              </EmptyState>
            ) : rows.length === 0 ? (
              <EmptyState icon={<Images />} title="No files yet" action={add}>
                Drop pictures and videos anywhere on this page, paste them, or choose them. What your runs make lands here too.
              </EmptyState>
            ) : (
              <AssetGrid
                assets={rows}
                selectedId={selectedId}
                onSelect={(assetId) => void setSelected(assetId)}
                hasMore={files.hasNextPage}
                onEnd={readMore}
                isDeleted={isDeleted}
              />
            )}
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
        <Sheet open={selected !== undefined} onOpenChange={(isOpen) => isOpen || void setSelected(null)} title="File">
          {detail}
        </Sheet>
      ) : null}
    </StudioPage>
  );
}
