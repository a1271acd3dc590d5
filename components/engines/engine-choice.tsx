"use client";
import { useQuery } from "@tanstack/react-query";
import { Cpu } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { shortlist } from "@/lib/domain/engine/shortlist";
import { CandidateRow } from "./candidate-row";
import { CategoryBar } from "./category-bar";
import { ConstraintForm } from "./constraint-form";
import { useConstraints } from "./use-constraints";

/** Category → constraints → shortlist → cost for one's volume, on one page. */
export function EngineChoice() {
  const systems = useQuery(studio.engine.listSystems.queryOptions({ input: {} }));
  const engines = useQuery(studio.engine.list.queryOptions({ input: {} }));
  const { asked, ask, constraints, volume } = useConstraints();
  if (systems.error)
    return <ErrorState title={sentenceOf(systems.error)} onRetry={() => void systems.refetch()} retrying={systems.isFetching} />;
  if (!systems.data) return <Skeleton className="h-96" />;
  const today = new Date().toISOString();
  const { eligible, others } = shortlist(systems.data, constraints, volume, today);
  const lists = [
    { title: "Eligible", candidates: eligible },
    { title: "Not eligible, and why", candidates: others },
  ];
  return (
    <>
      <CategoryBar entries={systems.data} value={asked.category} onChange={(category) => void ask({ category })} />
      <div className="mt-4 grid gap-x-8 gap-y-5 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <ConstraintForm asked={asked} ask={(change) => void ask(change)} />
        <div className="min-w-0">
          {eligible.length === 0 ? (
            <EmptyState icon={<Cpu />} title="Nothing meets all of this">
              Below is what stands in each one's way. Give up a constraint, or ask the provider for what is not known.
            </EmptyState>
          ) : null}
          {lists.map(({ title, candidates }) =>
            candidates.length === 0 ? null : (
              <section key={title} className="mb-7">
                <h2 className="mb-1 text-sm font-semibold">
                  {title} <span className="font-normal text-faint">{candidates.length}</span>
                </h2>
                <ul className="divide-y divide-line border-y border-line">
                  {candidates.map((candidate) => (
                    <CandidateRow key={candidate.entry.id} candidate={candidate} engines={engines.data ?? []} today={today} />
                  ))}
                </ul>
              </section>
            ),
          )}
        </div>
      </div>
    </>
  );
}
