"use client";
import { useQuery } from "@tanstack/react-query";
import { AlertTriangle, EyeOff } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { addresses } from "../addresses";
import { StartTrialButton } from "./start-trial-button";

/** The trials of one version, newest first, and the way to the next. */
export function TrialList({ versionId, number }: { versionId: string; number: number }) {
  const trials = useQuery(studio.trial.list.queryOptions({ input: { versionId } }));
  return (
    <div className="grid gap-2">
      {trials.isPending ? <Skeleton className="h-10 rounded-md" /> : null}
      {trials.error ? <p className="text-sm text-bad">{sentenceOf(trials.error)}</p> : null}
      {trials.data?.items.length === 0 ? (
        <p className="text-sm text-muted">
          Version {number} was not tried yet. A trial shows whether it holds on other subjects and seeds.
        </p>
      ) : null}
      {trials.data && trials.data.items.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {trials.data.items.map((trial) => (
            <li key={trial.id}>
              <Link
                href={addresses.trial(trial.id)}
                className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2 py-2 text-sm hover:bg-hover"
              >
                <span className="min-w-0 flex-1 truncate">
                  {trial.evalSetName ?? "Its own subjects"}{" "}
                  <span className="text-faint">
                    {trial.subjects} × {trial.seeds}
                  </span>
                </span>
                {trial.stale ? (
                  <Badge tone="warn" icon={<AlertTriangle size={12} aria-hidden />}>
                    Stale
                  </Badge>
                ) : null}
                <span className="tabular-nums text-muted">
                  {trial.judged === null ? (
                    <span className="inline-flex items-center gap-1">
                      <EyeOff size={13} aria-hidden /> blind
                    </span>
                  ) : (
                    `${trial.passed} of ${trial.judged} judged pass`
                  )}
                </span>
                <span className="text-xs text-faint">
                  {trial.author} · <RelativeTime at={trial.createdAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex gap-2">
        <StartTrialButton versionId={versionId} number={number} />
        <Link href={addresses.evalSets} className="text-xs leading-6 text-accent-ink hover:underline">
          Eval sets
        </Link>
      </div>
    </div>
  );
}
