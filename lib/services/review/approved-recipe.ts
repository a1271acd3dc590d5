import type { Database } from "@/lib/db/client";
import { Quality } from "@/lib/domain/prompt/recipe";
import type { ApprovedRecipe } from "@/lib/domain/review/approved-recipe";
import { recipeOf } from "../prompt/prompt-view";

const references = { references: { orderBy: { position: "asc" } } } as const;

/** How a variant came about, as an approval of it is bound to it. */
export async function approvedRecipe(db: Database, variantId: string): Promise<ApprovedRecipe> {
  const { prompt, run, seed } = await db.variant.findUniqueOrThrow({
    where: { id: variantId },
    select: {
      seed: true,
      prompt: { include: references },
      run: { select: { engineId: true, modelId: true, modelRevision: true, quality: true } },
    },
  });
  const model = { engineId: run.engineId, modelId: run.modelId, revision: run.modelRevision };
  return { recipe: recipeOf(prompt), model, quality: Quality.parse(run.quality), seed: Number(seed) };
}

/** A prompt's recipe and the board it is on; null when it is not of this workspace. */
export async function writtenRecipe(db: Database, workspaceId: string, promptId: string) {
  const prompt = await db.prompt.findFirst({ where: { id: promptId, workspaceId }, include: { ...references, board: true } });
  return prompt && { recipe: recipeOf(prompt), boardId: prompt.boardId, projectId: prompt.board.projectId };
}
