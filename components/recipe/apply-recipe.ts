import { announce } from "@/components/ui/announce";
import { unless } from "@/components/ui/unless";
import type { DeskStore } from "@/lib/client/desk/desk";
import type { History } from "@/lib/client/history/history";
import type { ShownRecipe } from "@/lib/client/recipe/shown-recipe";
import { takeRecipe, whyNotTake } from "@/lib/client/recipe/take-recipe";
import { partNames } from "@/lib/domain/prompt/part-words";
import type { RecipePart } from "@/lib/domain/prompt/recipe-parts";

/** As many things as a sentence names; more are the recipe. */
const NAMED = 3;

/** Takes parts of a recipe, or all of it, into the draft, and says what was taken with the way back. */
export function applyRecipe(desk: DeskStore, history: History, shown: ShownRecipe, parts: readonly RecipePart[] | null): void {
  unless(whyNotTake(desk.getState().draft), () => {
    const taken = takeRecipe(desk, history, shown, parts);
    if (!taken) return announce({ tone: "plain", text: "The draft is as this recipe already.", id: "recipe" });
    const what = parts === null || taken.parts.length > NAMED ? "The recipe" : `The ${partNames(taken.parts)}`;
    const verb = parts !== null && taken.parts.length <= NAMED && (taken.parts.length > 1 || /s$/.test(what)) ? "are" : "is";
    announce({
      tone: "plain",
      text: `${what} ${verb} in the draft.`,
      id: "recipe",
      action: { label: "Undo", run: () => void history.undo(taken.act) },
    });
  });
}
