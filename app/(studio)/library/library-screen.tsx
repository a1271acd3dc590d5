"use client";
import { useQuery } from "@tanstack/react-query";
import { Library, Plus, SearchX } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useRef, useState } from "react";
import { addresses } from "@/components/library/addresses";
import { ImportDialog } from "@/components/library/import-dialog";
import { LibraryDialog } from "@/components/library/library-dialog";
import { Shelf } from "@/components/library/shelf";
import { modelsOf, searchShelves, tagsOf } from "@/components/library/shelf-search";
import { useShelfMoves } from "@/components/library/use-shelf-moves";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { unless } from "@/components/ui/unless";
import { HistoryProvider, useHistory } from "@/lib/client/history/history-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { LibraryView, PatternSummary } from "@/lib/domain/pattern/view";

const LABELS = ["any", "candidate", "production"] as const;
/** No tag and no model is called so. */
const EVERY = " ";
const PLACES = ["first", "second", "third", "fourth"] as const;

/** Every style library as a shelf of its patterns. */
export function LibraryScreen() {
  return (
    <HistoryProvider>
      <Libraries />
    </HistoryProvider>
  );
}

function Libraries() {
  const history = useHistory();
  const moves = useShelfMoves();
  const [dragged, setDragged] = useState<PatternSummary | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const [isNew, setNew] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const [text, setText] = useQueryState("q", parseAsString.withDefault(""));
  const [label, setLabel] = useQueryState("label", parseAsStringLiteral(LABELS).withDefault("any"));
  const [tag, setTag] = useQueryState("tag");
  const [modelId, setModel] = useQueryState("model");
  const libraries = useQuery(studio.library.list.queryOptions({ input: {} }));
  const refusal = useRefusal("library.curate");
  const step = (taken: Promise<string | null>) => void taken.catch((error) => announce({ tone: "bad", text: sentenceOf(error) }));
  useKeys("studio", {
    search: () => search.current?.focus(),
    undo: () => step(history.undo()),
    redo: () => step(history.redo()),
  });
  const all = libraries.data ?? [];
  const notMine = "Only those who curate a shelf order it.";
  /** The pattern the keyboard is on, with its shelf. */
  const withFocused = (act: (library: LibraryView, pattern: PatternSummary) => void) => () => {
    const id = document.activeElement?.closest("[data-pattern]")?.getAttribute("data-pattern");
    const library = all.find(({ patterns }) => patterns.some((pattern) => pattern.id === id));
    const pattern = library?.patterns.find((one) => one.id === id);
    if (!library || !pattern) return unless("Go to a pattern first, with Tab.", () => {});
    unless(library.mayCurate ? null : notMine, () => act(library, pattern));
  };
  useKeys("library", {
    "pattern-forward": withFocused((_, pattern) => moves.step(pattern, -1)),
    "pattern-back": withFocused((_, pattern) => moves.step(pattern, 1)),
    "shelf-up": withFocused((library) => unless(refusal, () => moves.shelf(library, -1))),
    "shelf-down": withFocused((library) => unless(refusal, () => moves.shelf(library, 1))),
  });
  const shelves = searchShelves(all, { text, label: label === "any" ? null : label, tag, modelId });
  const isWhole = text.trim() === "" && label === "any" && tag === null && modelId === null;
  const tags = tagsOf(all);
  const models = modelsOf(all);
  const create = (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} disabledReason={refusal} onClick={() => setNew(true)}>
      New library
    </Button>
  );
  return (
    <StudioPage crumbs={[{ label: "Libraries" }]}>
      <PageBody>
        <PageHeader
          title="Style libraries"
          actions={
            <>
              <ButtonLink href={addresses.evalSets}>Eval sets</ButtonLink>
              <Button disabledReason={refusal} onClick={() => setImporting(true)}>
                Import…
              </Button>
              {create}
            </>
          }
        >
          What worked, kept as patterns anybody on the team can run with words of their own.
        </PageHeader>
        {libraries.data && libraries.data.length > 0 ? (
          <div className="mb-6 flex flex-wrap items-center gap-2">
            <SearchField
              ref={search}
              label="Search patterns"
              value={text}
              onChange={(next) => void setText(next || null)}
              className="w-full max-w-72"
            />
            <ToggleGroup
              label="Label"
              value={label}
              onChange={(next) => void setLabel(next === "any" ? null : next)}
              options={[
                { value: "any", label: "All" },
                { value: "candidate", label: "Candidate" },
                { value: "production", label: "Production" },
              ]}
            />
            {models.length > 1 || modelId !== null ? (
              <Select
                label="Engine"
                value={modelId ?? EVERY}
                onChange={(next) => void setModel(next === EVERY ? null : next)}
                options={[{ value: EVERY, label: "Every engine" }, ...models.map((model) => ({ value: model, label: model }))]}
                className="max-w-44"
              />
            ) : null}
            {tags.length > 0 || tag !== null ? (
              <Select
                label="Tag"
                value={tag ?? EVERY}
                onChange={(next) => void setTag(next === EVERY ? null : next)}
                options={[{ value: EVERY, label: "Every tag" }, ...tags.map((one) => ({ value: one, label: `#${one}` }))]}
                className="max-w-40"
              />
            ) : null}
          </div>
        ) : null}
        {libraries.isPending ? (
          <div aria-busy className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-5 pt-11">
            {PLACES.map((place) => (
              <Skeleton key={place} className="aspect-4/3 rounded-lg" />
            ))}
          </div>
        ) : libraries.error ? (
          <ErrorState
            title={sentenceOf(libraries.error)}
            kept="Every pattern is kept."
            onRetry={() => void libraries.refetch()}
            retrying={libraries.isFetching}
          />
        ) : libraries.data.length === 0 ? (
          <EmptyState icon={<Library />} title="No library yet" action={create}>
            A library is a shelf of patterns. Put one up, then promote a picked picture to it from a board.
          </EmptyState>
        ) : shelves.length === 0 ? (
          <EmptyState
            icon={<SearchX />}
            title="No pattern fits"
            action={
              <Button
                onClick={() => {
                  void setText(null);
                  void setLabel(null);
                  void setTag(null);
                  void setModel(null);
                }}
              >
                Show all
              </Button>
            }
          >
            Names, purposes, tags and shelves are searched.
          </EmptyState>
        ) : (
          <div className="grid grid-cols-1 gap-10">
            {shelves.map(({ library, patterns }, index) => (
              <Shelf
                key={library.id}
                library={library}
                patterns={patterns}
                isFirst={index === 0}
                isLast={index === shelves.length - 1}
                isWhole={isWhole}
                moves={moves}
                dragged={{ pattern: dragged, onDrag: setDragged }}
              />
            ))}
          </div>
        )}
      </PageBody>
      <LibraryDialog open={isNew} onOpenChange={setNew} />
      {isImporting ? <ImportDialog onClose={() => setImporting(false)} /> : null}
    </StudioPage>
  );
}
