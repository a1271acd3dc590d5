import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { changedFromApproved } from "@/lib/domain/review/approved-recipe";
import { currentAttempt } from "@/lib/domain/review/card";
import { editRecipe as edit } from "@/lib/domain/review/recipe-edit";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { type Unchanged, type WriteContext, type Written, write } from "../write";
import { approvedRecipe, writtenRecipe } from "./approved-recipe";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { loadCard } from "./load-card";

interface Edited {
  readonly cardId: string;
  readonly attemptId: string;
  readonly promptId: string;
}

/**
 * Says that a prompt's recipe is the card's from now on, within a transaction that may do more: another one than the
 * approved makes the approval stale at once, the approved one again makes it count again.
 */
export async function bindRecipe(context: WriteContext, { cardId, attemptId, promptId }: Edited): Promise<Written<CardMoved>> {
  const { tx, actor, now } = context;
  const by = personAt(actor);
  const written = await writtenRecipe(tx, actor.workspaceId, promptId);
  if (!written) throw new AppError("NOT_FOUND", "This prompt does not exist.");
  const { projectId } = await loadCard(tx, actor.workspaceId, cardId);
  if (written.projectId !== projectId) throw new AppError("REFUSED", "This card belongs to another project.");
  let difference = "";
  const changed = await changeCard(context, cardId, async (card) => {
    const attempt = currentAttempt(card);
    if (!attempt?.variantId) return edit(card, { attemptId, promptId, differs: true }, by, now);
    const changes = changedFromApproved(await approvedRecipe(tx, attempt.variantId), written.recipe);
    difference = changes.map(({ text }) => text).join(", ");
    return edit(card, { attemptId, promptId, differs: changes.length > 0 }, by, now);
  });
  return happened(changed, "recipe-edited", { attemptId, attempt: changed.after.attempts.length, promptId, difference });
}

/** The recipe of an approved attempt is edited: its approval is stale until its review is asked for again, or the approved recipe is back. */
export const editRecipe = write({
  verb: "card.edit-recipe",
  permission: "card.write",
  input: z.strictObject({
    cardId: Id,
    attemptId: Id,
    promptId: Id.meta({
      description: "The prompt that holds the recipe as it is now; the approved attempt's own prompt takes an edit back.",
    }),
  }),
  output: CardMoved,
  async run(context, edited): Promise<Written<CardMoved> | Unchanged<CardMoved>> {
    return bindRecipe(context, edited).catch((refusal: unknown) =>
      unlessDone(context, edited.cardId, refusal, (card) => {
        const attempt = currentAttempt(card);
        return attempt?.id === edited.attemptId && attempt.recipeEdit?.promptId === edited.promptId;
      }),
    );
  },
});
