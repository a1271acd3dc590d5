"use client";
import { useQuery } from "@tanstack/react-query";
import { Check, GitBranch, MousePointerClick, Star, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Money } from "@/components/ui/money";
import { Media } from "@/components/ui/video/media";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { studio } from "@/lib/client/query";
import type { CellView, GridView } from "@/lib/domain/grid/view";
import { axisTitle, valueWords } from "@/lib/domain/grid/words";
import type { VariantView } from "@/lib/domain/run/view";
import { standingWords } from "@/lib/domain/vote/words";
import type { GridActs } from "./use-grid-acts";

const RATINGS = [1, 2, 3, 4, 5] as const;

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
      {here.variant ? <Chosen variant={here.variant} acts={acts} /> : null}
      {here.cell.why === null ? null : <p className="text-xs text-bad">{here.cell.why}</p>}
      <Values grid={grid} cell={here.cell} />
      {here.variant ? <Recipe variantId={here.variant.id} /> : null}
      <Button size="small" icon={<GitBranch size={13} aria-hidden />} keys={keys} disabledReason={branchReason} onClick={onBranch}>
        Branch from this {here.variant ? "picture" : "cell"}
      </Button>
    </div>
  );
}

function Chosen({ variant, acts }: { variant: VariantView; acts: GridActs }) {
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
    </div>
  );
}

function Values({ grid, cell }: { grid: GridView; cell: CellView }) {
  return (
    <dl className="grid gap-2">
      {grid.axes.map((axis, index) => (
        <Row key={axisTitle(axis) + String(index)} term={axisTitle(axis)}>
          {valueWords(axis)[cell.at[index] ?? 0]}
        </Row>
      ))}
    </dl>
  );
}

function Recipe({ variantId }: { variantId: string }) {
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
        {recipe.model.modelId} <span className="text-faint">revision {recipe.model.revision}</span>
      </Row>
      {variant.votes.map((vote) => (
        <Row key={vote.voteId} term={`Blind vote: ${vote.title}`}>
          <Link href={`/votes/${vote.voteId}`} className="tabular-nums hover:underline">
            {standingWords(vote)}
          </Link>
        </Row>
      ))}
      <Row term="Price">
        <Money micros={run.actualMicros ?? run.quoteMicros} as="price" />
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
