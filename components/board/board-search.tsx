"use client";
import { ChevronDown, ChevronUp, Eye, HelpCircle, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { SearchField } from "@/components/ui/search-field";
import { FIELDS } from "@/lib/domain/search/fields";
import type { BoardView } from "./use-board-view";

export interface BoardSearchProps {
  readonly view: BoardView;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Goes to the next thing found, or the one before. */
  readonly onStep: (by: 1 | -1) => void;
  /** Back to the pictures. */
  readonly onLeave: () => void;
}

/** Looks for prompts and variants on the board: what is found stands out, or stands alone. */
export function BoardSearch({ view, field, onStep, onLeave }: BoardSearchProps) {
  const saysId = useId();
  const isOpen = view.find !== null;
  const wasOpen = useRef(isOpen);
  // Whoever opens it writes; a view that came with its address leaves the keyboard where it is.
  useEffect(() => {
    if (isOpen && !wasOpen.current) field.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, field]);
  if (view.find === null) return null;
  const close = () => {
    view.setFind(null);
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    // Otherwise the board would take them.
    event.preventDefault();
    if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
    else close();
  };
  return (
    <search
      aria-label="This board"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-2 py-1"
    >
      <div className="flex min-w-0 items-center gap-1">
        <SearchField
          ref={field}
          label="Search this board"
          value={view.find}
          onChange={view.setFind}
          onKeyDown={onKeyDown}
          aria-describedby={saysId}
          aria-invalid={view.mistake !== null}
          className="w-72 min-w-0"
        />
        <IconButton
          size="small"
          label="The one before"
          keys="Shift+Enter"
          icon={<ChevronUp size={14} aria-hidden />}
          onClick={() => onStep(-1)}
        />
        <IconButton size="small" label="The next one" keys="Enter" icon={<ChevronDown size={14} aria-hidden />} onClick={() => onStep(1)} />
        <IconButton
          size="small"
          label="Show only what is found"
          icon={<Eye size={14} aria-hidden />}
          pressed={view.only}
          onClick={() => view.setOnly(!view.only)}
        />
        <Popover
          title="What can be searched"
          side="bottom"
          trigger={<IconButton size="small" label="What can be searched" icon={<HelpCircle size={14} aria-hidden />} />}
        >
          <SearchHelp />
        </Popover>
        <IconButton size="small" label="Close the search" keys="Escape" icon={<X size={14} aria-hidden />} onClick={close} />
      </div>
      <p id={saysId} role="status" className={view.mistake ? "text-xs text-warn" : "text-xs text-muted"}>
        {view.mistake ?? foundWords(view)}
      </p>
    </search>
  );
}

function foundWords({ lit, only }: BoardView): string {
  if (lit === null) return "Words, “exact words”, OR, NOT, and fields such as flag:pick";
  if (lit.prompts.size === 0) return only ? "Nothing is found. Everything else is hidden." : "Nothing is found.";
  const variants = lit.variants.size === 1 ? "1 variant" : `${lit.variants.size} variants`;
  return `${variants} of ${lit.prompts.size === 1 ? "1 prompt" : `${lit.prompts.size} prompts`}${only ? "; only they, and what they came from, are shown" : ""}`;
}

function SearchHelp() {
  return (
    <div className="grid gap-2 p-3 text-xs">
      <p className="max-w-64 text-muted">
        Words must all be there, in any order. “Exact words” stay together. OR, NOT and brackets combine; a minus before a word means
        without it.
      </p>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1 font-mono">
        {Object.values(FIELDS).map(({ example }) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
    </div>
  );
}
