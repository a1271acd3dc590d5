"use client";
import { useQuery } from "@tanstack/react-query";
import { Grid3x3 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ChosenPicture } from "@/components/ui/chosen-picture";
import { RelativeTime } from "@/components/ui/relative-time";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";
import type { VariantView } from "@/lib/domain/run/view";
import { standingWords } from "@/lib/domain/vote/words";
import { AttachOutputs } from "./attach-outputs";
import { NothingSelected } from "./nothing-selected";
import { Reconcile } from "./reconcile";
import { RunFacts } from "./run-facts";
import type { BoardActs } from "./use-board-acts";

export interface BoardInspectorProps {
  readonly acts: BoardActs;
  readonly finalise: (variantId: string) => ReactNode;
  /** The recipe of where one is, held against the draft, made by its own surface. */
  readonly recipe: ReactNode;
  /** Section and notes of where one is; null where there is neither. */
  readonly notes: ReactNode;
}

/** What is known about the prompt or variant the person is on. */
export function BoardInspector({ acts, finalise, recipe, notes }: BoardInspectorProps) {
  const { here } = acts;
  if (!here && notes) return <div className="p-3">{notes}</div>;
  if (!here) return <NothingSelected />;
  const { prompt, variant } = here;
  const run = prompt.runs.find((candidate) => candidate.id === variant?.runId) ?? prompt.runs.at(-1);
  return (
    <div className="grid grid-cols-1 gap-4 p-3">
      {variant ? <VariantFacts variant={variant} acts={acts} /> : null}
      {variant ? finalise(variant.id) : null}
      {run?.status === "unknown" ? <Reconcile run={run} /> : null}
      {run?.failure?.kind === "made-elsewhere" ? (
        <AttachOutputs run={run} there={prompt.variants.filter(({ runId }) => runId === run.id).length} />
      ) : null}
      {run ? (
        <RunFacts run={run} acts={acts} />
      ) : prompt.grid ? (
        <ButtonLink size="small" icon={<Grid3x3 size={13} aria-hidden />} href={`/grids/${prompt.grid.id}`}>
          Open the grid of {prompt.grid.cells} cells
        </ButtonLink>
      ) : (
        <NotRunYet acts={acts} />
      )}
      {recipe}
      {notes}
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
      <ChosenPicture
        address={`/assets/${variant.assetId}`}
        alt={`Variant ${variant.index + 1}`}
        video={variant.video}
        width={variant.width}
        height={variant.height}
        thumbHash={variant.thumbHash}
        flag={variant.flag}
        rating={variant.rating}
        colour={variant.colour}
        onFlag={acts.flag}
        onRate={acts.rate}
        onColour={acts.colour}
      />
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
