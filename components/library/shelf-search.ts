import { saysAll, wordsOf } from "@/lib/domain/pattern/browse/found";
import type { LibraryView, PatternSummary } from "@/lib/domain/pattern/view";

export type FoundShelf = { readonly library: LibraryView; readonly patterns: readonly PatternSummary[] };

/** Shelves with the patterns that all words are said of; those with none are left out. */
export function searchShelves(libraries: readonly LibraryView[], text: string): readonly FoundShelf[] {
  const words = wordsOf(text);
  const found = libraries.map((library) => ({
    library,
    patterns: library.patterns.filter((pattern) => saysAll({ ...pattern, libraryName: library.name }, words)),
  }));
  return found.filter(({ patterns }) => patterns.length > 0);
}
