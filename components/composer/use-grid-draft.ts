"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useDeferredValue, useMemo, useRef } from "react";
import { announce } from "@/components/ui/announce";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import type { Draft } from "@/lib/client/desk/draft";
import { rpc } from "@/lib/client/rpc";
import { isRefusal, sentenceOf } from "@/lib/client/sentence";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import type { Axis, Skip } from "@/lib/domain/grid/axis";
import { axesOf, skipsOf } from "@/lib/domain/grid/draft";
import { asksForGrid } from "@/lib/domain/grid/expand";
import { type Planned, planGrid } from "@/lib/domain/grid/plan";
import type { Recipe } from "@/lib/domain/prompt/recipe";

/** The grid a draft asks for, priced while it is typed. */
export interface DraftedGrid {
  readonly recipe: Recipe;
  readonly axes: readonly Axis[];
  readonly skips: readonly Skip[];
  readonly planned: Planned;
}

/** Null for a draft that is one prompt. */
export function useDraftedGrid(draft: Draft, models: readonly CatalogueModel[]): DraftedGrid | null {
  // Hundreds of cells take longer than a key: the typing goes first.
  const { recipe, grid, pattern } = useDeferredValue(draft);
  return useMemo(
    // A pattern's values are meant as they stand, brackets and all.
    () => (pattern === null && (asksForGrid(recipe) || grid.axes.length > 0) ? gridOf({ recipe, grid }, models) : null),
    [recipe, grid, pattern, models],
  );
}

/** The grid of a draft that asks for one, with its plan. */
export function gridOf({ recipe, grid }: Pick<Draft, "recipe" | "grid">, models: readonly CatalogueModel[]): DraftedGrid {
  const axes = axesOf(recipe, grid);
  const skips = skipsOf(grid, axes);
  const modelOf = ({ engineId, modelId }: Recipe["model"]) =>
    models.find((model) => model.engineId === engineId && model.capabilities.modelId === modelId)?.capabilities;
  return { recipe, axes, skips, planned: planGrid({ base: recipe, axes, skips }, modelOf) };
}

/** Why it cannot start, as a sentence, or null. A card takes the run of one prompt, which somebody chose for it. */
export function refusalOfGrid({ planned }: DraftedGrid, isForCard: boolean): string | null {
  return isForCard ? "A review card takes one prompt, not a grid. Choose the words, or leave the card." : planned.refusal;
}

/** Starts a grid and leads to it. A try whose answer was lost is repeated under the same name, so that it starts once. */
export function useStartGrid(boardId: string) {
  const router = useRouter();
  const desk = useDeskStore();
  const tried = useRef({ id: "", of: "" });
  return useMutation({
    meta: { isQuiet: true },
    mutationFn: ({ draft, grid: { recipe, axes, skips, planned } }: { draft: Draft; grid: DraftedGrid }) => {
      const of = JSON.stringify([recipe, axes, skips, draft.origin]);
      if (tried.current.of !== of) tried.current = { id: crypto.randomUUID(), of };
      const { origin } = draft;
      return rpc.grid.start({
        boardId,
        gridId: tried.current.id,
        recipe,
        axes: [...axes],
        skips: [...skips],
        quoteMicros: planned.mostMicros.toString(),
        ...(origin.kind === "branch" ? { parent: { promptId: origin.promptId, variantId: origin.variantId } } : {}),
      });
    },
    onSuccess: (grid, { draft }) => {
      tried.current = { id: "", of: "" };
      // The next one, with a word changed, is a child of this and not a stranger; what was typed meanwhile stays.
      const { draft: now, setDraft } = desk.getState();
      if (now.origin.kind === draft.origin.kind)
        setDraft({ ...now, origin: { kind: "branch", promptId: grid.promptId, variantId: null, title: grid.title } });
      router.push(`/grids/${grid.id}`);
    },
    onError: (error) => {
      if (isRefusal(error)) tried.current = { id: "", of: "" };
      announce({ tone: "bad", text: sentenceOf(error) });
    },
  });
}
