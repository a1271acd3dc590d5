"use client";
import { useMemo, useState } from "react";
import type { SurfaceTarget } from "@/components/picture-surface";
import { useChoose } from "@/lib/client/choosing/use-choose";
import type { CellView } from "@/lib/domain/grid/view";
import type { VariantView } from "@/lib/domain/run/view";
import type { Colour, Flag } from "@/lib/domain/selection/flags";
import { cellId } from "./grid-scene";

export interface HereInGrid {
  readonly cell: CellView;
  readonly variant: VariantView | null;
}

/** What a person can do with what is chosen in a grid: the same verbs and keys as on the board. */
export interface GridActs {
  readonly place: SurfaceTarget | null;
  readonly selection: ReadonlySet<string>;
  readonly here: HereInGrid | null;
  /** The chosen variants in reading order; the one the keyboard is on when none is chosen. */
  readonly variants: readonly VariantView[];
  moveTo(place: SurfaceTarget): void;
  select(ids: readonly string[], mode: "replace" | "extend" | "toggle"): void;
  flag(flag: Flag): void;
  rate(rating: number): void;
  colour(colour: Colour): void;
}

/**
 * @param shown cells of the page in reading order, for going on after a decision
 * @param leftAt the picture one stood on when this page was left
 */
export function useGridActs(
  cells: readonly CellView[],
  shown: readonly CellView[],
  rowOf: (pictureId: string) => string | null,
  leftAt: string | null,
): GridActs {
  const choose = useChoose();
  const [place, moveTo] = useState((): SurfaceTarget | null => {
    const itemId = leftAt === null ? null : rowOf(leftAt);
    return itemId === null ? null : { itemId, pictureId: leftAt };
  });
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const byId = useMemo(() => {
    const known = new Map<string, HereInGrid>();
    for (const cell of cells) {
      known.set(cellId(cell), { cell, variant: null });
      for (const variant of cell.variants) known.set(variant.id, { cell, variant });
    }
    return known;
  }, [cells]);
  const here = place?.pictureId ? (byId.get(place.pictureId) ?? null) : null;
  const all = useMemo(() => shown.flatMap((cell) => cell.variants), [shown]);
  const variants = useMemo(() => {
    const chosen = all.filter(({ id }) => selection.has(id));
    return chosen.length > 0 || !here?.variant ? chosen : [here.variant];
  }, [all, selection, here]);

  /** After a decision on one the next picture comes by itself. */
  const advance = () => {
    const [only] = variants;
    if (variants.length !== 1 || !only) return;
    const next = all[all.findIndex(({ id }) => id === only.id) + 1];
    const itemId = next && rowOf(next.id);
    if (!next || !itemId) return;
    moveTo({ itemId, pictureId: next.id });
    setSelection(new Set([next.id]));
  };
  return {
    place,
    selection,
    here,
    variants,
    moveTo,
    select(ids, mode) {
      setSelection((before) => {
        if (mode === "replace") return new Set(ids);
        const after = new Set(before);
        for (const id of ids) {
          if (mode === "toggle" && after.has(id)) after.delete(id);
          else after.add(id);
        }
        return after;
      });
    },
    flag(flag) {
      if (variants.length === 0) return;
      choose(variants.map(({ id }) => ({ variantId: id, flag })));
      advance();
    },
    rate(rating) {
      choose(variants.map(({ id }) => ({ variantId: id, rating })));
    },
    colour(colour) {
      choose(variants.map(({ id }) => ({ variantId: id, colour })));
    },
  };
}
