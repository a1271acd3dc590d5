import type { LabelName, LibraryView, PatternSummary } from "@/lib/domain/pattern/view";

export type ShelfFilter = { readonly text: string; readonly label: LabelName | null };

export type FoundShelf = { readonly library: LibraryView; readonly patterns: readonly PatternSummary[] };

/** Shelves with the patterns that fit; a shelf whose own name fits shows all of them. Without a filter empty shelves stay. */
export function searchShelves(libraries: readonly LibraryView[], { text, label }: ShelfFilter): readonly FoundShelf[] {
  const words = text.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
  const saysAll = (said: string) => words.every((word) => said.toLocaleLowerCase("en").includes(word));
  const found = libraries.map((library) => ({
    library,
    patterns: library.patterns.filter(
      (pattern) => (label === null || pattern.labels[label] !== undefined) && saysAll(`${pattern.name} ${pattern.purpose} ${library.name}`),
    ),
  }));
  const isFiltered = words.length > 0 || label !== null;
  return isFiltered ? found.filter(({ patterns }) => patterns.length > 0) : found;
}
