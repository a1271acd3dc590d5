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
import { useModelName } from "@/lib/client/use-model-name";
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
}

/** What is known about the cell one is on: its values, its picture, its full recipe. */
export function GridInspector({ grid, acts, branchReason, onBranch }: GridInspectorProps) {
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
      {here.variant ? <Recipe variantId={here.variant.id} /> : null}
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

function Recipe({ variantId }: { variantId: string }) {
  const nameOf = useModelName();
  const detail = useQuery(studio.variant.getMany.queryOptions({ input: { variantIds: [variantId] }, meta: { isQuiet: true } }));
  const variant = detail.data?.[0];
  if (!variant) return null;
  const { recipe, run, seed } = variant;
  return (
    <dl className="grid gap-2">
      <Row term="Prompt">
        <span className="font-mono text-xs leading-5 break-words whitespace-pre-wrap">{recipe.text}</span>
      </Row>
      {recipe.negative === "" ? null : <Row term="Negative">{recipe.negative}</Row>}
      <Row term="Seed">
        <span className="font-mono text-xs">{seed}</span>
      </Row>
      <Row term="Model">
        <span title={recipe.model.modelId}>{nameOf(recipe.model)}</span>{" "}
        <span className="text-faint">revision {recipe.model.revision}</span>
      </Row>
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
