"use client";
import { useQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { parseAsInteger, useQueryState } from "nuqs";
import { useState } from "react";
import { DraftPageBody } from "@/components/library/draft-page-body";
import { PageBody } from "@/components/shell/page-body";
import { StudioPage } from "@/components/shell/studio-page";
import { EmptyState } from "@/components/ui/empty-state";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";

/** The next version of a pattern, from its address to its editor. */
export function DraftScreen({ slug }: { slug: string }) {
  // What the editor begins with must be as it is now, not as this browser last saw it.
  const [openedAt] = useState(Date.now);
  const pattern = useQuery({ ...studio.pattern.get.queryOptions({ input: { slug } }), refetchOnMount: "always" });
  const [from] = useQueryState("from", parseAsInteger);
  const notMine = useRefusal("pattern.write");
  const isFresh = pattern.data !== undefined && pattern.dataUpdatedAt >= openedAt;
  return (
    <StudioPage
      crumbs={[
        { label: "Libraries", href: "/library" },
        { label: pattern.data?.name ?? "Pattern", href: `/library/patterns/${slug}` },
        { label: "Draft" },
      ]}
    >
      <PageBody>
        {pattern.error ? (
          <Failure
            failure={failureOf(pattern.error)}
            back={{ href: "/library", label: "All libraries" }}
            kept="The pattern is kept."
            onRetry={() => void pattern.refetch()}
            retrying={pattern.isFetching}
          />
        ) : !isFresh ? (
          <div aria-busy>
            <Skeleton className="h-96 rounded-lg" />
          </div>
        ) : notMine !== null || !pattern.data.mayCurate ? (
          <EmptyState icon={<Lock />} title="Not yours to write">
            {notMine ?? `Only those who curate the shelf “${pattern.data.libraryName}” can do this.`}
          </EmptyState>
        ) : (
          <DraftPageBody pattern={pattern.data} from={from ?? pattern.data.versions[0]?.number ?? 1} />
        )}
      </PageBody>
    </StudioPage>
  );
}
