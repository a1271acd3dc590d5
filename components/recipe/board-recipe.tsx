"use client";
import type { ReactNode } from "react";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import { useHistory } from "@/lib/client/history/history-provider";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { sideOf } from "@/lib/client/recipe/draft-side";
import type { ShownRecipe } from "@/lib/client/recipe/shown-recipe";
import { applyRecipe } from "./apply-recipe";
import { RecipePanel } from "./recipe-panel";

/** The recipe of what one is on, held against the composer of this board. */
export function BoardRecipe({ shown, pattern, replay }: { shown: ShownRecipe; pattern: ReactNode; replay: ReactNode }) {
  const desk = useDeskStore();
  const history = useHistory();
  const draft = useDesk((state) => state.draft);
  const takeKeys = useChord("use-recipe");
  const side = {
    ...sideOf(draft),
    isHere: true,
    take: (parts: Parameters<typeof applyRecipe>[3]) => applyRecipe(desk, history, shown, parts),
  };
  return <RecipePanel shown={shown} side={side} takeKeys={takeKeys} pattern={pattern} replay={replay} />;
}
