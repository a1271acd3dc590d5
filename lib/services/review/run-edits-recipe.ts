import { changedFromApproved } from "@/lib/domain/review/approved-recipe";
import { currentAttempt } from "@/lib/domain/review/card";
import { whyNotEditRecipe } from "@/lib/domain/review/recipe-edit";
import type { AuditEntry, WriteContext, Written } from "../write";
import { approvedRecipe, writtenRecipe } from "./approved-recipe";
import { bindRecipe } from "./edit-recipe";
import { loadCard } from "./load-card";

/** What a run for a card did to its approval; nothing, when it is not approved or the recipe is the approved one. */
export interface EditedByRun {
  readonly audit: readonly AuditEntry[];
  readonly events: NonNullable<Written<unknown>["events"]>;
}

/**
 * Another recipe that is run for an approved card is an edit of its recipe, whoever calls it that. Before the card is
 * locked for the run: two runs that both hold it could never both change it.
 */
export async function runEditsRecipe(context: WriteContext, cardId: string, promptId: string): Promise<EditedByRun> {
  const { tx, actor } = context;
  const { card } = await loadCard(tx, actor.workspaceId, cardId);
  const attempt = currentAttempt(card);
  const written = await writtenRecipe(tx, actor.workspaceId, promptId);
  if (!attempt?.variantId || !written || whyNotEditRecipe(card) !== null) return { audit: [], events: [] };
  if (changedFromApproved(await approvedRecipe(tx, attempt.variantId), written.recipe).length === 0) return { audit: [], events: [] };
  if (attempt.recipeEdit?.promptId === promptId) return { audit: [], events: [] };
  const { audit, events } = await bindRecipe(context, { cardId, attemptId: attempt.id, promptId });
  return { audit, events: events ?? [] };
}
