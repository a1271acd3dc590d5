import type { LibraryView, PatternSummary } from "@/lib/domain/pattern/view";
import { PatternCard } from "./pattern-card";
import { countOf } from "./words";

export type ShelfProps = {
  library: LibraryView;
  /** What of it fits the search. */
  patterns: readonly PatternSummary[];
  /** Nothing above it: its pictures load at once. */
  isFirst: boolean;
};

/** A style library as a shelf of pictures. */
export function Shelf({ library, patterns, isFirst }: ShelfProps) {
  const headingId = `shelf-${library.slug}`;
  return (
    <section aria-labelledby={headingId}>
      <div className="flex flex-wrap items-baseline gap-x-3 border-b border-line pb-2">
        <h2 id={headingId} dir="auto" className="min-w-0 text-xl font-semibold tracking-tight">
          {library.name}
        </h2>
        <span className="text-xs text-faint">{countOf(library.patterns.length, "pattern")}</span>
        {library.description === "" ? null : (
          <p dir="auto" className="w-full max-w-160 text-sm text-muted text-pretty">
            {library.description}
          </p>
        )}
      </div>
      {patterns.length === 0 ? (
        <p className="py-6 text-sm text-muted text-pretty">
          Nothing on this shelf yet. Pick a picture on a board and promote it: its recipe lands here.
        </p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-5 gap-y-7 pt-4">
          {patterns.map((pattern) => (
            <li key={pattern.id}>
              <PatternCard pattern={pattern} eager={isFirst} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
