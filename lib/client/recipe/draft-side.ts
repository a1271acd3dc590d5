"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import type { RecipePart } from "@/lib/domain/prompt/recipe-parts";
import { Draft } from "../desk/draft";
import { draftKeeper } from "../desk/draft-keeper";
import type { ShownRecipe } from "./shown-recipe";
import { isBlank, whyNotTake } from "./take-recipe";

/** The draft a recipe is held against, and the way into it. */
export interface DraftSide {
  /** What is in the composer; null when there is nothing to compare with. */
  readonly recipe: Recipe | null;
  /** Why nothing can be taken into it, as a sentence; null when it can. */
  readonly reason: string | null;
  /** The composer is on this screen. */
  readonly isHere: boolean;
  /** Takes these parts into the draft, or the whole recipe. */
  take(parts: readonly RecipePart[] | null): void;
}

/** How a draft is compared: nothing is, with one in which nothing was written. */
export const sideOf = (draft: Draft): Pick<DraftSide, "recipe" | "reason"> => ({
  recipe: isBlank(draft) ? null : draft.recipe,
  reason: whyNotTake(draft),
});

/** From where no composer is: what this browser keeps for the recipe's board, and the way there with what is to be taken. */
export function useDraftElsewhere({ boardId, variantId }: Pick<ShownRecipe, "boardId" | "variantId">): DraftSide {
  const router = useRouter();
  const [kept] = useState(() => keptDraft(boardId));
  return {
    ...(kept ? sideOf(kept) : { recipe: null, reason: null }),
    isHere: false,
    take(parts) {
      const asked = new URLSearchParams({ recipe: variantId ?? "" });
      if (parts) asked.set("parts", parts.join(","));
      router.push(`/boards/${boardId}?${asked}`);
    },
  };
}

function keptDraft(boardId: string): Draft | null {
  try {
    return Draft.safeParse(JSON.parse(draftKeeper(boardId).read() ?? "null")).data ?? null;
  } catch {
    return null;
  }
}
