import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Recipe } from "@/lib/domain/prompt/recipe";

/**
 * Every reference is a picture of this workspace that still exists: a stolen id gives "does not exist", not a picture.
 * The rows stay share-locked until the transaction ends, so that nobody deletes a picture while a recipe takes hold of it.
 */
export async function checkReferences(tx: Transaction, workspaceId: string, recipe: Pick<Recipe, "references">): Promise<void> {
  const ids = [...new Set(recipe.references.map((reference) => reference.assetId))].sort();
  if (ids.length === 0) return;
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Asset"
    WHERE "id" = ANY(${ids}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid AND "deletedAt" IS NULL AND "kind" = 'image'
    ORDER BY "id" FOR SHARE`;
  if (found.length !== ids.length) throw new AppError("NOT_FOUND", "A reference does not exist any more. Remove it from the tray.");
}
