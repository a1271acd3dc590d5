"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Folder, ImagePlus, Images, Layers, MousePointerClick, SearchX, Trash2, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { type ReactNode, useRef, useState, useSyncExternalStore } from "react";
import { AssetDetail } from "@/components/assets/asset-detail";
import { ChoiceNote } from "@/components/assets/choice-note";
import { CollectDialog } from "@/components/assets/collect-dialog";
import { startDrag } from "@/components/assets/dragged";
import { FilterBar } from "@/components/assets/filter-bar";
import { Loupe } from "@/components/assets/loupe";
import { Places } from "@/components/assets/places";
import { countSelected, idsToRing, NOTHING_SELECTED } from "@/components/assets/selection";
import { SelectionPanel } from "@/components/assets/selection-panel";
import { UploadZone } from "@/components/assets/upload-zone";
import { useAssetFilter } from "@/components/assets/use-asset-filter";
import { useGallery } from "@/components/assets/use-gallery";
import { useGalleryActs } from "@/components/assets/use-gallery-acts";
import { useGalleryKeys } from "@/components/assets/use-gallery-keys";
import { useSelection } from "@/components/assets/use-selection";
import { Zips } from "@/components/assets/zips";
import { AltText } from "@/components/help/alt-text";
import { type GalleryHandle, type GalleryMode, GallerySurface } from "@/components/picture-surface";
import { SendPicturesDialog } from "@/components/review/send-many-dialog";
import { StudioPage } from "@/components/shell/studio-page";
import { useIsNarrow } from "@/components/shell/use-is-narrow";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { nextColour } from "@/components/ui/colours";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { unless } from "@/components/ui/unless";
import { HoverStrip } from "@/components/ui/video/hover-strip";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { THUMB_BUNDLE } from "@/lib/client/thumb-bundle";
import { useAssetUpload } from "@/lib/client/uploads";
import { CHOSEN_AT_ONCE } from "@/lib/domain/asset/choice";
import { ACCEPTED_FILES } from "@/lib/domain/asset/file-type";
import { isFiltered, NO_FILTER } from "@/lib/domain/asset/filter";
import { DELETED_KEPT_DAYS } from "@/lib/domain/asset/uses";
import { compareAddress } from "@/lib/domain/compare/address";
import type { ComparedMember } from "@/lib/domain/compare/comparison";
import type { Choice } from "@/lib/domain/selection/flags";

const LEAST_CELL_PX = 168;
const LOOKS = ["grid", "list"] as const;
const PLACES = Array.from({ length: 12 }, (_, index) => `place ${index}`);

