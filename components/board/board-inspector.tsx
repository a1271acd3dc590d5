"use client";
import { useQuery } from "@tanstack/react-query";
import { Check, CircleSlash, Grid3x3, MousePointerClick, Star, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Media } from "@/components/ui/video/media";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";
import { isFinished } from "@/lib/domain/run/states";
import type { RunView, VariantView } from "@/lib/domain/run/view";
import { standingWords } from "@/lib/domain/vote/words";
import { RecipePanel } from "./recipe-panel";
import { Reconcile } from "./reconcile";
import type { BoardActs } from "./use-board-acts";

const RATINGS = [1, 2, 3, 4, 5] as const;

/** What is known about the prompt or variant the person is on. */
export function BoardInspector({ acts, finalise }: { acts: BoardActs; finalise: (variantId: string) => ReactNode }) {
  const { here } = acts;
  if (!here)
    return (
      <EmptyState icon={<MousePointerClick size={20} aria-hidden />} title="Nothing selected">
        Select a picture or a prompt to see its recipe.
      </EmptyState>
    );
  const { prompt, variant } = here;
  const run = prompt.runs.find((candidate) => candidate.id === variant?.runId) ?? prompt.runs.at(-1);
  return (
    <div className="grid gap-4 p-3">
      {variant ? <VariantFacts variant={variant} acts={acts} /> : null}
      {variant ? finalise(variant.id) : null}
      {run?.status === "unknown" ? <Reconcile run={run} /> : null}
      {run ? (
        <RunFacts run={run} acts={acts} />
      ) : prompt.grid ? (
        <ButtonLink size="small" icon={<Grid3x3 size={13} aria-hidden />} href={`/grids/${prompt.grid.id}`}>
          Open the grid of {prompt.grid.cells} cells
        </ButtonLink>
      ) : (
        <NotRunYet acts={acts} />
      )}
      <RecipePanel prompt={prompt} seed={variant?.seed ?? null} />
      <p className="text-xs text-faint">
        {prompt.author} · <RelativeTime at={prompt.createdAt} />
      </p>
    </div>
  );
}

function VariantFacts({ variant, acts }: { variant: VariantView; acts: BoardActs }) {
  const detail = useQuery(studio.variant.getMany.queryOptions({ input: { variantIds: [variant.id] }, meta: { isQuiet: true } }));
  const report = detail.data?.[0]?.report;
  return (
    <div className="grid gap-2">
      <Media
        key={variant.assetId}
        address={`/assets/${variant.assetId}`}
        video={variant.video}
        width={variant.width}
        height={variant.height}
        alt={`Variant ${variant.index + 1}`}
        thumbHash={variant.thumbHash}
        fit="contain"
        className="w-full rounded-md bg-surround"
      />
      <div className="flex items-center gap-1">
        <IconButton
          label="Pick"
          icon={<Check size={15} aria-hidden />}
          keys="p"
          pressed={variant.flag === "pick"}
          onClick={() => acts.flag(variant.flag === "pick" ? "none" : "pick")}
        />
        <IconButton
          label="Reject"
          icon={<X size={15} aria-hidden />}
          keys="x"
          pressed={variant.flag === "reject"}
          onClick={() => acts.flag(variant.flag === "reject" ? "none" : "reject")}
        />
        <span className="mx-1 h-4 w-px bg-line" />
        {RATINGS.map((rating) => (
          <button
            key={rating}
            type="button"
            aria-label={`${rating} ${rating === 1 ? "star" : "stars"}`}
            aria-pressed={variant.rating === rating}
            onClick={() => acts.rate(variant.rating === rating ? 0 : rating)}
            className="grid size-6 place-items-center rounded-sm text-faint hover:bg-hover hover:text-ink"
          >
            <Star size={14} aria-hidden className={rating <= variant.rating ? "fill-current text-ink" : ""} />
          </button>
        ))}
        <span className="ml-auto text-2xs whitespace-nowrap text-faint">
          {variant.width} × {variant.height}
        </span>
      </div>
      {detail.data?.[0]?.votes.map((vote) => (
        <p key={vote.voteId} className="text-xs text-muted">
          Blind vote “<bdi>{vote.title}</bdi>”:{" "}
          <Link href={`/votes/${vote.voteId}`} className="text-ink tabular-nums hover:underline">
            {standingWords(vote)}
          </Link>
        </p>
      ))}
      {report ? (
        <p className="text-xs text-muted">
          {report.understood.length > 0 ? <>Understood: {report.understood.join(", ")}. </> : null}
          {report.ignored.length > 0 ? <span className="text-warn">Not understood: {report.ignored.join(", ")}.</span> : null}
        </p>
      ) : null}
    </div>
  );
}

function NotRunYet({ acts }: { acts: BoardActs }) {
  const notMine = useRefusal("prompt.write");
  return (
    <div className="flex items-center justify-between gap-2 border-y border-line py-2 text-xs">
      <span className="text-muted">Not run yet</span>
      <Button size="small" keys="E" disabledReason={notMine} onClick={acts.edit}>
        Edit and run
      </Button>
    </div>
  );
}

function RunFacts({ run, acts }: { run: RunView; acts: BoardActs }) {
  const isRunning = !isFinished(run.status) && run.status !== "unknown";
  const notMine = useRefusal("run.cancel");
  return (
    <div className="flex items-center justify-between gap-2 border-y border-line py-2 text-xs">
      <span className={run.failure ? "text-bad" : "text-muted"}>
        {run.failure ? (
          <span className="flex items-start gap-1.5">
            <CircleSlash size={13} className="mt-0.5 shrink-0" aria-hidden /> {run.failure.sentence}
          </span>
        ) : (
          STATUS_WORDS[run.status]
        )}
        {isRunning && run.progress.waits ? <span className="block">{run.progress.waits}</span> : null}
        {run.switchedFrom ? <span className="block text-muted">Went on from {run.switchedFrom.modelId}, which failed.</span> : null}
        {run.switchedTo ? <span className="block text-muted">Goes on with {run.switchedTo.modelId}.</span> : null}
      </span>
      <span className="flex shrink-0 items-center gap-2">
        <Money micros={run.actualMicros ?? run.quoteMicros} as="price" />
        {isRunning ? (
          <Button
            size="small"
            onClick={() => acts.cancel(run.id)}
            disabledReason={notMine ?? (run.cancelAsked ? "The engine has been asked to stop." : null)}
          >
            Cancel
          </Button>
        ) : null}
      </span>
    </div>
  );
}

const STATUS_WORDS: Readonly<Record<RunView["status"], string>> = {
  queued: "Queued",
  submitting: "Starting",
  processing: "Painting",
  succeeded: "Finished",
  refused: "Refused",
  failed: "Failed",
  cancelled: "Cancelled",
  unknown: "Unknown: the engine may or may not have made this run.",
};
