"use client";
import { useQueryState } from "nuqs";
import { type RefObject, useEffect } from "react";
import { announce } from "@/components/ui/announce";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import { draftFrom, draftFromVariant, isUntouched } from "@/lib/client/desk/draft";
import { recipeOfVariant, type ShownRecipe } from "@/lib/client/recipe/shown-recipe";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { type RecipePart, readParts } from "@/lib/domain/prompt/recipe-parts";
import type { BoardView } from "@/lib/domain/prompt/view";

/** Follows a link to its place on the board, once: then one may move on and come back. `onRecipe` takes a recipe into the draft. */
export function useLedHere(
  board: BoardView,
  models: readonly CatalogueModel[],
  composer: RefObject<HTMLTextAreaElement | null>,
  onRecipe: (shown: ShownRecipe, parts: readonly RecipePart[] | null) => void,
): void {
  const desk = useDeskStore();

  // To a prompt: from a card to its retry, from a pattern to where it was used. The composer comes along, unless something is
  // being written in it.
  const [asked, setAsked] = useQueryState("prompt");
  useEffect(() => {
    if (asked === null) return;
    const { draft, setDraft, show } = desk.getState();
    const led = board.prompts.find((prompt) => prompt.id === asked);
    if (led && isUntouched(draft, board.prompts, models)) setDraft(draftFrom(led, models));
    show(asked);
    void setAsked(null);
  }, [asked, setAsked, desk, board.prompts, models]);

  // From a recipe seen elsewhere: all of it, or the parts that were asked for, into the draft.
  const [taken, setTaken] = useQueryState("recipe");
  const [parts, setParts] = useQueryState("parts");
  useEffect(() => {
    if (taken === null) return;
    void setTaken(null);
    void setParts(null);
    rpc.variant.getMany({ variantIds: [taken] }).then(
      ([variant]) => {
        if (!variant) return announce({ tone: "warn", text: "The picture whose recipe was asked for is not there any more." });
        desk.getState().moveTo({ promptId: variant.promptId, variantId: variant.id });
        onRecipe(recipeOfVariant(variant, models), parts === null ? null : readParts(parts));
        composer.current?.focus();
      },
      (error: unknown) => announce({ tone: "bad", text: sentenceOf(error) }),
    );
  }, [taken, parts, setTaken, setParts, desk, models, composer, onRecipe]);

  // From a cell of a grid: the board's composer goes on from it.
  const [from, setFrom] = useQueryState("branch");
  const [fromVariant, setFromVariant] = useQueryState("variant");
  useEffect(() => {
    if (from === null) return;
    void setFrom(null);
    void setFromVariant(null);
    rpc.prompt.get({ promptId: from }).then(
      (prompt) => {
        const variant = prompt.variants.find(({ id }) => id === fromVariant);
        desk.getState().setDraft(variant ? draftFromVariant(prompt, variant, null, models) : draftFrom(prompt, models));
        composer.current?.focus();
      },
      (error: unknown) => announce({ tone: "bad", text: sentenceOf(error) }),
    );
  }, [from, fromVariant, setFrom, setFromVariant, desk, models, composer]);
}
