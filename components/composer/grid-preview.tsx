"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Money } from "@/components/ui/money";
import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import type { Skip } from "@/lib/domain/grid/axis";
import { type GridDraft, skipsKey } from "@/lib/domain/grid/draft";
import { planGrid, refusalsOf } from "@/lib/domain/grid/plan";
import { keyOfModel, picturesOf, valueWords } from "@/lib/domain/grid/words";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import { useAssetFaces } from "./use-asset-faces";
import type { DraftedGrid } from "./use-grid-draft";

export interface GridPreviewProps {
  readonly grid: DraftedGrid;
  readonly modelOf: (model: Recipe["model"]) => ModelCapabilities | undefined;
  readonly onGrid: (change: Partial<GridDraft>) => void;
}

/** A dry run: every cell with its values, price and what hinders it; each can be left out. Nothing is spent. */
export function GridPreview({ grid, modelOf, onGrid }: GridPreviewProps) {
  const [isOpen, setOpen] = useState(false);
  const { axes, planned } = grid;
  const reasons = refusalsOf(planned);
  return (
    <>
      <Button size="small" variant="ghost" onClick={() => setOpen(true)}>
        Preview
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        size="large"
        title={`${planned.runs.toLocaleString("en-US")} cells, ${planned.pictures.toLocaleString("en-US")} pictures`}
        description={
          <>
            <Money micros={planned.mostMicros} /> at most. Nothing runs before you press Run; a cell without its mark is left out.
          </>
        }
      >
        {reasons.map((reason) => (
          <p key={reason} className="pb-2 text-xs text-warn">
            {reason}
          </p>
        ))}
        {isOpen ? <Cells grid={grid} modelOf={modelOf} axes={axes} onGrid={onGrid} /> : null}
      </Dialog>
    </>
  );
}

function Cells({ grid, modelOf, axes, onGrid }: GridPreviewProps & { axes: DraftedGrid["axes"] }) {
  const { recipe, skips } = grid;
  const all = planGrid({ base: recipe, axes, skips: [] }, modelOf).cells;
  const faces = useAssetFaces(picturesOf(axes));
  const names = new Map([...faces].map(([id, { fileName }]) => [id, fileName]));
  for (const axis of axes)
    if (axis.kind === "model") for (const model of axis.values) names.set(keyOfModel(model), modelOf(model)?.name ?? model.modelId);
  const words = axes.map((axis) => valueWords(axis, names));
  const keyOf = (at: readonly number[]) => at.join();
  const skipped = new Set(skips.map((skip) => keyOf(axes.map((_, axis) => skip[axis] ?? -1))));
  const toggle = (at: readonly number[]) => {
    const next = new Set(skipped);
    if (!next.delete(keyOf(at))) next.add(keyOf(at));
    const kept = all.filter((cell) => next.has(keyOf(cell.at)));
    onGrid({ skips: kept.map((cell): Skip => Object.fromEntries(cell.at.map((place, axis) => [axis, place]))), skipsFor: skipsKey(axes) });
  };
  return (
    <ul className="max-h-[50vh] divide-y divide-line overflow-y-auto border-y border-line">
      {all.map((cell) => (
        <li key={keyOf(cell.at)} className="[contain-intrinsic-size:auto_28px] [content-visibility:auto]">
          {/* A plain box: a thousand rows of anything heavier would be slow to open. */}
          <label className="flex min-h-7 items-center gap-2 py-1 text-xs hover:bg-hover">
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-accent"
              checked={!skipped.has(keyOf(cell.at))}
              onChange={() => toggle(cell.at)}
            />
            <span className="w-56 shrink-0 truncate font-medium" dir="auto">
              {cell.at.map((place, axis) => words[axis]?.[place]).join(" · ")}
            </span>
            <span className="min-w-0 flex-1 truncate font-mono text-2xs text-muted" dir="auto">
              {cell.refusal ?? cell.recipe.text}
            </span>
            {cell.refusal === null ? (
              <Money micros={cell.mostMicros} as="price" className="text-faint" />
            ) : (
              <span className="text-warn">cannot run</span>
            )}
          </label>
        </li>
      ))}
    </ul>
  );
}
