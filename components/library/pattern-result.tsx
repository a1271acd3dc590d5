"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowUpRight, CircleAlert, CircleCheck } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Money } from "@/components/ui/money";
import { Picture } from "@/components/ui/picture";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { isFinished } from "@/lib/domain/run/states";
import type { RunView, VariantView } from "@/lib/domain/run/view";
import { addresses } from "./addresses";
import type { StartedRun } from "./use-pattern-run";
import { countOf } from "./words";

/** What a pattern just gave, in its place as it appears, and the way to it on its board. */
export function PatternResult({ started }: { started: StartedRun }) {
  const run = useQuery(studio.run.get.queryOptions({ input: { runId: started.runId } }));
  return (
    <section aria-label="What it gave" className="grid gap-2 border-t border-line pt-3">
      {run.data ? <Outcome run={run.data} /> : <p className="text-xs text-muted">{run.error ? sentenceOf(run.error) : "Queued."}</p>}
      <ButtonLink
        href={addresses.prompt(started.boardId, started.promptId)}
        icon={<ArrowUpRight size={14} aria-hidden />}
        className="justify-self-start"
      >
        Open on its board
      </ButtonLink>
    </section>
  );
}

function Outcome({ run }: { run: RunView & { readonly variants: readonly VariantView[] } }) {
  const isOver = isFinished(run.status);
  const places = Array.from({ length: run.count }, (_, index) => run.variants.find((variant) => variant.index === index) ?? index);
  return (
    <>
      <RunLine run={run} made={run.variants.length} />
      {isOver && run.variants.length === 0 ? null : (
        <ul className="grid grid-cols-2 gap-1.5">
          {places.map((place) =>
            typeof place === "number" ? (
              isOver ? null : (
                <li key={place} style={{ aspectRatio: `${run.width} / ${run.height}` }}>
                  <Skeleton className="size-full rounded-sm" />
                </li>
              )
            ) : (
              <li key={place.id}>
                <Picture
                  src={addresses.picture(place.assetId, "screen")}
                  width={place.width}
                  height={place.height}
                  thumbHash={place.thumbHash}
                  alt={`Variant ${place.index + 1}, seed ${place.seed}`}
                  className="rounded-sm"
                />
              </li>
            ),
          )}
        </ul>
      )}
    </>
  );
}

function RunLine({ run, made }: { run: RunView; made: number }) {
  if (run.status === "succeeded")
    return (
      <p role="status" className="flex items-center gap-1.5 text-xs text-muted">
        <CircleCheck size={13} aria-hidden className="text-ok" />
        {countOf(made, "variant")} for <Money micros={run.actualMicros ?? run.quoteMicros} as="price" />
      </p>
    );
  if (isFinished(run.status) || run.status === "unknown")
    return (
      <p role="status" className="flex items-start gap-1.5 text-xs text-warn">
        <CircleAlert size={13} aria-hidden className="mt-px shrink-0" />
        {run.failure?.sentence ?? `This run is ${run.status}.`}
      </p>
    );
  const { fraction } = run.progress;
  return (
    <p role="status" className="flex items-center gap-1.5 text-xs text-muted">
      <Spinner size={13} />
      {run.status === "queued" ? "Queued" : "Painting"}
      {typeof fraction === "number" ? ` ${Math.round(fraction * 100)} %` : "…"}
    </p>
  );
}
