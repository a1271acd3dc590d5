"use client";
import { useQuery } from "@tanstack/react-query";
import { StudioPage } from "@/components/shell/studio-page";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import { OpenTrial } from "./open-trial";

/** A trial from its address to its matrix. */
export function TrialScreen({ trialId }: { trialId: string }) {
  const trial = useQuery(studio.trial.get.queryOptions({ input: { trialId } }));
  if (trial.data) return <OpenTrial trial={trial.data} />;
  return (
    <StudioPage crumbs={[{ label: "Libraries", href: "/library" }, { label: "Trial" }]} fill>
      {trial.error ? (
        <Failure
          failure={failureOf(trial.error)}
          back={{ href: "/library", label: "All libraries" }}
          kept="What runs goes on, and every verdict is kept."
          retrying={trial.isFetching}
          onRetry={() => void trial.refetch()}
        />
      ) : (
        <Skeleton className="m-4 h-3/4 rounded-md" />
      )}
    </StudioPage>
  );
}
