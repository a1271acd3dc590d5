import type { LabelName, LibraryView, PatternSummary } from "@/lib/domain/pattern/view";

export type ShelfFilter = {
  readonly text: string;
  readonly label: LabelName | null;
  /** Only patterns with this tag. */
  readonly tag?: string | null;
  /** Only patterns whose newest version runs on this model. */
  readonly modelId?: string | null;
};

export type FoundShelf = { readonly library: LibraryView; readonly patterns: readonly PatternSummary[] };

/**
 * Shelves with the patterns that fit; a shelf whose own name fits shows all of them. Without a filter empty shelves stay.
 * Tags are searched like names: `#warm` and warm find the same.
 */
export function searchShelves(
  libraries: readonly LibraryView[],
  { text, label, tag = null, modelId = null }: ShelfFilter,
): readonly FoundShelf[] {
  const words = text.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
  const saysAll = (said: string) => words.every((word) => said.toLocaleLowerCase("en").includes(word));
  const fits = (pattern: PatternSummary) =>
    (label === null || pattern.labels[label] !== undefined) &&
    (tag === null || pattern.tags.includes(tag)) &&
    (modelId === null || pattern.model.modelId === modelId);
  const found = libraries.map((library) => ({
    library,
    patterns: library.patterns.filter(
      (pattern) =>
        fits(pattern) && saysAll(`${pattern.name} ${pattern.purpose} ${library.name} ${pattern.tags.map((one) => `#${one}`).join(" ")}`),
    ),
  }));
  const isFiltered = words.length > 0 || label !== null || tag !== null || modelId !== null;
  return isFiltered ? found.filter(({ patterns }) => patterns.length > 0) : found;
}

/** Every tag there is, the commonest first. */
export function tagsOf(libraries: readonly LibraryView[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of libraries.flatMap(({ patterns }) => patterns.flatMap(({ tags }) => tags))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([one, more], [other, less]) => less - more || one.localeCompare(other)).map(([tag]) => tag);
}

/** Every model the patterns run on. */
export const modelsOf = (libraries: readonly LibraryView[]): readonly string[] => [
  ...new Set(libraries.flatMap(({ patterns }) => patterns.map(({ model }) => model.modelId))),
];
