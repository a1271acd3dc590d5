"use client";
import { useEffect } from "react";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import type { Quality } from "@/lib/domain/prompt/recipe";
import { REFUSALS } from "@/lib/domain/review/refusal";
import { firstQuality, mayRunAtQuality, type QualityRules } from "@/lib/domain/review/run-for-card";

/**
 * What is made for a card starts in the quality its lane runs, whatever it branches from: final in production, since a
 * draft could not be submitted, and draft where the finals are made of picked drafts. `qualities` are the model's own.
 * Returns why what the draft now asks for would not be run, as a sentence; null when it would.
 */
export function useLaneQuality(lane: QualityRules | null, qualities: readonly Quality[]): string | null {
  const desk = useDeskStore();
  const quality = useDesk(({ draft }) => draft.recipe.controls.quality);
  const from = useDesk(({ draft: { origin } }) => (origin.kind === "root" ? "root" : `${origin.kind} ${origin.promptId}`));
  const wanted = lane && firstQuality(lane);
  const first = wanted && qualities.includes(wanted) ? wanted : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft that begins anew begins in the lane's quality again
  useEffect(() => {
    if (first === null) return;
    const { draft, setRecipe } = desk.getState();
    setRecipe({ controls: { ...draft.recipe.controls, quality: first } });
  }, [first, from, desk]);
  const refusal = lane && mayRunAtQuality(lane, { quality, draft: null });
  return refusal && REFUSALS[refusal].sentence;
}