/** Every file of the workspace: found, added, chosen, described, downloaded. */
export function AssetsScreen() {
  const queries = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const surface = useRef<GalleryHandle>(null);
  const router = useRouter();
  const isNarrow = useIsNarrow();
  const { filter, typed, parsed, say, show } = useAssetFilter();
  const [isLooking, setLooking] = useState(false);
  const [isCollecting, setCollecting] = useState(false);
  const [isSending, setSending] = useState(false);
  const [arePlacesOpen, setPlacesOpen] = useState(false);
  /** An act on so many files that it is asked about first. */
  const [asked, setAsked] = useState<Choice | "delete" | null>(null);
  const [look, setLook] = useQueryState("as", parseAsStringLiteral(LOOKS).withDefault("grid"));
  const [linkedId, setLinked] = useQueryState("asset", parseAsString);
  const { gallery, index } = useGallery(filter);
  const { at, selection, go, select, clear } = useSelection(gallery);
  // What lies in open stacks is listed too; how many files were found is the index's to say.
  const found = index.data?.total ?? 0;
  const total = Math.max(
    found,
    useSyncExternalStore(gallery.subscribe, gallery.total, () => 0),
  );

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
  const goTo = (row: number, mode: GalleryMode) => {
    void go(row, mode);
    void setLinked(gallery.rowAt(row)?.id ?? null);
  };
  const step = (by: number) => {
    const next = Math.min(total - 1, Math.max(0, (at ?? -1) + by));
    goTo(next, "replace");
    surface.current?.scrollToRow(next);
  };
  const acts = useGalleryActs(gallery, filter, selection, at, found, {
    advance: () => at !== null && at < total - 1 && step(1),
    leave: () => {
      clear();
      void setLinked(null);
    },
  });
  const choose = (choice: Choice) => (acts.count > CHOSEN_AT_ONCE ? setAsked(choice) : acts.choose(choice));
  const remove = () => (acts.count > CHOSEN_AT_ONCE ? setAsked("delete") : acts.remove());
  const turnStack = (row: number) =>
    void gallery.turnStack(row).catch((error: unknown) => announce({ tone: "bad", text: sentenceOf(error), id: "gallery-act" }));
  // What a run made is compared as its variant: there it can be decided on.
  const compare = () =>
    void acts.compared().then(
      (found) => {
        if (typeof found === "string") return unless(found, () => undefined);
        const members = found.map(
          ({ id, variantId }): ComparedMember => (variantId === null ? { kind: "asset", id } : { kind: "variant", id: variantId }),
        );
        router.push(compareAddress(members, `${location.pathname}${location.search}`));
      },
      (error: unknown) => announce({ tone: "bad", text: sentenceOf(error) }),
    );
  const leave = () => {
    if (filter.stackId !== undefined && selection.kind === "some" && selection.ids.size === 0) return void say({ stack: null });
    select(NOTHING_SELECTED);
    void setLinked(null);
  };
  useGalleryKeys(acts, filter, {
    choose,
    search: () => search.current?.focus(),
    leave,
    look: () => at !== null && setLooking(true),
    enter: () => surface.current?.focus(),
    selectAll: () => select({ kind: "all" }),
    collect: () => setCollecting(true),
    remove,
    send: () => setSending(true),
    openStack: () => at !== null && turnStack(at),
    turn: () => void setLook(look === "grid" ? "list" : "grid"),
    compare,
  });
  const add = (
    <Button variant="primary" icon={<ImagePlus size={14} aria-hidden />} onClick={() => picker.current?.click()}>
      Add files
    </Button>
  );
  const described: ReactNode =
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
  const selected = countSelected(selection, found);
  const detail = (
    <>
      {/* What can be done with one deleted file stands beside what is known of it. */}
      {acts.target && (acts.count > 1 || !filter.deleted) ? (
        <SelectionPanel
          acts={{ ...acts, choose }}
          isDeleted={filter.deleted}
          collectionId={filter.collectionId}
          onCollect={() => setCollecting(true)}
          onSend={() => setSending(true)}
          onRemove={remove}
          onCompare={compare}
        />
      ) : null}
      {acts.count > 1 ? null : described}
    </>
  );
  const places = (
    <Places
      filter={filter}
      onCollection={(collectionId) => {
        show({ ...NO_FILTER, ...(collectionId === null ? {} : { collectionId }) });
        setPlacesOpen(false);
      }}
      onSearch={(next) => {
        show(next);
        setPlacesOpen(false);
      }}
      onDrop={(collection) => acts.collect(collection.id, collection.name)}
    />
  );
  const isEmpty = index.isSuccess && total === 0;

  return (
    <StudioPage fill crumbs={[{ label: "Assets" }]} actions={add} {...(isNarrow ? {} : { inspector: { title: "File", content: detail } })}>
      <UploadZone upload={upload}>
        <div className="flex h-full">
          {isNarrow ? null : <aside className="w-52 shrink-0 overflow-y-auto border-r border-line max-lg:hidden">{places}</aside>}
          <div className="flex h-full min-w-0 flex-1 flex-col">
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
            <div className="flex shrink-0 flex-wrap items-center gap-3 px-4 pb-2 text-xs text-faint sm:px-6">
              <p role="status" className="tabular">
                {index.data ? `${found.toLocaleString("en")} ${found === 1 ? "file" : "files"}` : "Counting…"}
                {selected > 1 ? `, ${selected.toLocaleString("en")} selected` : ""}
                {filter.deleted && total > 0 ? `. A deleted file goes for ever after ${DELETED_KEPT_DAYS} days.` : ""}
              </p>
              {acts.running === null ? null : <ChoiceNote choiceId={acts.running} />}
              <Zips />
              <Button
                size="small"
                variant="ghost"
                icon={<Folder size={13} aria-hidden />}
                onClick={() => setPlacesOpen(true)}
                className={isNarrow ? "" : "lg:hidden"}
              >
                Places
              </Button>
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
                <EmptyState icon={<SearchX />} title="No file fits" action={<Button onClick={() => show(NO_FILTER)}>Show all</Button>}>
                  File names and the prompts files were made of are searched, with the filters you chose.
                </EmptyState>
              ) : isEmpty && filter.deleted ? (
                <EmptyState icon={<Trash2 />} title="Nothing is deleted">
                  A deleted file appears here and can be brought back for {DELETED_KEPT_DAYS} days.
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
                  onActivate={(row) => {
                    // A cover opens its stack; a file in it, or alone, is looked at.
                    if ((gallery.cellAt(row)?.stacked ?? 1) > 1 && filter.stackId === undefined && filter.stacks === "folded")
                      turnStack(row);
                    else setLooking(true);
                  }}
                  onLook={() => setLooking(true)}
                  onDrag={(_row, data) => {
                    startDrag(data, {});
                    return acts.target !== null;
                  }}
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
      {isLooking && here ? (
        <Loupe
          row={here}
          file={file.data}
          onStep={step}
          onChoose={acts.choose}
          onColour={(colour) => acts.choose({ colour: nextColour(colour, [here.colour]) })}
          onClose={() => setLooking(false)}
        />
      ) : null}
      <SendPicturesDialog
        open={isSending}
        onOpenChange={setSending}
        // What a run made is sent as its variant: the lane asks how it was made.
        pictures={acts.rows.map((row) => ({
          ...(row.variantId ? { variantId: row.variantId } : { assetId: row.id }),
          shown: { assetId: row.id, width: row.width, height: row.height, thumbHash: row.thumbHash },
        }))}
        title={acts.rows.length === 1 ? (acts.rows[0]?.title.slice(0, 120) ?? "") : ""}
      />
      {isCollecting && acts.target ? (
        <CollectDialog count={acts.count} onClose={() => setCollecting(false)} onCollect={acts.collect} />
      ) : null}
      <Dialog
        open={asked !== null}
        onOpenChange={(isOpen) => isOpen || setAsked(null)}
        size="small"
        title={`${asked === "delete" ? "Delete" : "Choose"} ${acts.count.toLocaleString("en")} files?`}
        description={
          asked === "delete"
            ? `All that was found is deleted, in the background, but for what something that must stay uses. One undo brings all of it back, and Deleted shows it for ${DELETED_KEPT_DAYS} days.`
            : "All that was found is chosen, in the background. One undo takes all of it back."
        }
        footer={
          <Button
            variant="primary"
            onClick={() => {
              if (asked === "delete") acts.remove();
              else if (asked) acts.choose(asked);
              setAsked(null);
            }}
          >
            {asked === "delete" ? "Delete them" : "Choose them"}
          </Button>
        }
      />
      <Sheet open={arePlacesOpen} onOpenChange={setPlacesOpen} side="left" title="Places">
        {places}
      </Sheet>
      {isNarrow ? (
        <Sheet open={shownId !== null && file.data !== undefined} onOpenChange={(isOpen) => isOpen || leave()} title="File">
          {detail}
        </Sheet>
      ) : null}
    </StudioPage>
  );
}
