import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { type PlannedPrompt, planBelow, type Reach } from "@/lib/domain/prompt/below";
import { type Difference, differenceBetween } from "@/lib/domain/prompt/difference";
import { type RecipeChange, subtreeOf } from "@/lib/domain/prompt/lineage";
import { quoteOf, refusalOf } from "@/lib/domain/run/plan";
import { modelNameOf } from "@/lib/engines/catalogue";
import { usableModels } from "../engine/usable-models";
import { recipeOf, referenceInclude } from "./prompt-view";

/** More at once is a grid's work. */
export const MAX_BELOW = 60;

/** A planned prompt with its price, or why it cannot run. */
export interface PricedPrompt extends PlannedPrompt {
  readonly quoteMicros: bigint;
  readonly refusal: string | null;
  /** What it does otherwise than the prompt it is made from. */
  readonly difference: readonly Difference[];
}

/** Where a plan belongs, and what it would make. Grids and their cells are not made again: they have a page of their own. */
export async function planned(db: Database, workspaceId: string, promptId: string, change: RecipeChange, reach: Reach) {
  const top = await db.prompt.findFirst({
    where: { id: promptId, workspaceId, grid: null, cell: null },
    select: { boardId: true, board: { select: { projectId: true, project: true } } },
  });
  if (!top) throw new AppError("NOT_FOUND", "This prompt does not exist, or it belongs to a grid.");
  const nodes = await db.prompt.findMany({
    where: { boardId: top.boardId, grid: null, cell: null, OR: [{ id: promptId }, { archivedAt: null, frozenAt: { not: null } }] },
    orderBy: { id: "asc" },
    include: { references: referenceInclude },
  });
  const below = subtreeOf(nodes, promptId).map((node) => ({ id: node.id, parentId: node.parentId, recipe: recipeOf(node) }));
  if (below.length > MAX_BELOW)
    throw new AppError(
      "REFUSED",
      `${below.length} prompts hang together here; at most ${MAX_BELOW} are run again at once. Begin further down.`,
    );
  const models = await usableModels(db, workspaceId);
  const prompts = planBelow(below, change, reach).map((prompt): PricedPrompt => {
    const { engineId, modelId } = prompt.recipe.model;
    const model = models.find((row) => row.engineId === engineId && row.capabilities.modelId === modelId)?.capabilities;
    // As a branch made by hand: on the model as it is today, whatever it was when the prompt first ran.
    const recipe = model ? { ...prompt.recipe, model: { ...prompt.recipe.model, revision: model.revision } } : prompt.recipe;
    const refusal = refusalOf(recipe, model) ?? (model ? null : "This engine is not connected.");
    const was = below.find(({ id }) => id === prompt.fromId)?.recipe ?? recipe;
    const isOneModel = was.model.engineId === engineId && was.model.modelId === modelId;
    const difference = differenceBetween(isOneModel ? { ...was, model: recipe.model } : was, recipe, modelNameOf);
    return { ...prompt, recipe, refusal, difference, quoteMicros: model && refusal === null ? quoteOf(recipe, model).mostMicros : 0n };
  });
  const { project } = top.board;
  return {
    boardId: top.boardId,
    projectId: top.board.projectId,
    budget: { hardMicros: project.hardBudgetMicros, heldMicros: project.heldMicros, spentMicros: project.spentMicros },
    prompts,
    quoteMicros: prompts.reduce((sum, { quoteMicros }) => sum + quoteMicros, 0n),
  };
}
