import { currentAttempt, moved, type Person, type ReviewCard, withCurrent } from "./card";
import type { Refusal } from "./refusal";
import { dueFrom, superseded } from "./submit-attempt";

/** Why nobody can edit the recipe of what this card stands for; null when somebody can: it is approved, and an engine of ours made it. */
export function whyNotEditRecipe(card: ReviewCard): Refusal | null {
  const attempt = currentAttempt(card);
  if ((card.status !== "approved" && card.status !== "published") || attempt?.status !== "approved") return "not_approved";
  return attempt.variantId === null ? "no_recipe" : null;
}

/**
 * An approval is of bytes and of the recipe they came from: another recipe makes it stale at once, and the approved one
 * again makes it count again. What is published is not touched. `differs`: whether the recipe asks for anything else than
 * the approved one.
 */
export function editRecipe(
  card: ReviewCard,
  edit: { readonly attemptId: string; readonly promptId: string; readonly differs: boolean },
  by: Person,
  now: Date,
): ReviewCard | Refusal {
  const attempt = currentAttempt(card);
  if (attempt && attempt.id !== edit.attemptId) return "not_current_attempt";
  const refusal = whyNotEditRecipe(card);
  if (refusal) return refusal;
  const before = attempt?.recipeEdit ?? null;
  if (!edit.differs && before === null) return "same_recipe";
  if (edit.differs && before?.promptId === edit.promptId) return "recipe_edited_already";
  const recipeEdit = edit.differs ? { promptId: edit.promptId, byId: by.memberId, at: now.toISOString() } : null;
  return withCurrent(card, (current) => ({ ...current, recipeEdit }));
}

/** Why the review of the approved attempt cannot be asked for again; null when it can: its recipe was edited, and it is not out. */
export function whyNotRequestAgain(card: ReviewCard): Refusal | null {
  const attempt = currentAttempt(card);
  if (attempt?.status !== "approved") return "not_approved";
  if (card.status === "published") return "published_stands";
  if (card.status !== "approved") return "not_approved";
  return attempt.recipeEdit === null ? "not_stale" : null;
}

/**
 * Asks whoever decides to look at the same file again, beside the recipe as it is now. The bytes are those of the
 * approved attempt and so is its maker; nothing was made anew, so it uses no retry. What was marked comes along, waivers
 * too: both are about these bytes. `newId` names the attempt first, then each mark.
 */
export function requestAgain(
  card: ReviewCard,
  asked: { readonly attemptId: string; readonly note: string; readonly newId: () => string },
  now: Date,
): ReviewCard | Refusal {
  const attempt = currentAttempt(card);
  if (attempt && attempt.id !== asked.attemptId) return "not_current_attempt";
  const refusal = whyNotRequestAgain(card);
  if (refusal) return refusal;
  if (!attempt) return "not_approved";
  const again: typeof attempt = {
    ...attempt,
    id: asked.newId(),
    number: attempt.number + 1,
    status: "submitted",
    note: asked.note,
    viaFallback: false,
    decision: null,
    recipeEdit: null,
    renewsId: attempt.id,
    submittedAt: now,
    options: [],
    pickedById: null,
    votes: [],
    ticks: [],
    defects: attempt.defects.map((defect) => ({ ...defect, id: asked.newId(), carriedFromId: defect.id })),
  };
  const before = card.attempts.map((each) => (each === attempt ? superseded(each, now) : each));
  return { ...moved(card, "in_review"), ...dueFrom(card, now), attempts: [...before, again] };
}
