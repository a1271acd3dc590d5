import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Recipe } from "@/lib/domain/prompt/recipe";

/** Every reference is an asset of this workspace that still exists: a stolen id gives "does not exist", not a picture. */
export async function checkReferences(db: Database, workspaceId: string, recipe: Pick<Recipe, "references">): Promise<void> {
  const ids = [...new Set(recipe.references.map((reference) => reference.assetId))];
  if (ids.length === 0) return;
  const found = await db.asset.count({ where: { id: { in: ids }, workspaceId, deletedAt: null, kind: "image" } });
  if (found !== ids.length) throw new AppError("NOT_FOUND", "A reference does not exist any more. Remove it from the tray.");
}
