"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { addresses } from "@/components/library/addresses";
import { EvalSetEditor } from "@/components/library/eval-set/eval-set-editor";
import { PageBody } from "@/components/shell/page-body";
import { StudioPage } from "@/components/shell/studio-page";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";

/** One eval set as a table, or a new one. */
export function EvalSetScreen({ evalSetId }: { evalSetId: string | null }) {
  const router = useRouter();
  const set = useQuery(studio.evalSet.get.queryOptions({ input: evalSetId === null ? skipToken : { evalSetId } }));
  const name = evalSetId === null ? "New eval set" : (set.data?.name ?? "Eval set");
  return (
    <StudioPage crumbs={[{ label: "Libraries", href: "/library" }, { label: "Eval sets", href: addresses.evalSets }, { label: name }]}>
      <PageBody>
        <h1 dir="auto" className="mb-5 text-2xl font-semibold tracking-tight text-balance">
          {name}
        </h1>
        {evalSetId === null || set.data ? (
          <EvalSetEditor
            set={set.data ?? null}
            onSaved={(saved) => (evalSetId === null ? router.replace(addresses.evalSet(saved.id)) : undefined)}
          />
        ) : set.error ? (
          <Failure
            failure={failureOf(set.error)}
            back={{ href: addresses.evalSets, label: "All eval sets" }}
            kept="Every eval set is kept."
            retrying={set.isFetching}
            onRetry={() => void set.refetch()}
          />
        ) : (
          <Skeleton className="h-80 rounded-md" />
        )}
      </PageBody>
    </StudioPage>
  );
}
