"use client";
import { Layers, LayoutGrid, List, ListFilter, Trash2 } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { SearchField } from "@/components/ui/search-field";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { AssetFilter } from "@/lib/domain/asset/filter";
import type { ParsedSearch } from "@/lib/domain/search/parse";
import { type FilterChange, FilterChoices } from "./filter-choices";

export type GalleryLook = "grid" | "list";

export type FilterBarProps = {
  readonly search: RefObject<HTMLInputElement | null>;
  /** As typed: the filter holds the last text that could be read. */
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly mistake: ParsedSearch;
  readonly filter: AssetFilter;
  readonly onFilter: (change: FilterChange) => void;
  readonly onStacks: (stacks: AssetFilter["stacks"]) => void;
  readonly onDeleted: (isDeleted: boolean) => void;
  readonly look: GalleryLook;
  readonly onLook: (look: GalleryLook) => void;
  readonly isNarrow: boolean;
};

/** What is looked at, and how. */
export function FilterBar(props: FilterBarProps) {
  const { filter, mistake, isNarrow } = props;
  const choices = <FilterChoices filter={filter} onFilter={props.onFilter} />;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 py-3 sm:px-6">
      <SearchField
        ref={props.search}
        label="Search by name or prompt"
        value={props.typed}
        onChange={props.onType}
        aria-invalid={mistake.kind === "mistake"}
        className="min-w-48 flex-1 sm:max-w-96"
      />
      {isNarrow ? (
        <Popover
          title="Filters"
          align="start"
          trigger={
            <Button variant="ghost" icon={<ListFilter size={14} aria-hidden />}>
              Filters
            </Button>
          }
        >
          <div className="grid grid-cols-1 gap-2 p-3">{choices}</div>
        </Popover>
      ) : (
        choices
      )}
      <Button
        variant="ghost"
        aria-pressed={filter.stacks === "open"}
        icon={<Layers size={14} aria-hidden />}
        onClick={() => props.onStacks(filter.stacks === "open" ? "folded" : "open")}
        className="aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
      >
        <span className="max-xl:sr-only">Open stacks</span>
      </Button>
      <Button
        variant="ghost"
        aria-pressed={filter.deleted}
        icon={<Trash2 size={14} aria-hidden />}
        onClick={() => props.onDeleted(!filter.deleted)}
        className="aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
      >
        <span className="max-xl:sr-only">Deleted</span>
      </Button>
      <ToggleGroup<GalleryLook>
        label="Show as"
        value={props.look}
        onChange={props.onLook}
        options={[
          { value: "grid", label: "Grid", icon: <LayoutGrid size={14} aria-hidden /> },
          { value: "list", label: "List", icon: <List size={14} aria-hidden /> },
        ]}
      />
      {mistake.kind === "mistake" ? (
        <p role="status" className="basis-full text-2xs text-warn">
          {mistake.mistake.sentence}
        </p>
      ) : null}
    </div>
  );
}
