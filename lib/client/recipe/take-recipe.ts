import { NO_GRID } from "@/lib/domain/grid/draft";
import { partNames } from "@/lib/domain/prompt/part-words";
import { partsThatDiffer, type RecipePart, takeParts } from "@/lib/domain/prompt/recipe-parts";
import type { DeskStore } from "../desk/desk";
import type { Draft } from "../desk/draft";
import type { Act, History } from "../history/history";
import type { ShownRecipe } from "./shown-recipe";

/** Whether there is nothing in a draft that could be compared or lost. */
export const isBlank = ({ origin, recipe, pattern }: Draft) =>
  origin.kind === "root" && pattern === null && recipe.text.trim() === "" && recipe.negative === "" && recipe.references.length === 0;

/** Why nothing of a recipe can be taken into this draft; null when it can. */
export const whyNotTake = ({ pattern }: Draft): string | null =>
  pattern ? "The draft is written with a pattern. Take the pattern apart first." : null;

export interface TakenRecipe {
  readonly parts: readonly RecipePart[];
  /** As in "Undo apply the seeds". */
  readonly act: Act;
}

/**
 * Takes parts of a recipe – all of it without any named – into the draft of a desk, and remembers the way back: an undo puts
 * back those parts and leaves alone what was typed since. A blank draft becomes a branch of what the recipe is of.
 * @returns what was taken; null when the draft is this recipe already
 */
export function takeRecipe(desk: DeskStore, history: History, shown: ShownRecipe, named: readonly RecipePart[] | null): TakenRecipe | null {
  const before = desk.getState().draft;
  const differing = partsThatDiffer(before.recipe, shown.typed);
  const parts = named === null ? differing : differing.filter((part) => named.includes(part));
  const becomesBranch = named === null && isBlank(before);
  if (parts.length === 0 && !becomesBranch) return null;
  const origin: Draft["origin"] = becomesBranch
    ? { kind: "branch", promptId: shown.promptId, variantId: shown.variantId, title: shown.title }
    : before.origin;
  const put = (recipe: Draft["recipe"], from: Draft["origin"]) => async () => {
    const { draft, setDraft } = desk.getState();
    const grid = becomesBranch ? NO_GRID : draft.grid;
    setDraft({ ...draft, origin: becomesBranch ? from : draft.origin, recipe: takeParts(draft.recipe, recipe, parts), grid });
  };
  const act: Act = {
    title: `apply the ${parts.length > 3 ? "recipe" : partNames(parts)}`,
    forth: put(shown.typed, origin),
    back: put(before.recipe, before.origin),
  };
  void history.act(act);
  return { parts, act };
}
