"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Archive, Braces } from "lucide-react";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Picture } from "@/components/ui/picture";
import { SearchField } from "@/components/ui/search-field";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import type { PatternSummary, PatternVersionView } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";
import { LabelBadges } from "./label-badges";
import { searchShelves } from "./shelf-search";

export type PatternPickerProps = {
  onPick: (pattern: PatternSummary, version: PatternVersionView) => void;
  onClose: () => void;
};

/** Finds a pattern by name, tag or shelf, for a board. Mount it to begin. */
export function PatternPicker({ onPick, onClose }: PatternPickerProps) {
  const [text, setText] = useState("");
  const libraries = useQuery(studio.library.list.queryOptions({ input: {} }));
  const read = useMutation({
    meta: { isQuiet: true },
    mutationFn: async (pattern: PatternSummary) => {
      const { versions } = await rpc.pattern.get({ slug: pattern.slug });
      const number = pattern.labels.production ?? pattern.labels.candidate;
      const version = versions.find((one) => one.number === number) ?? versions[0];
      return { pattern, version };
    },
    onSuccess: ({ pattern, version }) => version && onPick(pattern, version),
  });
  const shelves = searchShelves(libraries.data ?? [], text);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Use a pattern"
      description="Its recipe goes into the composer; you give its variables values."
    >
      <div className="grid grid-cols-1 gap-3">
        <SearchField label="Search patterns" value={text} onChange={setText} />
        {read.error ? <p className="text-sm text-bad">{sentenceOf(read.error)}</p> : null}
        {libraries.error ? (
          <ErrorState title={sentenceOf(libraries.error)} onRetry={() => void libraries.refetch()} />
        ) : !libraries.data ? (
          <Skeleton className="h-48" />
        ) : shelves.length === 0 ? (
          <EmptyState icon={<Braces />} title={text === "" ? "No pattern yet" : "No pattern fits"}>
            {text === ""
              ? "Pick a picture that worked and promote it: its recipe becomes a pattern."
              : "Names, purposes, tags and shelves are searched."}
          </EmptyState>
        ) : (
          <div className="grid max-h-[50vh] grid-cols-1 gap-3 overflow-y-auto">
            {shelves.map(({ library, patterns }) => (
              <section key={library.id} aria-label={library.name}>
                <h3 dir="auto" className="pb-1 text-2xs font-medium text-faint">
                  {library.name}
                  {library.mayUse ? null : " · not open to you"}
                </h3>
                <ul className="grid grid-cols-1 gap-0.5">
                  {patterns.map((pattern) => (
                    <li key={pattern.id}>
                      <button
                        type="button"
                        disabled={!library.mayUse || read.isPending}
                        onClick={() => read.mutate(pattern)}
                        className="flex w-full items-center gap-3 rounded-md p-1 text-left hover:bg-hover focus-visible:bg-hover disabled:opacity-50"
                      >
                        {pattern.cover ? (
                          <Picture
                            src={addresses.picture(pattern.cover.assetId, "thumb")}
                            width={1}
                            height={1}
                            thumbHash={pattern.cover.thumbHash}
                            alt=""
                            className="size-10 shrink-0 rounded-sm"
                          />
                        ) : (
                          <span className="grid size-10 shrink-0 place-items-center rounded-sm bg-inset text-faint">
                            <Braces size={16} aria-hidden />
                          </span>
                        )}
                        <span className="min-w-0 flex-1">
                          <span dir="auto" className="block truncate text-sm text-ink">
                            {pattern.name}
                          </span>
                          <span dir="auto" className="block truncate text-xs text-faint">
                            {pattern.deprecated ? (
                              <>
                                <Archive size={11} className="mr-1 inline" aria-hidden />
                                Deprecated{pattern.deprecated.successor ? `: use ${pattern.deprecated.successor.name}` : ""}
                              </>
                            ) : (
                              pattern.purpose || pattern.tags.map((tag) => `#${tag}`).join(" ")
                            )}
                          </span>
                        </span>
                        <span className="flex shrink-0 gap-1 max-sm:hidden">
                          <LabelBadges labels={pattern.labels} />
                        </span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
      </div>
    </Dialog>
  );
}
