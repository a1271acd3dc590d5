"use client";
import { useQuery } from "@tanstack/react-query";
import { PatternPageBody } from "@/components/library/pattern-page-body";
import { PageBody } from "@/components/shell/page-body";
import { StudioPage } from "@/components/shell/studio-page";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";

/** A pattern from its address to its page. */
export function PatternScreen({ slug }: { slug: string }) {
  const pattern = useQuery(studio.pattern.get.queryOptions({ input: { slug } }));
  return (
    <StudioPage crumbs={[{ label: "Libraries", href: "/library" }, { label: pattern.data?.name ?? "Pattern" }]}>
      <PageBody>
        {pattern.data ? (
          <PatternPageBody pattern={pattern.data} />
        ) : pattern.error ? (
          <Failure
            failure={failureOf(pattern.error)}
            back={{ href: "/library", label: "All libraries" }}
            kept="The pattern is kept."
            onRetry={() => void pattern.refetch()}
            retrying={pattern.isFetching}
          />
        ) : (
          <div aria-busy className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <Skeleton className="h-96 rounded-lg" />
            <Skeleton className="h-96 rounded-lg" />
          </div>
        )}
      </PageBody>
    </StudioPage>
  );
}
