"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Folder, ImagePlus, Layers, MousePointerClick, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { type ReactNode, useRef, useState, useSyncExternalStore } from "react";
import { AssetDetail } from "@/components/assets/asset-detail";
import { ChoiceNote } from "@/components/assets/choice-note";
import { CollectDialog } from "@/components/assets/collect-dialog";
import { FilterBar } from "@/components/assets/filter-bar";
import { GalleryBody } from "@/components/assets/gallery-body";
import { loupePicture } from "@/components/assets/loupe-picture";
import { ManyDialog } from "@/components/assets/many-dialog";
import { Places } from "@/components/assets/places";
import { countSelected, idsToRing, NOTHING_SELECTED } from "@/components/assets/selection";
import { SelectionPanel } from "@/components/assets/selection-panel";
import { UploadZone } from "@/components/assets/upload-zone";
import { useAssetFilter } from "@/components/assets/use-asset-filter";
import { useGallery } from "@/components/assets/use-gallery";
import { useGalleryActs } from "@/components/assets/use-gallery-acts";
import { NOT_CHOSEN, useGalleryKeys } from "@/components/assets/use-gallery-keys";
import { useSelection } from "@/components/assets/use-selection";
import { Zips } from "@/components/assets/zips";
import { AltText } from "@/components/help/alt-text";
import type { GalleryHandle, GalleryMode } from "@/components/picture-surface/gallery";
import { VariantRecipe } from "@/components/recipe/variant-recipe";
import { SendPicturesDialog } from "@/components/review/send-many-dialog";
import { StudioPage } from "@/components/shell/studio-page";
import { useIsNarrow } from "@/components/shell/use-is-narrow";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { onDemand } from "@/components/ui/on-demand";
import { Sheet } from "@/components/ui/sheet";
import { unless } from "@/components/ui/unless";
import { HoverStrip } from "@/components/ui/video/hover-strip";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useAssetUpload } from "@/lib/client/uploads";
import { CHOSEN_AT_ONCE } from "@/lib/domain/asset/choice";
import { ACCEPTED_FILES } from "@/lib/domain/asset/file-type";
import { isFiltered, NO_FILTER } from "@/lib/domain/asset/filter";
import { DELETED_KEPT_DAYS } from "@/lib/domain/asset/uses";
import { compareAddress } from "@/lib/domain/compare/address";
import type { ComparedMember } from "@/lib/domain/compare/comparison";
import type { Choice } from "@/lib/domain/selection/flags";

const Loupe = onDemand(() => import("@/components/compare/loupe").then((file) => file.Loupe));

const LOOKS = ["grid", "list"] as const;

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
        recipe={
          here?.id === file.data.id && here.variantId !== null ? <VariantRecipe key={here.variantId} variantId={here.variantId} /> : null
        }
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
            <GalleryBody
              ref={surface}
              source={gallery}
              total={total}
              index={index}
              shows={{ isFiltered: isFiltered(filter), isDeleted: filter.deleted }}
              kind={look}
              selection={idsToRing(selection)}
              at={at}
              onGo={goTo}
              onNothing={() => select(NOTHING_SELECTED)}
              onActivate={(row) => {
                // A cover opens its stack; a file in it, or alone, is looked at.
                if ((gallery.cellAt(row)?.stacked ?? 1) > 1 && filter.stackId === undefined && filter.stacks === "folded") turnStack(row);
                else setLooking(true);
              }}
              onLook={() => setLooking(true)}
              canDrag={() => acts.target !== null}
              renderHover={(row) => {
                const over = gallery.rowAt(row);
                return over?.kind === "video" && !filter.deleted ? <HoverStrip src={`/assets/${over.id}/filmstrip`} /> : null;
              }}
              onShowAll={() => show(NO_FILTER)}
              add={add}
            />
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
      {isLooking && at !== null ? (
        <Loupe
          way={{
            count: total,
            at,
            pictureAt: (place) => {
              const row = gallery.rowAt(place);
              return row && loupePicture(row, file.data);
            },
            go: (place) => {
              goTo(place, "replace");
              surface.current?.scrollToRow(place);
            },
          }}
          noChoice={filter.deleted ? NOT_CHOSEN : null}
          onChoose={({ id }, choice) => acts.choose(choice, id)}
          onClose={() => setLooking(false)}
          onClosed={() => surface.current?.focus()}
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
      <ManyDialog
        act={asked === null ? null : asked === "delete" ? "delete" : "choose"}
        count={acts.count}
        onClose={() => setAsked(null)}
        onDo={() => {
          if (asked === "delete") acts.remove();
          else if (asked) acts.choose(asked);
          setAsked(null);
        }}
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
