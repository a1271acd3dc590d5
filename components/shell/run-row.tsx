"use client";
import { useMutation } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, CircleHelp, CircleSlash, PackageOpen, ShieldAlert, X } from "lucide-react";
import Link from "next/link";
import { Elapsed } from "@/components/ui/elapsed";
import { IconButton } from "@/components/ui/icon-button";
import { Meter } from "@/components/ui/meter";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Spinner } from "@/components/ui/spinner";
import { TwoPrices } from "@/components/ui/two-prices";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";
import { OUTCOME_WORDS, type Outcome, outcomeOf, reasonOf } from "@/lib/domain/run/outcome";
import { isFinished } from "@/lib/domain/run/states";
import type { ListedRun } from "@/lib/domain/run/view";
import { RunEstimate } from "./run-estimate";
import { standingOf, variantsOf } from "./run-words";

/** One run: what it makes, how far it is, its quote and then its actual price, cancel, and the way to its board. */
export function RunRow({ run }: { run: ListedRun }) {
  const cancel = useMutation(studio.run.cancel.mutationOptions());
  const notMine = useRefusal("run.cancel");
  const mayNotDecide = useRefusal("budget.set");
  const isDone = isFinished(run.status);
  const outcome = outcomeOf(run);
  const reason = reasonOf(run);
  const place = `/boards/${run.boardId}?prompt=${run.promptId}`;
  return (
    <li className="flex items-start gap-2.5 border-t border-line px-3 py-2.5 first:border-none">
      <span className="mt-0.5">
        <RunIcon outcome={outcome} />
      </span>
      <div className="min-w-0 flex-1">
        <Link href={place} dir="auto" className="block truncate rounded-sm font-medium hover:underline">
          {run.title}
        </Link>
        <p className="flex flex-wrap gap-x-1.5 text-xs text-muted">
          <span className={outcome === "needs-person" ? "text-warn" : undefined}>
            {isDone && outcome !== "succeeded" ? OUTCOME_WORDS[outcome] : standingOf(run)}
          </span>
          <span aria-hidden>·</span>
          <span>{variantsOf(run)}</span>
          <span aria-hidden>·</span>
          {isDone ? <RelativeTime at={run.finishedAt ?? run.createdAt} /> : <Elapsed since={run.createdAt} />}
        </p>
        {outcome === "under-way" && !run.cancelAsked ? (
          <p className="text-xs text-faint">
            <RunEstimate run={run} />
          </p>
        ) : null}
        {run.failure ? <p className="text-xs text-pretty">{run.failure.sentence}</p> : null}
        {reason ? <p className="text-xs text-muted text-pretty [overflow-wrap:anywhere]">{reason}</p> : null}
        {outcome === "needs-person" ? (
          <p className="mt-1 text-xs text-pretty">
            {mayNotDecide ? (
              "A lead or an admin says what became of it; its money stays held until then."
            ) : (
              <Link href={place} className="font-medium text-warn hover:underline">
                Reconcile…
              </Link>
            )}
          </p>
        ) : null}
        {outcome === "under-way" ? (
          <div className="mt-1.5">
            <Meter
              label={`Progress of ${run.title}`}
              labelHidden
              fraction={run.status === "processing" ? (run.progress.fraction ?? null) : null}
            />
          </div>
        ) : null}
      </div>
      <div className="flex shrink-0 items-center gap-1 text-xs">
        {isDone ? (
          <TwoPrices quoteMicros={run.quoteMicros} actualMicros={run.actualMicros} className="max-w-24 text-right text-muted" />
        ) : (
          <span className="text-right text-muted">
            <Money micros={run.quoteMicros} as="price" /> {run.quoteMicros === "0" ? "" : "held"}
          </span>
        )}
        {isDone || run.status === "unknown" ? null : (
          <IconButton
            size="small"
            label="Cancel this run"
            icon={<X size={13} aria-hidden />}
            busy={cancel.isPending || run.cancelAsked}
            disabledReason={notMine}
            onClick={() => cancel.mutate({ runId: run.id })}
          />
        )}
      </div>
    </li>
  );
}

function RunIcon({ outcome }: { outcome: Outcome }) {
  switch (outcome) {
    case "succeeded":
      return <CircleCheck size={14} aria-hidden className="text-ok" />;
    case "refused":
      return <ShieldAlert size={14} aria-hidden className="text-bad" />;
    case "failed":
      return <CircleAlert size={14} aria-hidden className="text-bad" />;
    case "cancelled":
    case "never-arrived":
      return <CircleSlash size={14} aria-hidden className="text-faint" />;
    case "made-elsewhere":
      return <PackageOpen size={14} aria-hidden className="text-warn" />;
    case "being-clarified":
    case "needs-person":
      return <CircleHelp size={14} aria-hidden className="text-warn" />;
    case "under-way":
      return <Spinner />;
    default:
      return outcome satisfies never;
  }
}
