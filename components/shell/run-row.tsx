"use client";
import { useMutation } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, CircleHelp, CircleSlash, X } from "lucide-react";
import Link from "next/link";
import { Elapsed } from "@/components/ui/elapsed";
import { IconButton } from "@/components/ui/icon-button";
import { Meter } from "@/components/ui/meter";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Spinner } from "@/components/ui/spinner";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";
import { isFinished } from "@/lib/domain/run/states";
import type { ListedRun, RunView } from "@/lib/domain/run/view";
import { standingOf, variantsOf } from "./run-words";

/** One run: what it makes, how far it is, its quote and then its actual price, cancel, and the way to its board. */
export function RunRow({ run }: { run: ListedRun }) {
  const cancel = useMutation(studio.run.cancel.mutationOptions());
  const notMine = useRefusal("run.cancel");
  const isDone = isFinished(run.status);
  return (
    <li className="flex items-start gap-2.5 border-t border-line px-3 py-2.5 first:border-none">
      <span className="mt-0.5">
        <RunIcon run={run} />
      </span>
      <div className="min-w-0 flex-1">
        <Link
          href={`/boards/${run.boardId}?prompt=${run.promptId}`}
          dir="auto"
          className="block truncate rounded-sm font-medium hover:underline"
        >
          {run.title}
        </Link>
        <p className="flex flex-wrap gap-x-1.5 text-xs text-muted">
          <span>{run.failure?.sentence ?? standingOf(run)}</span>
          <span aria-hidden>·</span>
          <span>{variantsOf(run)}</span>
          <span aria-hidden>·</span>
          {isDone ? <RelativeTime at={run.finishedAt ?? run.createdAt} /> : <Elapsed since={run.createdAt} />}
        </p>
        {isDone ? null : (
          <div className="mt-1.5">
            <Meter
              label={`Progress of ${run.title}`}
              labelHidden
              fraction={run.status === "processing" ? (run.progress.fraction ?? null) : null}
            />
          </div>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-1 text-xs">
        <span className="text-right">
          <span className="sr-only">{run.actualMicros === null ? "Quoted " : "Charged "}</span>
          <Money micros={run.actualMicros ?? run.quoteMicros} as="price" />
          {run.actualMicros === null && !isDone ? <span className="block text-2xs text-faint">quoted</span> : null}
        </span>
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

function RunIcon({ run }: { run: RunView }) {
  switch (run.status) {
    case "succeeded":
      return <CircleCheck size={14} aria-hidden className="text-ok" />;
    case "refused":
    case "failed":
      return <CircleAlert size={14} aria-hidden className="text-bad" />;
    case "cancelled":
      return <CircleSlash size={14} aria-hidden className="text-faint" />;
    case "unknown":
      return <CircleHelp size={14} aria-hidden className="text-warn" />;
    case "queued":
    case "submitting":
    case "processing":
      return <Spinner />;
    default:
      return run.status satisfies never;
  }
}
