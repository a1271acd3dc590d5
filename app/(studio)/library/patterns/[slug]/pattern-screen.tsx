"use client";
import { useQuery } from "@tanstack/react-query";
import { FileQuestion } from "lucide-react";
import { PatternPageBody } from "@/components/library/pattern-page-body";
import { PageBody } from "@/components/shell/page-body";
import { StudioPage } from "@/components/shell/studio-page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { codeOf, sentenceOf } from "@/lib/client/sentence";

/** A pattern from its address to its page. */
export function PatternScreen({ slug }: { slug: string }) {
  const pattern = useQuery(studio.pattern.get.queryOptions({ input: { slug } }));
  return (
    <StudioPage crumbs={[{ label: "Libraries", href: "/library" }, { label: pattern.data?.name ?? "Pattern" }]}>
      <PageBody>
        {pattern.data ? (
          <PatternPageBody pattern={pattern.data} />
        ) : codeOf(pattern.error) === "NOT_FOUND" ? (
          <EmptyState
            icon={<FileQuestion />}
            title="This pattern does not exist"
            action={<ButtonLink href="/library">All libraries</ButtonLink>}
          >
            It may have been put away, or the address is not complete.
          </EmptyState>
        ) : pattern.error ? (
          <ErrorState
            title={sentenceOf(pattern.error)}
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
