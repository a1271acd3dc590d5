"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowUpRight, CircleAlert, CircleCheck, Columns2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Money } from "@/components/ui/money";
import { Picture } from "@/components/ui/picture";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { unless } from "@/components/ui/unless";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { compareAddress, refuseComparing } from "@/lib/domain/compare/address";
import { isFinished } from "@/lib/domain/run/states";
import type { RunView, VariantView } from "@/lib/domain/run/view";
import { addresses } from "./addresses";
import type { StartedRun } from "./use-pattern-run";
import { countOf } from "./words";

/** What a pattern just gave, in its place as it appears, and the way to it on its board. */
export function PatternResult({ started }: { started: StartedRun }) {
  const run = useQuery(studio.run.get.queryOptions({ input: { runId: started.runId } }));
  const router = useRouter();
  const keys = useChord("compare-results");
  const made = run.data?.variants ?? [];
  const notComparable = made.length < 2 ? "Two pictures must be there first." : refuseComparing(made.length);
  const compare = () =>
    unless(notComparable, () =>
      router.push(
        compareAddress(
          made.map(({ id }) => ({ kind: "variant", id })),
          `${location.pathname}${location.search}`,
        ),
      ),
    );
  useKeys("library", { "compare-results": compare });
  return (
    <section aria-label="What it gave" className="grid gap-2 border-t border-line pt-3">
      {run.data ? <Outcome run={run.data} /> : <p className="text-xs text-muted">{run.error ? sentenceOf(run.error) : "Queued."}</p>}
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={addresses.prompt(started.boardId, started.promptId)} icon={<ArrowUpRight size={14} aria-hidden />}>
          Open on its board
        </ButtonLink>
        {made.length > 1 ? (
          <Button keys={keys} icon={<Columns2 size={14} aria-hidden />} disabledReason={notComparable} onClick={compare}>
            Compare
          </Button>
        ) : null}
      </div>
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
