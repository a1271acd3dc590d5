"use client";
import { useQuery } from "@tanstack/react-query";
import { Bookmark, BookmarkPlus, FolderPlus, Images, MoreHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { type AssetFilter, isFiltered } from "@/lib/domain/asset/filter";
import type { CollectionView } from "@/lib/domain/collection/collection";
import { CollectionTree } from "./collection-tree";
import { DropRow } from "./drop-row";
import { MoveDialog, NameDialog } from "./place-dialogs";
import { usePlaceActs } from "./use-place-acts";

export type PlacesProps = {
  readonly filter: AssetFilter;
  /** Shows a collection; null: all files. */
  readonly onCollection: (collectionId: string | null) => void;
  readonly onSearch: (filter: AssetFilter) => void;
  /** Files were dropped on a collection. */
  readonly onDrop: (collection: CollectionView) => void;
};

type Asking =
  | { readonly kind: "new"; readonly parentId: string | null }
  | { readonly kind: "rename"; readonly collection: CollectionView }
  | { readonly kind: "move"; readonly collection: CollectionView }
  | { readonly kind: "save" }
  | null;

/** Where files are looked for: everywhere, in a collection, by a saved search. */
export function Places({ filter, onCollection, onSearch, onDrop }: PlacesProps) {
  const collections = useQuery(studio.collection.list.queryOptions({ input: {} }));
  const searches = useQuery(studio.savedSearch.list.queryOptions({ input: {} }));
  const [asking, setAsking] = useState<Asking>(null);
  const tree = collections.data ?? [];
  const { isPending, make, rename, move, remove, saveSearch, removeSearch } = usePlaceActs(filter, onCollection, () => setAsking(null));

  const actsOn = (collection: CollectionView, tabIndex: 0 | -1) => (
    <Menu
      trigger={
        <IconButton size="small" label={`Acts on ${collection.name}`} icon={<MoreHorizontal size={14} aria-hidden />} tabIndex={tabIndex} />
      }
    >
      <MenuItem onSelect={() => setAsking({ kind: "new", parentId: collection.id })}>New collection in it</MenuItem>
      <MenuItem onSelect={() => setAsking({ kind: "rename", collection })}>Rename</MenuItem>
      <MenuItem onSelect={() => setAsking({ kind: "move", collection })}>Move…</MenuItem>
      <MenuSeparator />
      <MenuItem danger onSelect={() => remove(collection)}>
        Delete, keeping its files
      </MenuItem>
    </Menu>
  );

  return (
    <nav aria-label="Places" className="grid content-start gap-4 p-3 text-xs">
      <ul>
        <li>
          <DropRow
            isHere={!isFiltered(filter)}
            onDropOn={(dragged) => {
              const moved = tree.find(({ id }) => id === dragged.collectionId);
              if (moved) move(moved, null);
            }}
          >
            <Way icon={<Images size={14} aria-hidden />} label="All files" isHere={!isFiltered(filter)} onOpen={() => onCollection(null)} />
          </DropRow>
        </li>
      </ul>
      <section aria-labelledby="collections-title">
        <Heading id="collections-title" title="Collections">
          <IconButton
            size="small"
            label="New collection"
            icon={<FolderPlus size={14} aria-hidden />}
            onClick={() => setAsking({ kind: "new", parentId: null })}
          />
        </Heading>
        {collections.error ? <p className="px-2 text-bad">{sentenceOf(collections.error)}</p> : null}
        {collections.isSuccess && tree.length === 0 ? (
          <p className="px-2 text-faint text-pretty">Make one, then drop files on it, or press A.</p>
        ) : (
          <CollectionTree
            tree={tree}
            hereId={filter.collectionId}
            onOpen={onCollection}
            onDropOn={(collection, dragged) => {
              const moved = tree.find(({ id }) => id === dragged.collectionId);
              if (moved) move(moved, collection.id);
              else onDrop(collection);
            }}
            acts={actsOn}
          />
        )}
      </section>
      <section aria-labelledby="searches-title">
        <Heading id="searches-title" title="Saved searches">
          <IconButton
            size="small"
            label="Save this search"
            icon={<BookmarkPlus size={14} aria-hidden />}
            disabledReason={isFiltered(filter) ? null : "Search or filter first; then it can be saved."}
            onClick={() => setAsking({ kind: "save" })}
          />
        </Heading>
        <ul>
          {(searches.data ?? []).map((saved) => (
            <li key={saved.id}>
              <DropRow isHere={JSON.stringify(saved.filter) === JSON.stringify(filter)}>
                <Way
                  icon={<Bookmark size={14} aria-hidden />}
                  label={saved.isShared && !saved.isMine ? `${saved.name} · ${saved.by}` : saved.name}
                  isHere={JSON.stringify(saved.filter) === JSON.stringify(filter)}
                  onOpen={() => onSearch(saved.filter)}
                />
                {saved.isMine ? (
                  <Menu
                    trigger={<IconButton size="small" label={`Acts on ${saved.name}`} icon={<MoreHorizontal size={14} aria-hidden />} />}
                  >
                    <MenuItem danger onSelect={() => removeSearch(saved.id, saved.name)}>
                      Delete
                    </MenuItem>
                  </Menu>
                ) : null}
              </DropRow>
            </li>
          ))}
        </ul>
      </section>
      {asking?.kind === "new" || asking?.kind === "rename" || asking?.kind === "save" ? (
        <NameDialog
          title={asking.kind === "new" ? "New collection" : asking.kind === "rename" ? "Rename the collection" : "Save this search"}
          initial={asking.kind === "rename" ? asking.collection.name : ""}
          canShare={asking.kind === "save"}
          busy={isPending}
          onClose={() => setAsking(null)}
          onName={(name, isShared) => {
            if (asking.kind === "new") make(name, asking.parentId);
            else if (asking.kind === "rename") rename(asking.collection, name);
            else saveSearch(name, isShared);
          }}
        />
      ) : null}
      {asking?.kind === "move" ? (
        <MoveDialog
          collection={asking.collection}
          tree={tree}
          busy={isPending}
          onClose={() => setAsking(null)}
          onMove={(parentId) => move(asking.collection, parentId)}
        />
      ) : null}
    </nav>
  );
}

function Heading({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between pl-2">
      <h2 id={id} className="text-2xs font-semibold text-faint">
        {title}
      </h2>
      {children}
    </div>
  );
}

function Way({ icon, label, isHere, onOpen }: { icon: ReactNode; label: string; isHere: boolean; onOpen: () => void }) {
  return (
    <button
      type="button"
      aria-current={isHere ? "page" : undefined}
      onClick={onOpen}
      className="flex min-h-7 min-w-0 flex-1 items-center gap-2 rounded-md pl-2 text-left"
    >
      <span className="shrink-0 text-faint">{icon}</span>
      <span dir="auto" className="truncate">
        {label}
      </span>
    </button>
  );
}
