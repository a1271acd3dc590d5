"use client";
import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { EvidencePanel } from "./evidence-panel";

export interface VersionEvidenceProps {
  readonly patternId: string;
  readonly versionId: string;
}

/** The evidence of one version beside what `production` asks for; live while a trial runs and is judged. */
export function VersionEvidence({ patternId, versionId }: VersionEvidenceProps) {
  const evidence = useQuery(studio.trial.evidence.queryOptions({ input: { versionId }, meta: { isQuiet: true } }));
  const asked = useQuery(
    studio.label.checklist.queryOptions({ input: { patternId, versionId, label: "production" }, meta: { isQuiet: true } }),
  );
  const failed = evidence.error ?? asked.error;
  if (failed && (evidence.data === undefined || asked.data === undefined))
    return (
      <ErrorState
        title={sentenceOf(failed)}
        onRetry={() => {
          void evidence.refetch();
          void asked.refetch();
        }}
        retrying={evidence.isFetching || asked.isFetching}
      />
    );
  if (evidence.data === undefined || asked.data === undefined) return <Skeleton className="h-40 w-full" />;
  return <EvidencePanel evidence={evidence.data} rule={asked.data.rule} />;
}
