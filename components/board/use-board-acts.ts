"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useChoose } from "@/lib/client/choosing/use-choose";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import { draftFrom, draftFromVariant, draftMixed } from "@/lib/client/desk/draft";
import { useUndoable } from "@/lib/client/history/use-undoable";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { runNewPrompt } from "@/lib/client/run-new-prompt";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import type { BranchUse } from "@/lib/domain/prompt/lineage";
import type { PromptView } from "@/lib/domain/prompt/view";
import type { VariantView } from "@/lib/domain/run/view";
import type { Colour, Flag } from "@/lib/domain/selection/flags";

import type { BoardView } from "./use-board-view";

export interface Chosen {
  readonly prompt: PromptView;
  readonly variant: VariantView | null;
}

export interface BoardActs {
  /** Where the keyboard is. */
  readonly here: Chosen | null;
  /** The chosen variants, in board order; the one the keyboard is on when none is chosen. */
  readonly variants: readonly VariantView[];
  /** The review card one works for here; null for none. */
  readonly cardId: string | null;
  flag(flag: Flag): void;
  rate(rating: number): void;
  colour(colour: Colour): void;
  /** Puts a branch of what is chosen into the composer. */
  branch(use?: BranchUse | null): void;
  /** Puts a branch with all chosen pictures as references into the composer. */
  mix(): void;
  edit(): void;
  /** Runs the same recipe again with new seeds, as a child. */
  vary(): void;
  /** Archives the prompt one is on with its branches, or restores an archived one. */
  archive(): void;
  /** Whether the prompt one is on is folded. */
  readonly isFolded: boolean;
  /** Folds the prompt one is on, or unfolds it. */
  fold(): void;
  cancel(runId: string): void;
}

/** The next wanted variant in board order; `prompts` begin with the one it comes from. */
function nextAfter(
  { id, promptId }: VariantView,
  prompts: readonly PromptView[],
  isWanted: (variant: VariantView) => boolean,
): VariantView | undefined {
  for (const { id: from, variants } of prompts) {
    const later = from === promptId ? variants.slice(variants.findIndex((variant) => variant.id === id) + 1) : variants;
    const next = later.find(isWanted);
    if (next) return next;
  }
}

/** What a person can do with what is chosen on a board. Screen, keys, menu and palette all come through here. */
export function useBoardActs(
  { shown: prompts, lit }: Pick<BoardView, "shown" | "lit">,
  models: readonly CatalogueModel[],
  cardId: string | null,
): BoardActs {
  const desk = useDeskStore();
  const queries = useQueryClient();
  const undoable = useUndoable();
  const choose = useChoose();
  const { selection, place, folded } = useDesk((state) => state);

  const here = useMemo((): Chosen | null => {
    const prompt = place && prompts.find((candidate) => candidate.id === place.promptId);
    return prompt ? { prompt, variant: prompt.variants.find((variant) => variant.id === place.variantId) ?? null } : null;
  }, [prompts, place]);
  const variants = useMemo(() => {
    const chosen = selection.size === 0 ? [] : prompts.flatMap((prompt) => prompt.variants.filter(({ id }) => selection.has(id)));
    return chosen.length > 0 || !here?.variant ? chosen : [here.variant];
  }, [prompts, selection, here]);

  const refresh = () => queries.invalidateQueries({ queryKey: studio.board.key() });
  const vary = useMutation({
    mutationFn: async (prompt: PromptView) => {
      const { recipe } = draftFrom(prompt, models);
      const child = await rpc.prompt.branch({ promptId: prompt.id, change: { model: recipe.model, seeds: { mode: "random" } } });
      desk.getState().begin(child);
      await runNewPrompt({ promptId: child.id, ...(cardId === null ? {} : { cardId }) });
      return child;
    },
    onSuccess: (child) => desk.getState().show(child.id),
    onSettled: async () => {
      await refresh();
      for (const id of desk.getState().starting.keys()) desk.getState().begun(id);
    },
  });
  const archive = useMutation({
    mutationFn: (input: { promptId: string; archived: boolean }) => rpc.prompt.archive(input),
    onSettled: refresh,
  });
  const cancel = useMutation(studio.run.cancel.mutationOptions({ onSettled: refresh }));

  /** After a decision the next picture comes by itself: the next one of the same prompt, then of the board, of what stands out. */
  const advance = (from: readonly VariantView[]) => {
    const [only] = from;
    if (from.length !== 1 || !only) return;
    const at = Math.max(
      0,
      prompts.findIndex(({ id }) => id === only.promptId),
    );
    const next = nextAfter(only, prompts.slice(at), (variant) => lit?.variants.has(variant.id) ?? true);
    if (!next) return;
    desk.getState().moveTo({ promptId: next.promptId, variantId: next.id });
    desk.getState().select([next.id], "replace");
  };

  return {
    here,
    variants,
    cardId,
    flag(flag) {
      if (variants.length === 0) return;
      choose(variants.map((variant) => ({ variantId: variant.id, flag })));
      advance(variants);
    },
    rate(rating) {
      choose(variants.map((variant) => ({ variantId: variant.id, rating })));
    },
    colour(colour) {
      choose(variants.map((variant) => ({ variantId: variant.id, colour })));
    },
    branch(use = null) {
      if (!here) return;
      const { prompt, variant } = here;
      desk.getState().setDraft(variant ? draftFromVariant(prompt, variant, use, models) : { ...draftFrom(prompt, models) });
    },
    mix() {
      if (here) desk.getState().setDraft(draftMixed(here, variants, models));
    },
    edit() {
      if (here) desk.getState().setDraft(draftFrom(here.prompt, models));
    },
    vary() {
      if (here && !vary.isPending) vary.mutate(here.prompt);
    },
    archive() {
      if (!here) return;
      const { id: promptId, archived: wasArchived } = here.prompt;
      const put = (archived: boolean) => archive.mutateAsync({ promptId, archived });
      const done = wasArchived ? "restored" : "archived";
      let count = 0;
      const act = {
        title: wasArchived ? "restore" : "archive",
        forth: async () => {
          count = (await put(!wasArchived)).promptIds.length;
        },
        back: () => put(wasArchived),
      };
      undoable(act, () => ({ tone: "plain", text: count === 1 ? `Prompt ${done}.` : `${count} prompts ${done}.` })).catch(() => undefined);
    },
    isFolded: here !== null && folded.has(here.prompt.id),
    fold() {
      if (here) desk.getState().fold(here.prompt.id, !folded.has(here.prompt.id));
    },
    cancel: (runId) => cancel.mutate({ runId }),
  };
}
