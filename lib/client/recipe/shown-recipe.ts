import type { StudioClient } from "@/lib/api/router";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { onCurrentRevision } from "@/lib/domain/prompt/change-model";
import { madeRecipe } from "@/lib/domain/prompt/made-recipe";
import type { ModelChoice, Recipe } from "@/lib/domain/prompt/recipe";
import { titleOf } from "@/lib/domain/prompt/title";
import type { PromptView, ReferenceView } from "@/lib/domain/prompt/view";
import type { VariantView } from "@/lib/domain/run/view";
import { typedRecipe } from "../desk/draft";

type VariantDetail = Awaited<ReturnType<StudioClient["variant"]["getMany"]>>[number];

/** A recipe to be looked at: of a prompt, or of one of its variants. */
export interface ShownRecipe {
  /** As it ran: of a variant on the model that made it, with its seed. */
  readonly recipe: Recipe;
  /** The same as one would type it into a composer today. */
  readonly typed: Recipe;
  readonly references: readonly ReferenceView[];
  readonly boardId: string;
  readonly promptId: string;
  readonly variantId: string | null;
  /** The first words of its prompt. */
  readonly title: string;
}

const TITLE_LETTERS = 60;

const modelOf = (models: readonly CatalogueModel[], { engineId, modelId }: Pick<ModelChoice, "engineId" | "modelId">) =>
  models.find((row) => row.engineId === engineId && row.capabilities.modelId === modelId)?.capabilities;

/** What stands on a board. */
export function recipeShownOn(prompt: PromptView, variant: VariantView | null, models: readonly CatalogueModel[]): ShownRecipe {
  const run = variant && prompt.runs.find(({ id }) => id === variant.runId);
  const made = run && { engineId: run.engineId, modelId: run.modelId, revision: run.modelRevision };
  const recipe = variant && made ? madeRecipe(prompt.recipe, made, variant.seed, modelOf(models, made)) : prompt.recipe;
  return {
    recipe,
    // A grid's words are alternatives and variables, and typed already.
    typed: prompt.grid ? onCurrentRevision(recipe, models) : typedRecipe(recipe, models),
    references: prompt.references,
    boardId: prompt.boardId,
    promptId: prompt.id,
    variantId: variant?.id ?? null,
    title: titleOf(prompt.recipe.text, TITLE_LETTERS),
  };
}

/** What is read of a variant, wherever it is shown. */
export function recipeOfVariant(variant: VariantDetail, models: readonly CatalogueModel[]): ShownRecipe {
  const { engineId, modelId, modelRevision: revision } = variant.run;
  const made = { engineId, modelId, revision };
  const recipe = madeRecipe(variant.recipe, made, variant.seed, modelOf(models, made));
  return {
    recipe,
    typed: typedRecipe(recipe, models),
    references: variant.references,
    boardId: variant.boardId,
    promptId: variant.promptId,
    variantId: variant.id,
    title: titleOf(variant.recipe.text, TITLE_LETTERS),
  };
}
