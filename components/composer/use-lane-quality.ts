"use client";
import { useEffect } from "react";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import type { LaneKind } from "@/lib/domain/lane/lane";
import { REFUSALS } from "@/lib/domain/review/refusal";
import { isFinalEnough } from "@/lib/domain/review/run-for-card";

/**
 * What is made for a card of a production lane starts in final quality, whatever it branches from: a draft could not be
 * submitted. Returns why what the draft now asks for would not be run, as a sentence; null when it would.
 */
export function useLaneQuality(lane: LaneKind | null, hasFinal: boolean): string | null {
  const desk = useDeskStore();
  const quality = useDesk(({ draft }) => draft.recipe.controls.quality);
  const from = useDesk(({ draft: { origin } }) => (origin.kind === "root" ? "root" : `${origin.kind} ${origin.promptId}`));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft that begins anew begins in final quality again
  useEffect(() => {
    if (lane !== "production" || !hasFinal) return;
    const { draft, setRecipe } = desk.getState();
    setRecipe({ controls: { ...draft.recipe.controls, quality: "final" } });
  }, [lane, hasFinal, from, desk]);
  return lane === null || isFinalEnough({ kind: lane }, { quality }) ? null : REFUSALS.run_draft_quality.sentence;
}
