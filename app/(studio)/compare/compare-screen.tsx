"use client";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { CompareSkeleton } from "@/components/compare/compare-skeleton";
import { ComparisonList } from "@/components/compare/comparison-list";
import { viewOf } from "@/components/compare/saved-view";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { Failure } from "@/components/ui/failure";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import { membersOf } from "@/lib/domain/compare/address";
import { Comparing } from "./comparing";

/** Only a place inside the studio: an address from outside must not lead anywhere else. */
const safePath = (path: string | null, otherwise: string) => (path !== null && /^\/(?![/\\])/.test(path) ? path : otherwise);

/** The pictures an address names; without any, the comparisons people saved. */
export function CompareScreen() {
  const address = useSearchParams();
  const members = membersOf(address.get("pictures") ?? "");
  if (members.length > 0) return <Comparing members={members} saved={null} back={safePath(address.get("from"), "/projects")} />;
  return (
    <StudioPage crumbs={[{ label: "Comparisons" }]}>
      <PageBody>
        <PageHeader title="Comparisons">
          Pictures that were looked at together, as they were looked at, with what was said about them.
        </PageHeader>
        <ComparisonList />
      </PageBody>
    </StudioPage>
  );
}

/** A comparison somebody saved. */
export function SavedComparison({ comparisonId }: { comparisonId: string }) {
  const back = safePath(useSearchParams().get("from"), "/compare");
  const comparison = useQuery(studio.comparison.get.queryOptions({ input: { comparisonId } }));
  const saved = comparison.data;
  if (saved) return <Comparing members={saved.members} first={viewOf(saved.view, saved.members)} saved={saved} back={back} />;
  return (
    <StudioPage fill crumbs={[{ label: "Comparisons", href: "/compare" }, { label: "Comparison" }]}>
      {comparison.error ? (
        <Failure
          failure={failureOf(comparison.error)}
          back={{ href: "/compare", label: "Comparisons" }}
          onRetry={() => void comparison.refetch()}
          retrying={comparison.isFetching}
        />
      ) : (
        <CompareSkeleton count={2} />
      )}
    </StudioPage>
  );
}
