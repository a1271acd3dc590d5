"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { type KeyboardEvent, useId, useState } from "react";
import { studio } from "@/lib/client/query";
import { matchingSnippets, type Slash, type SnippetView } from "@/lib/domain/snippet/snippet";

const SHOWN = 8;

export interface SnippetChoice {
  readonly listId: string;
  readonly isOpen: boolean;
  readonly typed: string;
  readonly found: readonly SnippetView[];
  /** Which is taken by Enter. */
  readonly at: number;
  readonly take: (snippet: SnippetView) => void;
  /** What ties the field to its list. */
  readonly fieldProps: object;
  /** True when the key belonged to the list. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/** The list that opens under a `/`: arrows choose, Enter or Tab takes, Esc leaves the slash as it is. */
export function useSnippetMenu(slash: Slash | null, take: (snippet: SnippetView) => void, close: () => void): SnippetChoice {
  const listId = useId();
  const [chosen, setChosen] = useState({ typed: "", at: 0 });
  const all = useQuery({ ...studio.snippet.list.queryOptions({ input: {}, meta: { isQuiet: true } }), enabled: slash !== null });
  const typed = slash?.typed ?? "";
  const found = slash ? matchingSnippets(all.data ?? [], typed).slice(0, SHOWN) : [];
  const isOpen = slash !== null && all.data !== undefined && (found.length > 0 || typed === "");
  const at = chosen.typed === typed ? Math.min(chosen.at, Math.max(0, found.length - 1)) : 0;
  const current = found[at];
  return {
    listId,
    isOpen,
    typed,
    found,
    at,
    take,
    fieldProps: isOpen
      ? { "aria-controls": listId, "aria-expanded": true, ...(current ? { "aria-activedescendant": `${listId}-${current.id}` } : {}) }
      : {},
    onKeyDown(event) {
      if (!isOpen) return false;
      if (event.key === "Escape") {
        event.preventDefault();
        close();
        return true;
      }
      if (!current) return false;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const by = event.key === "ArrowDown" ? 1 : -1;
        setChosen({ typed, at: (at + by + found.length) % found.length });
        return true;
      }
      const isTaken = event.key === "Tab" || (event.key === "Enter" && !event.ctrlKey && !event.metaKey);
      if (!isTaken) return false;
      event.preventDefault();
      take(current);
      return true;
    },
  };
}

export function SnippetMenu({ menu }: { menu: SnippetChoice }) {
  if (!menu.isOpen) return null;
  return (
    <div
      id={menu.listId}
      role="listbox"
      aria-label="Snippets"
      className="absolute bottom-full left-0 z-30 mb-1 w-96 max-w-full rounded-lg bg-raised p-1 text-sm shadow-float"
    >
      {menu.found.length === 0 ? (
        <p className="px-2 py-1.5 text-xs text-muted">No snippets yet. Write one behind the clock beside the prompt.</p>
      ) : null}
      {menu.found.map((snippet, index) => (
        <div
          key={snippet.id}
          id={`${menu.listId}-${snippet.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === menu.at}
          onPointerDown={(event) => {
            // Before the field loses the keyboard.
            event.preventDefault();
            menu.take(snippet);
          }}
          className={clsx("flex cursor-default items-baseline gap-2 rounded-md px-2 py-1", index === menu.at && "bg-hover")}
        >
          <span className="shrink-0 font-mono text-xs text-accent-ink">/{snippet.name}</span>
          <span className="min-w-0 truncate text-xs text-muted" dir="auto">
            {snippet.text}
          </span>
        </div>
      ))}
    </div>
  );
}
