"use client";
import clsx from "clsx";
import { CATEGORIES, CATEGORY_NAMES, type CatalogueEntry, type Category } from "@/lib/domain/engine/catalogue-entry";

export type CategoryBarProps = { entries: readonly CatalogueEntry[]; value: Category; onChange: (category: Category) => void };

/** The first choice: what one wants made. */
export function CategoryBar({ entries, value, onChange }: CategoryBarProps) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">Category</legend>
      {CATEGORIES.map((category) => (
        <button
          key={category}
          type="button"
          aria-pressed={category === value}
          onClick={() => onChange(category)}
          className={clsx(
            "flex h-7 items-center gap-1.5 rounded-md border px-2.5 text-sm transition-colors duration-100",
            category === value
              ? "border-accent-ink bg-accent-soft text-ink"
              : "border-line-strong text-muted hover:bg-hover hover:text-ink",
          )}
        >
          {CATEGORY_NAMES[category]}
          <span className="text-xs text-muted tabular-nums">{entries.filter((entry) => entry.category === category).length}</span>
        </button>
      ))}
    </fieldset>
  );
}
