"use client";
import { useEffect } from "react";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import type { LaneKind } from "@/lib/domain/lane/lane";

/**
 * What is made for a card of a production lane starts in final quality, whatever it branches from: a draft could not be
 * submitted. Who wants a cheap look first may still choose draft.
 */
export function useLaneQuality(lane: LaneKind | null, hasFinal: boolean): void {
  const desk = useDeskStore();
  const from = useDesk(({ draft: { origin } }) => (origin.kind === "root" ? "root" : `${origin.kind} ${origin.promptId}`));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft that begins anew begins in final quality again
  useEffect(() => {
    if (lane !== "production" || !hasFinal) return;
    const { draft, setRecipe } = desk.getState();
    setRecipe({ controls: { ...draft.recipe.controls, quality: "final" } });
  }, [lane, hasFinal, from, desk]);
}
