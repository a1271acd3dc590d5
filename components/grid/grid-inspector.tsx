"use client";
import { useQuery } from "@tanstack/react-query";
import { GitBranch, MousePointerClick } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ChosenPicture } from "@/components/ui/chosen-picture";
import { EmptyState } from "@/components/ui/empty-state";
import { TwoPrices } from "@/components/ui/two-prices";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { studio } from "@/lib/client/query";
import type { CellView, GridView } from "@/lib/domain/grid/view";
import { axisTitle, namesOf, valuePictures, valueWords } from "@/lib/domain/grid/words";
import { standingWords } from "@/lib/domain/vote/words";
import type { GridActs } from "./use-grid-acts";
import { ValueThumbs } from "./value-thumbs";

export interface GridInspectorProps {
  readonly grid: GridView;
  readonly acts: GridActs;
  readonly branchReason: string | null;
  readonly onBranch: () => void;
  /** The recipe of the picture one is on, made by its own surface. */
  readonly recipe: (variantId: string) => ReactNode;
}

/** What is known about the cell one is on: its values, its picture, its full recipe. */
export function GridInspector({ grid, acts, branchReason, onBranch, recipe }: GridInspectorProps) {
  const keys = useChord("branch");
  const { here } = acts;
  if (!here)
    return (
      <EmptyState icon={<MousePointerClick size={20} aria-hidden />} title="Nothing selected">
        Select a cell to see its values and its recipe.
      </EmptyState>
    );
  return (
    <div className="grid gap-4 p-3">
      {here.variant ? (
        <div className="grid gap-2">
          <ChosenPicture
            address={`/assets/${here.variant.assetId}`}
            alt={`Variant ${here.variant.index + 1}`}
            video={here.variant.video}
            width={here.variant.width}
            height={here.variant.height}
            thumbHash={here.variant.thumbHash}
            flag={here.variant.flag}
            rating={here.variant.rating}
            colour={here.variant.colour}
            onFlag={acts.flag}
            onRate={acts.rate}
            onColour={acts.colour}
          />
        </div>
      ) : null}
      {here.cell.why === null ? null : <p className="text-xs text-bad">{here.cell.why}</p>}
      <Values grid={grid} cell={here.cell} />
      {here.variant ? <Facts variantId={here.variant.id} /> : null}
      {here.variant ? recipe(here.variant.id) : null}
      <Button size="small" icon={<GitBranch size={13} aria-hidden />} keys={keys} disabledReason={branchReason} onClick={onBranch}>
        Branch from this {here.variant ? "picture" : "cell"}
      </Button>
    </div>
  );
}

function Values({ grid, cell }: { grid: GridView; cell: CellView }) {
  return (
    <dl className="grid gap-2">
      {grid.axes.map((axis, index) => (
        <Row key={axisTitle(axis) + String(index)} term={axisTitle(axis)}>
          <ValueThumbs assetIds={valuePictures(axis, cell.at[index] ?? 0)} />
          {valueWords(axis, namesOf(grid.names))[cell.at[index] ?? 0]}
        </Row>
      ))}
    </dl>
  );
}

/** How the picture did in votes, and what it cost. */
function Facts({ variantId }: { variantId: string }) {
  const detail = useQuery(studio.variant.getMany.queryOptions({ input: { variantIds: [variantId] }, meta: { isQuiet: true } }));
  const variant = detail.data?.[0];
  if (!variant) return null;
  const { run } = variant;
  return (
    <dl className="grid gap-2">
      {variant.votes.map((vote) => (
        <Row key={vote.voteId} term={`Blind vote: ${vote.title}`}>
          <Link href={`/votes/${vote.voteId}`} className="tabular-nums hover:underline">
            {standingWords(vote)}
          </Link>
        </Row>
      ))}
      <Row term="Price">
        <TwoPrices quoteMicros={run.quoteMicros} actualMicros={run.actualMicros} />
      </Row>
    </dl>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-faint">{term}</dt>
      <dd className="min-w-0 text-sm" dir="auto">
        {children}
      </dd>
    </div>
  );
}
