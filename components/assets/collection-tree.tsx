"use client";
import clsx from "clsx";
import { ChevronRight, Folder } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useRef, useState } from "react";
import type { CollectionView } from "@/lib/domain/collection/collection";
import { stepInTree, type TreeKey, type TreeRow, treeRows, typedInTree } from "@/lib/domain/collection/tree";
import { DropRow } from "./drop-row";

export interface CollectionTreeProps {
  readonly tree: readonly CollectionView[];
  /** The one whose files are shown. */
  readonly hereId: string | undefined;
  readonly onOpen: (collectionId: string) => void;
  /** Something of ours was dropped on it: another collection, or else the chosen files. */
  readonly onDropOn: (collection: CollectionView, dragged: { readonly collectionId?: string }) => void;
  /** The button with what can be done with one. */
  readonly acts: (collection: CollectionView, tabIndex: 0 | -1) => ReactNode;
}

const KEYS: Readonly<Record<string, TreeKey>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "home",
  End: "end",
};
/** Letters typed within this belong to one name. */
const TYPING_MS = 700;

/**
 * Collections in each other, walked like any tree: arrows, Home and End, letters; Enter shows the files, Tab leads to the acts of the one
 * the keyboard is on, and so does the menu key.
 */
export function CollectionTree({ tree, hereId, onOpen, onDropOn, acts }: CollectionTreeProps) {
  const list = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [atId, setAt] = useState<string | null>(null);
  const typed = useRef({ text: "", atMs: 0 });
  const rows = treeRows(tree, folded);
  const isSeen = (id: string | null | undefined) => rows.some(({ collection }) => collection.id === id);
  const stopId = isSeen(atId) ? atId : isSeen(hereId) ? hereId : rows[0]?.collection.id;
  const go = (id: string) => list.current?.querySelector<HTMLElement>(`[data-collection="${CSS.escape(id)}"]`)?.focus();
  const fold = (id: string, isFolded: boolean) =>
    setFolded((before) => (isFolded ? new Set([...before, id]) : new Set([...before].filter((other) => other !== id))));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, { id }: CollectionView) => {
    // What is pressed on the button in the line is the button's.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = KEYS[event.key];
    if (key) {
      const step = stepInTree(rows, id, key);
      if (step?.kind === "go") go(step.id);
      if (step?.kind === "fold") fold(step.id, step.isFolded);
    } else if (event.key === "Enter" || event.key === " ") onOpen(id);
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      const isSame = event.timeStamp - typed.current.atMs < TYPING_MS;
      typed.current = { text: (isSame ? typed.current.text : "") + event.key, atMs: event.timeStamp };
      const found = typedInTree(rows, id, typed.current.text);
      if (found) go(found);
    } else return;
    event.preventDefault();
  };

  return (
    <div ref={list} role="tree" aria-labelledby="collections-title">
      {rows.map((row) => (
        <DropRow
          key={row.collection.id}
          isHere={row.collection.id === hereId}
          drags={{ collectionId: row.collection.id }}
          onDropOn={(dragged) => onDropOn(row.collection, dragged)}
          role="treeitem"
          aria-level={row.level}
          aria-posinset={row.position}
          aria-setsize={row.setSize}
          aria-expanded={row.folding === null ? undefined : row.folding === "open"}
          aria-selected={row.collection.id === hereId}
          aria-label={`${row.collection.name}, ${row.collection.files === 1 ? "1 file" : `${row.collection.files.toLocaleString("en")} files`}`}
          tabIndex={row.collection.id === stopId ? 0 : -1}
          data-collection={row.collection.id}
          onFocus={() => setAt(row.collection.id)}
          onKeyDown={(event) => onKeyDown(event, row.collection)}
          onContextMenu={(event) => {
            if (!isIn(event)) return;
            event.preventDefault();
            event.currentTarget.querySelector<HTMLElement>("[aria-haspopup]")?.click();
          }}
          onClick={(event) => {
            if (isIn(event) && event.target instanceof Element && event.target.closest("button") === null) onOpen(row.collection.id);
          }}
        >
          <Line row={row} onFold={(isFolded) => fold(row.collection.id, isFolded)} />
          {acts(row.collection, row.collection.id === stopId ? 0 : -1)}
        </DropRow>
      ))}
    </div>
  );
}

/** React hands a line also what happens in its menu, which lies elsewhere on the page. */
const isIn = ({ currentTarget, target }: SyntheticEvent) => target instanceof Node && currentTarget.contains(target);

const INDENT_PX = 14;

function Line({ row: { collection, level, folding }, onFold }: { row: TreeRow<CollectionView>; onFold: (isFolded: boolean) => void }) {
  return (
    <span
      style={{ paddingLeft: 2 + (level - 1) * INDENT_PX }}
      className="flex min-h-7 min-w-0 flex-1 cursor-default items-center gap-1 text-left"
    >
      {folding === null ? (
        <span className="w-4 shrink-0" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          onClick={() => onFold(folding === "open")}
          className="grid size-6 -mx-1 shrink-0 place-items-center rounded-sm text-faint hover:text-ink"
        >
          <ChevronRight size={12} className={clsx("transition-transform", folding === "open" && "rotate-90")} />
        </button>
      )}
      <Folder size={14} aria-hidden className="shrink-0 text-faint" />
      <span dir="auto" className="truncate pl-1">
        {collection.name}
      </span>
      <span className="ml-auto pr-1 text-faint tabular-nums">{collection.files.toLocaleString("en")}</span>
    </span>
  );
}
