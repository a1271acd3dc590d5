"use client";
import { useQuery } from "@tanstack/react-query";
import { Library, Plus, SearchX } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useRef, useState } from "react";
import { LibraryDialog } from "@/components/library/library-dialog";
import { Shelf } from "@/components/library/shelf";
import { searchShelves } from "@/components/library/shelf-search";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SearchField } from "@/components/ui/search-field";
import { Skeleton } from "@/components/ui/skeleton";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";

const LABELS = ["any", "candidate", "production"] as const;
const PLACES = ["first", "second", "third", "fourth"] as const;

/** Every style library as a shelf of its patterns. */
export function LibraryScreen() {
  const search = useRef<HTMLInputElement>(null);
  const [isNew, setNew] = useState(false);
  const [text, setText] = useQueryState("q", parseAsString.withDefault(""));
  const [label, setLabel] = useQueryState("label", parseAsStringLiteral(LABELS).withDefault("any"));
  const libraries = useQuery(studio.library.list.queryOptions({ input: {} }));
  const refusal = useRefusal("library.curate");
  useKeys("studio", { search: () => search.current?.focus() });
  const shelves = searchShelves(libraries.data ?? [], { text, label: label === "any" ? null : label });
  const create = (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} disabledReason={refusal} onClick={() => setNew(true)}>
      New library
    </Button>
  );
  return (
    <StudioPage crumbs={[{ label: "Libraries" }]}>
      <PageBody>
        <PageHeader title="Style libraries" actions={create}>
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
                }}
              >
                Show all
              </Button>
            }
          >
            Names, purposes and shelves are searched.
          </EmptyState>
        ) : (
          <div className="grid grid-cols-1 gap-10">
            {shelves.map(({ library, patterns }, index) => (
              <Shelf key={library.id} library={library} patterns={patterns} isFirst={index === 0} />
            ))}
          </div>
        )}
      </PageBody>
      <LibraryDialog open={isNew} onOpenChange={setNew} />
    </StudioPage>
  );
}
